package dev.weft.models.cli;

import dev.weft.models.Presets;
import dev.weft.models.compare.Comparison;
import dev.weft.models.compare.ComparisonFiles;
import dev.weft.models.compare.OptimizerName;
import dev.weft.models.compare.RunQueue;
import dev.weft.models.compare.RunResult;
import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.FolderLock;
import dev.weft.runtime.checkpoint.Folders;
import dev.weft.runtime.graph.AugmentSpec;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.OptimizerSpec;
import dev.weft.runtime.train.JsonText;
import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.TrainConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares models and optimisers. */
@Command(
    name = "compare",
    description =
        "Trains models with several optimizers and seeds, one after another, and compares them; or"
            + " compares runs that are there.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft compare --models all --seeds 3 --out runs/models",
      "  weft compare --models cnn-simple --optimizers adadelta,adam,sgd:0.1 --epochs 5",
      "  weft compare runs/a runs/b                   runs that are there",
      "",
      "It may be stopped at any moment: the same command with the same --out goes on."
    })
final class CompareCommand implements Callable<Integer> {
  /** What runs that are there have already, and cannot be told anew. */
  private static final List<String> SETTINGS_OF_RUNS =
      List.of(
          "--models",
          "--optimizers",
          "--seeds",
          "--epochs",
          "--batch",
          "--augment",
          "--limit",
          "--device",
          "--data");

  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "RUN", description = "Run folders to compare.")
  private List<Path> folders = List.of();

  @Option(
      names = "--models",
      paramLabel = "LIST",
      split = ",",
      description = "Presets or JSON files, or all: every preset (default cnn-simple).")
  private List<String> models = List.of("cnn-simple");

  @Option(
      names = "--optimizers",
      paramLabel = "LIST",
      split = ",",
      description =
          "Optimizers, each with a learning rate after a colon if not its own, as in adam:0.002; or"
              + " all (default adadelta).")
  private List<String> optimizers = List.of("adadelta");

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description = "Runs of each, with the seeds 0 to N-1 (default ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "12",
      description = "As in train (default ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "128",
      description = "As in train (default ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--augment",
      paramLabel = "LIST",
      defaultValue = "none",
      description = "As in train (default ${DEFAULT-VALUE}).")
  private String augment = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Use only the first N training images and the first N test images, 0 for all (default"
              + " ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private InputOptions input;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where runs and results go (default runs/compare-TIME).")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--dry-run", description = "List the runs and how far they have come.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print the table as JSON, and all else on stderr.")
  private boolean json;

  CompareCommand(Context context) {
    this.context = context;
    this.input = new InputOptions();
  }

  @Override
  public Integer call() {
    Path shown = out.orElseGet(() -> context.newFolder("compare"));
    return folders.isEmpty() ? trainAll(shown) : compareThese(shown);
  }

  private int compareThese(Path shown) {
    for (String option : SETTINGS_OF_RUNS) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new ParameterException(
            spec.commandLine(),
            option + " cannot be given with runs that are there: they have their settings");
      }
    }
    List<RunResult> results = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (Path run : folders) {
      Path folder = context.folder().resolve(run);
      if (!Files.exists(folder)) {
        throw new UserException(run + ": no such run; give run folders");
      }
      if (seen.add(real(folder))) {
        results.add(RunResult.read(run.toString(), new RunFolder(folder)));
      } else {
        context.notes(json).println("note: " + run + " is given more than once; it counts once");
      }
    }
    if (dryRun) {
      results.forEach(
          result -> context.notes(json).println(result.name() + "  " + result.method()));
      list(results.stream().map(RunResult::name), name -> context.folder().resolve(name));
      return 0;
    }
    Path folder = context.createFolder(shown);
    show(Comparison.of(results), folder, shown);
    return 0;
  }

  /** A run of a dry run; {@code state} is that of the queue in lower case. */
  private record Listed(String name, String state) {}

  /** Prints runs as JSON, if asked to. */
  private void list(Stream<String> names, Function<String, Path> folders) {
    if (json) {
      List<Listed> listed =
          names
              .map(name ->
                  new Listed(name, word(RunQueue.state(new RunFolder(folders.apply(name))))))
              .toList();
      context.out().println(JsonText.pretty(listed));
    }
  }

  private static String word(RunQueue.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** Whatever way leads there. */
  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new UserException(
          "cannot read the folder %s (%s)".formatted(folder, Folders.reason(e)), e);
    }
  }

  private void show(Comparison comparison, Path folder, Path shown) {
    PrintStream notes = context.notes(json);
    ComparisonFiles.write(comparison, folder);
    List<List<String>> rows = new ArrayList<>(List.of(Comparison.head()));
    rows.addAll(comparison.table());
    int columns = Comparison.head().size();
    notes.println();
    notes.print(Tables.format(IntStream.range(2, columns).boxed().toList(), rows));
    comparison.warnings().forEach(warning -> notes.println("note: " + warning));
    notes.printf("%ncomparison: %s%n", shown.resolve("compare.html"));
    if (json) {
      context.out().println(ComparisonFiles.json(comparison));
    }
  }

  private List<TrainConfig> configs() {
    List<String> names = models.equals(List.of("all")) ? Presets.NAMES : models;
    List<String> methods = optimizers.equals(List.of("all")) ? OptimizerSpec.names() : optimizers;
    if (seeds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--seeds " + seeds + "; allowed: at least 1");
    }
    try {
      return names.stream()
          .map(name -> ModelArgument.resolve(name, spec, context))
          .flatMap(model ->
              methods.stream()
                  .flatMap(method ->
                      IntStream.range(0, seeds).mapToObj(seed -> config(model, method, seed))))
          .toList();
    } catch (UserException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private TrainConfig config(ModelSpec model, String method, int seed) {
    return TrainConfig.builder(model)
        .optimizer(OptimizerName.parse(method))
        .batch(batch)
        .epochs(epochs)
        .seed(seed)
        .augment(AugmentSpec.parse(augment))
        .limit(limit)
        .build();
  }

  private int trainAll(Path shown) {
    PrintStream notes = context.notes(json);
    RunQueue queue = RunQueue.of(context.folder().resolve(shown), configs());
    queue.check();
    List<List<String>> list = new ArrayList<>();
    queue.runs().keySet().forEach(name -> list.add(List.of("  " + name, word(queue.state(name)))));
    notes.printf("%d runs in %s:%n%s", list.size(), shown, Tables.format(List.of(), list));
    if (dryRun) {
      notes.println("dry run: nothing was trained, nothing written");
      list(queue.runs().keySet().stream(), name -> queue.folder(name).path());
      return 0;
    }
    try (FolderLock _ = queue.begin()) {
      queue.noteDown();
      return trainAll(queue, shown);
    }
  }

  private int trainAll(RunQueue queue, Path shown) {
    PrintStream notes = context.notes(json);
    QueueTraining training = new QueueTraining(queue, shown, input, context, notes);
    if (!training.run()) {
      notes.println("everything is saved; to go on: the same command with --out " + shown);
      return StopSignal.EXIT_CODE;
    }
    List<RunResult> results =
        queue.runs().keySet().stream()
            .filter(name -> Files.exists(queue.folder(name).last()))
            .map(name -> RunResult.read(name, queue.folder(name)))
            .toList();
    if (!results.isEmpty()) {
      show(Comparison.of(results), queue.folder(), shown);
    }
    Map<String, String> failed = training.failed();
    if (!failed.isEmpty()) {
      Map.Entry<String, String> first = failed.entrySet().iterator().next();
      throw new UserException(
          "%d of %d runs failed, %s: %s"
              .formatted(failed.size(), queue.runs().size(), first.getKey(), first.getValue()));
    }
    return 0;
  }
}
