package dev.weft.models.cli;

import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.train.Evaluator;
import dev.weft.runtime.train.JsonText;
import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.RunSummary.DeviceUsed;
import dev.weft.runtime.train.TestResult;
import dev.weft.runtime.train.TrainConfig;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests what a run has learnt. */
@Command(
    name = "evaluate",
    description =
        "Tests the best and the last weights of a run on the test images: loss, accuracy, accuracy"
            + " of each class, confusion matrix.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft evaluate runs/my-run",
      "  weft evaluate runs/my-run/best.safetensors",
      "  weft evaluate runs/my-run --data my-images --json"
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "RUN", description = "A run folder, or one of the checkpoints in it.")
  private Path run = Path.of("");

  @Mixin private InputOptions input;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  EvaluateCommand(Context context) {
    this.context = context;
    this.input = new InputOptions();
  }

  private record DataTested(String source, String origin, int test) {}

  private record Report(
      String run,
      String model,
      int parameters,
      DeviceUsed device,
      DataTested data,
      Map<String, TestResult> test) {}

  @Override
  public Integer call() {
    Map<String, Path> weights = weights(context.folder().resolve(run));
    Path newest = weights.values().stream().reduce((first, second) -> second).orElseThrow();
    Checkpoint checkpoint = Checkpoint.read(newest);
    ModelSpec model = ModelSpec.parse(checkpoint.modelJson(), newest.toString());
    TrainConfig config = TrainConfig.of(model, checkpoint.config(), newest.toString());
    Backends.Choice device = input.device(checkpoint);
    PrintStream notes = context.notes(json);
    Dataset test = TestImages.load(checkpoint, config.limit(), input, context, notes).images();
    notes.println(StartReport.device(device));

    Map<String, TestResult> results = new LinkedHashMap<>();
    try (Evaluator evaluator = new Evaluator(model, config.batch(), test, device)) {
      weights.forEach((name, file) -> results.put(name, evaluator.evaluate(file)));
    }
    if (json) {
      String source = test.source().name().toLowerCase(Locale.ROOT);
      context
          .out()
          .println(
              JsonText.pretty(
                  new Report(
                      run.toString(),
                      model.name(),
                      model.summary().parameters(),
                      DeviceUsed.of(device),
                      new DataTested(source, test.origin(), test.n()),
                      results)));
    } else {
      print(results, test.source());
    }
    return 0;
  }

  /** The checkpoints to test by what they are called; the newest is the last. */
  private static Map<String, Path> weights(Path run) {
    Map<String, Path> weights = new LinkedHashMap<>();
    if (Files.isRegularFile(run)) {
      weights.put(TrainedModel.weightsName(run), run);
      return weights;
    }
    if (!Files.exists(run)) {
      throw new UserException(run + ": no such run; give a run folder or a checkpoint");
    }
    RunFolder folder = RunFolder.existing(run);
    if (Files.exists(folder.best())) {
      weights.put("best", folder.best());
    }
    weights.put("last", folder.last());
    return weights;
  }

  private void print(Map<String, TestResult> results, Dataset.Source source) {
    PrintStream out = context.out();
    out.print(TestReport.accuracies(results, source));
    out.println();
    out.print(TestReport.classes(results));
    results.forEach((name, result) ->
        out.printf("%nwith the %s weights:%n%s", name, TestReport.confusion(result)));
  }
}
