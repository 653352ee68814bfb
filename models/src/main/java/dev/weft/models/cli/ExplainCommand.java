package dev.weft.models.cli;

import dev.weft.kernels.Shape;
import dev.weft.models.explain.Explainer;
import dev.weft.models.explain.Explanation;
import dev.weft.models.explain.ExplanationFiles;
import dev.weft.models.explain.ExplanationReport;
import dev.weft.models.explain.Sentences;
import dev.weft.runtime.Suggestion;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.train.JsonText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows why a model answers as it does. */
@Command(
    name = "explain",
    description =
        "Shows why a model answers as it does about an image: Grad-CAM, saliency, occlusion,"
            + " filters and feature maps as pictures, each with a sentence.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft explain runs/my-run 17                  image 17 of the test set",
      "  weft explain runs/my-run photo.jpg           a photo of your own",
      "  weft explain runs/my-run 17 --class Coat     why not a coat?",
      "  weft explain runs/my-run 3 5 8 --layer conv1 --json",
      "",
      "Parts of garments are named by where in a picture they usually lie; nothing",
      "recognises them."
    })
final class ExplainCommand implements Callable<Integer> {
  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "A run folder, whose best weights are taken, or a checkpoint.")
  private Path run = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IMAGE|INDEX",
      description = "PNG or JPEG files, or numbers of images of the test set, from 0.")
  private List<String> images = List.of();

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "The class to explain, by name or number (default: the most probable).")
  private Optional<String> className = Optional.empty();

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "A convolution to take Grad-CAM of, besides the last; several are allowed.")
  private List<String> layers = List.of();

  @Option(
      names = "--patch",
      paramLabel = "N",
      description = "Side of the patch that is hidden, odd (default: a quarter of the image).")
  private Optional<Integer> patch = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the folder of each image goes (default: RUN/explain).")
  private Optional<Path> out = Optional.empty();

  @Mixin private InputOptions input;

  @Option(names = "--json", description = "Print the explanations as JSON.")
  private boolean json;

  ExplainCommand(Context context) {
    this.context = context;
    this.input = new InputOptions();
  }

  @Override
  public Integer call() {
    // Pictures are drawn in memory: no display is needed, and none must be asked for.
    System.setProperty("java.awt.headless", "true");
    if (images.contains("")) {
      throw new ParameterException(
          spec.commandLine(),
          "the name of the image is empty; give a file or a number of the test set");
    }
    TrainedModel model = TrainedModel.read(run, context);
    patch.ifPresent(side -> requirePatch(side, model.spec().input()));
    PrintStream notes = context.notes(json);
    ExplainedImages source = new ExplainedImages(model, input, context, notes);
    List<ExplainedImages.Asked> asked = source.find(images);
    List<ExplanationReport> reports = new ArrayList<>();
    Backends.Choice device = input.device(model.checkpoint());
    notes.println(StartReport.device(device));
    try (Explainer explainer = Explainer.open(model.spec(), model.checkpoint().weights(), device)) {
      OptionalInt label = label(model);
      List<String> convolutions = layers(explainer);
      for (ExplainedImages.Asked image : asked) {
        reports.add(explain(model, explainer, image, label, convolutions));
      }
    }
    if (json) {
      context.out().println(JsonText.pretty(reports));
    }
    return 0;
  }

  /** A patch has a centre, and leaves something of the image to look at. */
  private void requirePatch(int side, Shape image) {
    int largest = Math.max(image.dim(0), image.dim(1)) - 1 | 1;
    if (side < 1 || side > largest || side % 2 == 0) {
      throw new ParameterException(
          spec.commandLine(),
          "--patch %d; allowed: odd numbers from 1 to %d".formatted(side, largest));
    }
  }

  /** The class that was asked for. */
  private OptionalInt label(TrainedModel model) {
    if (className.isEmpty()) {
      return OptionalInt.empty();
    }
    String wanted = className.get();
    List<String> names = model.classNames();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(wanted) || wanted.equals(String.valueOf(i))) {
        return OptionalInt.of(i);
      }
    }
    List<String> lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    throw new UserException(
        "no class '%s'%s (classes: %s, or 0 to %d)"
            .formatted(
                wanted,
                Suggestion.hint(wanted, lower),
                String.join(", ", names),
                names.size() - 1));
  }

  /** Those that were asked for, then the last. */
  private List<String> layers(Explainer explainer) {
    List<String> wanted = new ArrayList<>(layers);
    List<String> all = explainer.convolutions();
    if (!all.isEmpty()) {
      wanted.remove(all.getLast());
      wanted.add(all.getLast());
    }
    return wanted.stream().distinct().toList();
  }

  private ExplanationReport explain(
      TrainedModel model,
      Explainer explainer,
      ExplainedImages.Asked image,
      OptionalInt label,
      List<String> convolutions) {
    Explanation explanation =
        label.isPresent()
            ? explanation(model, explainer, image, label.getAsInt(), convolutions)
            : explanation(model, explainer, image, explainer.predict(image.pixels()), convolutions);
    ExplanationReport report =
        ExplanationReport.of(
            run.toString(), image.name(), image.file(), image.actual(), explanation);
    Path shown = out.orElseGet(() -> TrainedModel.folder(run, context).resolve("explain"));
    Path folder =
        ExplanationFiles.folder(
            context.createFolder(shown).resolve(image.folder() + suffix(explanation, label)),
            report);
    List<NamedTensor> filters =
        explainer.convolutions().stream()
            .limit(1)
            .map(name -> Objects.requireNonNull(model.checkpoint().weights().get(name + ".weight")))
            .toList();
    ExplanationFiles.write(folder, explanation, filters, report);
    if (!json) {
      print(explanation, image, shown.resolve(folder.getFileName()));
    }
    return report;
  }

  private Explanation explanation(
      TrainedModel model,
      Explainer explainer,
      ExplainedImages.Asked image,
      int label,
      List<String> convolutions) {
    return Explanation.of(
        explainer,
        image.pixels(),
        label,
        model.classNames(),
        convolutions,
        patch.orElseGet(explainer::defaultPatch));
  }

  private static String suffix(Explanation explanation, OptionalInt label) {
    return label.isEmpty()
        ? ""
        : "-" + explanation.className().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private void print(Explanation explanation, ExplainedImages.Asked image, Path folder) {
    Sentences sentences = new Sentences(explanation);
    PrintStream stream = context.out();
    stream.printf(
        "%s%s: %s%n",
        image.name(), image.actual().map(" (%s)"::formatted).orElse(""), sentences.summary());
    explanation
        .gradCams()
        .keySet()
        .forEach(layer -> stream.println("  " + sentences.gradCam(layer)));
    stream.println("  " + sentences.saliency());
    stream.println("  " + sentences.occlusion());
    stream.println("  " + sentences.check());
    stream.println("  pictures: " + folder.resolve("overview.png"));
  }
}
