package dev.weft.models.cli;

import dev.weft.models.report.Calibration;
import dev.weft.models.report.ClassMetrics;
import dev.weft.models.report.Mistake;
import dev.weft.models.report.ReportFiles;
import dev.weft.models.report.RunReport;
import dev.weft.models.tensorboard.EventFile;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.train.JsonText;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a run has come to. */
@Command(
    name = "report",
    description =
        "Makes a page of a run, report.html, and its plots: curves, confusion matrix, metrics of"
            + " each class, the most confident mistakes, calibration, use of the machine.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft report runs/my-run                        its best weights",
      "  weft report runs/my-run/last.safetensors       its last ones",
      "  weft report runs/my-run --tensorboard          event files too:",
      "  tensorboard --logdir runs/my-run/tensorboard   shows them"
    })
final class ReportCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "RUN", description = "A run folder, or one of the checkpoints in it.")
  private Path run = Path.of("");

  @Mixin private InputOptions input;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write (default: the run folder).")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--tensorboard", description = "Write the event files of TensorBoard anew.")
  private boolean tensorboard;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  ReportCommand(Context context) {
    this.context = context;
    this.input = new InputOptions();
  }

  private record Result(
      String report,
      String weights,
      int images,
      double accuracy,
      double loss,
      List<ClassMetrics> classes,
      Calibration calibration,
      List<Mistake> mistakes) {}

  @Override
  public Integer call() {
    TrainedModel model = TrainedModel.read(run, context);
    Checkpoint checkpoint = model.checkpoint();
    int limit = model.config().limit();
    Backends.Choice device = input.device(checkpoint);
    PrintStream notes = context.notes(json);
    TestImages test = TestImages.load(checkpoint, limit, input, context, notes);
    notes.println(StartReport.device(device));

    RunReport report = RunReport.of(name(), model.file(), device, test.images(), test.other());
    Path shown = out.orElse(TrainedModel.folder(run, context));
    Path folder = context.createFolder(shown);
    ReportFiles.write(report, folder);
    if (tensorboard) {
      ReportFiles.events(report, folder, context.clock().instant());
    }
    if (json) {
      context.out().println(JsonText.pretty(result(report, shown)));
    }
    notes.print(text(report));
    notes.printf("report: %s%n", shown.resolve("report.html"));
    if (tensorboard) {
      notes.printf("event files: tensorboard --logdir %s%n", shown.resolve(EventFile.FOLDER));
    }
    return 0;
  }

  /** The folder, also where a checkpoint in it is named. */
  private String name() {
    Path absolute = context.folder().resolve(run).toAbsolutePath().normalize();
    Path folder = Files.isRegularFile(absolute) ? absolute.getParent() : absolute;
    return String.valueOf(folder == null ? absolute : folder.getFileName());
  }

  private static Result result(RunReport report, Path folder) {
    return new Result(
        folder.resolve("report.html").toString(),
        report.weights(),
        report.test().n(),
        report.evaluation().accuracy(),
        report.evaluation().loss(),
        report.classes(),
        report.calibration(),
        report.mistakes());
  }

  private static String text(RunReport report) {
    return String.format(
        Locale.ROOT,
        "test accuracy %.4f, loss %.4f with %s, on %d images of %s%n"
            + "expected calibration error %.4f%n",
        report.evaluation().accuracy(),
        report.evaluation().loss(),
        report.weights(),
        report.test().n(),
        TestReport.called(report.test().source()),
        report.calibration().expectedError());
  }
}
