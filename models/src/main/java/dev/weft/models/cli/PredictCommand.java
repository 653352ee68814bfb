package dev.weft.models.cli;

import dev.weft.models.predict.Answer;
import dev.weft.models.predict.FileStream;
import dev.weft.models.predict.ImageFiles;
import dev.weft.models.predict.Prepared;
import dev.weft.models.predict.SeenImage;
import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.Folders;
import dev.weft.runtime.train.Predictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a trained model about photographs. */
@Command(
    name = "predict",
    description =
        "Tells what garments are on photographs: PNG or JPEG of up to 4096x4096 pixels and 8 MB,"
            + " of any background that is plain. The garment is found, cut out, scaled and turned"
            + " light on black, as the images of Fashion-MNIST are; an image that is such a one"
            + " already is used as it is.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft predict runs/my-run shirt.jpg",
      "  weft predict runs/my-run shop-photos --threshold 0.6 --csv > answers.csv",
      "  weft predict runs/my-run shirt.jpg --show",
      "",
      "The exit code is 1 if an image could not be used; the others are answered all the same."
    })
final class PredictCommand implements Callable<Integer> {
  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "A run folder, whose best weights are used, or a checkpoint.")
  private Path run = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IMAGE|FOLDER",
      description = "Images, and folders with images, those in folders of theirs included.")
  private List<String> images = List.of();

  @Mixin private AskOptions trained = new AskOptions();

  /** In what form answers are written. */
  private static final class Format {
    @Option(names = "--csv", description = "Print CSV.")
    private boolean csv;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;
  }

  @ArgGroup private Format format = new Format();

  @Option(names = "--show", description = "Draw what the model saw, in characters.")
  private boolean show;

  @Option(
      names = "--debug-images",
      paramLabel = "DIR",
      description = "Write what the model saw of each image to this folder, as PNG.")
  private Optional<Path> debugImages = Optional.empty();

  PredictCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    double threshold = trained.threshold();
    if (images.contains("")) {
      throw new ParameterException(
          spec.commandLine(), "the name of the image is empty; give a file or a folder");
    }
    Map<String, String> useless = new LinkedHashMap<>();
    List<Path> files = files(useless);
    AskOptions.Opened opened = trained.open(run, context);
    try (Predictor predictor = opened.predictor()) {
      // Before the first answer: a failure after it would cut the output off.
      debugImages.ifPresent(
          shown -> Folders.make(context.folder().resolve(shown), "--debug-images"));
      Console console = new Console(files, predictor, output(files, opened));
      // Answers alone are on standard output, in whatever form.
      context.err().println(StartReport.device(opened.device()));
      console.output.begin();
      useless.forEach(console::useless);
      new FileStream(predictor, threshold).run(context.folder(), files, console);
      return console.end();
    }
  }

  /**
   * The files to look at.
   *
   * @param useless is given the names that there is no file for, each with the reason
   */
  private List<Path> files(Map<String, String> useless) {
    List<Path> named = new ArrayList<>();
    for (String image : images) {
      try {
        named.add(Path.of(image));
      } catch (InvalidPathException e) {
        useless.put(image, FileNames.reason(e));
      }
    }
    return ImageFiles.list(
        context.folder(), named, (folder, reason) -> useless.put(folder.toString(), reason));
  }

  private PredictOutput output(List<Path> files, AskOptions.Opened opened) {
    if (format.csv) {
      return new PredictOutput.Csv(context.out());
    }
    if (format.json) {
      Map<String, String> about = new LinkedHashMap<>();
      about.put("run", run.toString());
      about.put("checkpoint", String.valueOf(opened.model().file().getFileName()));
      about.put("model", opened.predictor().spec().name());
      about.put("device", opened.device().device().id());
      return new PredictOutput.Json(context.out(), about);
    }
    return new PredictOutput.Table(context.out(), files, opened.predictor().classNames());
  }

  /** Answers to standard output; what fails, and how far it is, to standard error. */
  private final class Console implements FileStream.Listener {
    private static final long NOTE_NANOS = 5_000_000_000L;

    private final List<Path> files;
    private final Predictor predictor;
    private final PredictOutput output;
    private final LiveLine line = new LiveLine(context.err(), context.terminal(), System::nanoTime);
    private final long start = System.nanoTime();
    private long noted = start;
    private int answered;
    private int failed;
    private int useless;

    Console(List<Path> files, Predictor predictor, PredictOutput output) {
      this.files = files;
      this.predictor = predictor;
      this.output = output;
    }

    @Override
    public void answered(Path file, Prepared seen, Answer answer) {
      answered++;
      line.clear();
      output.answered(file, seen, answer);
      debugImages.ifPresent(folder -> write(folder, seen));
      if (show) {
        context
            .notes(format.csv || format.json)
            .print(SeenImage.text(seen.pixels(), predictor.height(), predictor.width()));
      }
      progress();
    }

    @Override
    public void failed(Path file, String reason) {
      failed++;
      tell(file.toString(), reason);
      progress();
    }

    /** What the user named and no file is found for. */
    void useless(String name, String reason) {
      useless++;
      tell(name, reason);
    }

    private void tell(String name, String reason) {
      line.clear();
      output.failed(name, reason);
      context.err().printf("weft: %s: %s%n", name, reason);
    }

    private void write(Path folder, Prepared seen) {
      Path target = context.folder().resolve(folder);
      Path file = files.get(answered + failed - 1);
      // Images of the same name in different folders must not meet.
      String name = String.format(Locale.ROOT, "%05d-%s.png", answered + failed, stem(file));
      try {
        Files.write(
            target.resolve(name),
            SeenImage.png(seen.pixels(), predictor.height(), predictor.width()));
      } catch (IOException e) {
        throw new UserException(
            "cannot write to %s (%s); choose another folder with --debug-images"
                .formatted(folder, Folders.reason(e)),
            e);
      }
    }

    private static String stem(Path file) {
      return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private void progress() {
      if (files.size() == 1) {
        return;
      }
      int done = answered + failed;
      line.draw(() -> "%s %s".formatted(LiveLine.bar(done, files.size()), rate(done)));
      if (!context.terminal() && System.nanoTime() - noted > NOTE_NANOS) {
        noted = System.nanoTime();
        context.err().println(rate(done));
      }
    }

    private String rate(int done) {
      double seconds = (System.nanoTime() - start) / 1e9;
      double perSecond = done / seconds;
      return String.format(
          Locale.ROOT,
          "%d/%d images, %.0f a second, %s left",
          done,
          files.size(),
          perSecond,
          TrainingConsole.time((files.size() - done) / perSecond));
    }

    private int end() {
      line.clear();
      output.end(answered, failed + useless);
      context.out().flush();
      return failed + useless == 0 ? 0 : 1;
    }
  }
}
