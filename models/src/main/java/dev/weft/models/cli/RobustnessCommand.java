package dev.weft.models.cli;

import dev.weft.models.explain.Network;
import dev.weft.models.robustness.Attack;
import dev.weft.models.robustness.Corruption;
import dev.weft.models.robustness.Examiner;
import dev.weft.models.robustness.Robustness;
import dev.weft.models.robustness.Robustness.Cell;
import dev.weft.models.robustness.RobustnessReport;
import dev.weft.models.robustness.RobustnessTables;
import dev.weft.runtime.Suggestion;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.train.JsonText;
import dev.weft.runtime.train.RunImages;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how much of its accuracy a model keeps on worse images. */
@Command(
    name = "robustness",
    description =
        "Corrupts the test images in eleven ways and five severities, attacks them with gradients of"
            + " the model, and measures how many are still recognised.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft robustness runs/my-run",
      "  weft robustness runs/a runs/b                two models beside each other",
      "  weft robustness runs/my-run --corruptions shift,rotation --attacks none",
      "  weft robustness runs/my-run --limit 1000 --json"
    })
final class RobustnessCommand implements Callable<Integer> {
  private static final int BATCH = 128;

  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "Run folders, whose best weights are taken, or checkpoints.")
  private List<Path> runs = List.of();

  @Option(
      names = "--corruptions",
      paramLabel = "LIST",
      split = ",",
      description =
          "Of noise, salt-pepper, blur, pixelate, jpeg, brightness, contrast, shift, rotation,"
              + " scale, occlusion; or all (default), or none.")
  private List<String> corruptions = List.of("all");

  @Option(
      names = "--attacks",
      paramLabel = "LIST",
      split = ",",
      description = "Of fgsm, pgd; or all (default), or none.")
  private List<String> attacks = List.of("all");

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Use only the first N test images, 0 for all (default: as many as the run was tested on).")
  private int limit;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of what is left to chance (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--show",
      paramLabel = "INDEX",
      defaultValue = "0",
      description = "Test image to show with every corruption (default ${DEFAULT-VALUE}).")
  private int shown;

  @Mixin private InputOptions input;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where page, plot and figures go, for one RUN (default: the run folder).")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "Print the figures as JSON, and all else on stderr.")
  private boolean json;

  RobustnessCommand(Context context) {
    this.context = context;
    this.input = new InputOptions();
  }

  @Override
  public Integer call() {
    List<Corruption> kinds =
        chosen("--corruptions", corruptions, Corruption.values(), Corruption::word);
    List<Attack> changes = chosen("--attacks", attacks, Attack.values(), Attack::word);
    requireSense();
    PrintStream notes = context.notes(json);
    List<TrainedModel> models = runs.stream().map(run -> TrainedModel.read(run, context)).toList();
    out.ifPresent(context::createFolder); // before minutes of work
    List<RobustnessReport> reports = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      RobustnessReport report = examine(runs.get(i), models.get(i), kinds, changes, notes);
      show(report, out.orElse(TrainedModel.folder(runs.get(i), context)), name(runs.get(i)), notes);
      reports.add(report);
    }
    if (reports.size() > 1) {
      List<List<String>> table =
          RobustnessTables.comparison(
              reports.stream().map(RobustnessReport::run).toList(),
              reports.stream().map(RobustnessReport::robustness).toList());
      notes.println();
      print(notes, table, reports.size());
    }
    if (json) {
      context.out().println(JsonText.pretty(reports.stream().map(RobustnessReport::json).toList()));
    }
    return 0;
  }

  private <T> List<T> chosen(
      String option, List<String> words, T[] all, Function<T, String> called) {
    if (words.equals(List.of("all"))) {
      return List.of(all);
    }
    if (words.equals(List.of("none"))) {
      return List.of();
    }
    List<String> known = Arrays.stream(all).map(called).toList();
    return words.stream()
        .distinct()
        .map(word -> {
          int i = known.indexOf(word);
          if (i < 0) {
            throw new ParameterException(
                spec.commandLine(),
                "%s %s%s (allowed: %s; all, none)"
                    .formatted(
                        option, word, Suggestion.hint(word, known), String.join(", ", known)));
          }
          return all[i];
        })
        .toList();
  }

  private void requireSense() {
    if (limit < 0) {
      throw new ParameterException(
          spec.commandLine(), "--limit %d; allowed: 0 or more".formatted(limit));
    }
    if (out.isPresent() && runs.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--out takes the files of one RUN, not of " + runs.size());
    }
  }

  private RobustnessReport examine(
      Path run,
      TrainedModel model,
      List<Corruption> kinds,
      List<Attack> changes,
      PrintStream notes) {
    Backends.Choice device = input.device(model.checkpoint());
    int own = model.config().limit();
    boolean given = spec.commandLine().getParseResult().hasMatchedOption("--limit");
    TestImages images =
        TestImages.load(model.checkpoint(), own, given ? limit : own, input, context, notes);
    Dataset test = images.images();
    RunImages.requireFits(model.spec(), test);
    if (shown < 0 || shown >= test.n()) {
      throw new UserException(
          "--show %d: no such test image; give a number from 0 to %d"
              .formatted(shown, test.n() - 1));
    }
    notes.println(StartReport.device(device));
    int sets = Examiner.sets(kinds, changes);
    LiveLine line = new LiveLine(notes, context.terminal(), System::nanoTime);
    try (Network network = new Network(model.spec(), model.checkpoint().weights(), device, BATCH)) {
      Examiner examiner =
          new Examiner(
              network,
              test,
              seed,
              shown,
              done ->
                  line.draw(() ->
                      "%s %s %d of %d sets of images"
                          .formatted(run, LiveLine.bar(done, sets), done, sets)));
      Robustness robustness = examiner.examine(kinds, changes);
      return new RobustnessReport(
          run.toString(),
          model.spec().name(),
          device.device().name(),
          test,
          images.other(),
          seed,
          robustness,
          examiner.samples(),
          shown);
    } finally {
      line.clear();
    }
  }

  /**
   * What the files are called: those of checkpoints in one folder do not get in each other's way.
   */
  private String name(Path run) {
    return Files.isRegularFile(context.folder().resolve(run))
        ? "robustness-" + TrainedModel.weightsName(run)
        : "robustness";
  }

  private void show(RobustnessReport report, Path folder, String name, PrintStream notes) {
    report.write(context.createFolder(folder), name);
    Robustness robustness = report.robustness();
    notes.println(report.summary());
    if (!robustness.corruptions().isEmpty()) {
      notes.println();
      print(
          notes,
          RobustnessTables.corruptions(robustness, Cell::accuracy),
          Corruption.SEVERITIES + 1);
    }
    if (!robustness.attacks().isEmpty()) {
      notes.println();
      print(notes, RobustnessTables.attacks(robustness, Cell::accuracy), Attack.STRENGTHS.size());
    }
    notes.println();
    print(notes, RobustnessTables.classes(robustness), 3);
    notes.printf("%nrobustness: %s%n", folder.resolve(name + ".html"));
  }

  /** Prints a table whose columns from the second on are numbers, so many of them. */
  private static void print(PrintStream notes, List<List<String>> table, int numbers) {
    notes.print(Tables.format(IntStream.rangeClosed(1, numbers).boxed().toList(), table));
  }
}
