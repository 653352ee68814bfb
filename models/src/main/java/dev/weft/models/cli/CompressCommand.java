package dev.weft.models.cli;

import dev.weft.models.cli.CompressReport.Row;
import dev.weft.models.compress.CompressedModel;
import dev.weft.models.compress.Compression;
import dev.weft.models.compress.Scores;
import dev.weft.models.compress.Variant;
import dev.weft.models.export.Precision;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.train.Evaluator;
import dev.weft.runtime.train.JsonText;
import dev.weft.runtime.train.Predictions;
import dev.weft.runtime.train.RunSummary.DeviceUsed;
import dev.weft.runtime.train.TrainConfig;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Makes models smaller. */
@Command(
    name = "compress",
    description =
        "Makes a model smaller: fewer bits a weight, and weights set to 0 that are smallest. Alone,"
            + " tells what each way costs; with --out, makes a run of one.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft compress runs/my-run                              a table",
      "  weft compress runs/my-run --weights int8 --out runs/i8",
      "  weft compress runs/my-run --prune 0.9 --epochs 3 --weights int8 \\",
      "    --out runs/small                                     fine-tuned between",
      "",
      "The run folder holds model.onnx, which stores the weights as they were asked",
      "for, the floats that they stand for, and compression.json."
    })
final class CompressCommand implements Callable<Integer> {
  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      description = "A run folder, whose best weights are taken, or a checkpoint.")
  private Path run = Path.of("");

  @Mixin private InputOptions input;

  @Option(
      names = "--weights",
      paramLabel = "TYPE",
      converter = PrecisionName.class,
      description =
          "How weights are stored: float32 (default), float16, int8 or int4; integers with a scale"
              + " for each output channel.")
  private Optional<Precision> weights = Optional.empty();

  @Option(
      names = "--prune",
      paramLabel = "SHARE",
      description = "Share of the weights to set to 0, the smallest of all layers: 0.9.")
  private Optional<Double> prune = Optional.empty();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "0",
      description = "Train pruned weights on by Adam while their zeros stay (default 0: not).")
  private int epochs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run folder to make, new or empty.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  CompressCommand(Context context) {
    this.context = context;
    this.input = new InputOptions();
  }

  /** Ways to store weights, by their words. */
  static final class PrecisionName implements ITypeConverter<Precision> {
    @Override
    public Precision convert(String name) {
      for (Precision precision : Precision.values()) {
        if (precision.word().equals(name)) {
          return precision;
        }
      }
      throw new TypeConversionException(
          "'%s' is none of %s".formatted(name, String.join(", ", Precision.words())));
    }
  }

  private record Report(
      String run,
      String model,
      int parameters,
      DeviceUsed device,
      int images,
      List<Row> variants) {}

  @Override
  public Integer call() {
    requireValid();
    TrainedModel model = TrainedModel.read(run, context);
    Checkpoint checkpoint = model.checkpoint();
    TrainConfig config = model.config();
    Backends.Choice device = input.device(checkpoint);
    PrintStream notes = context.notes(json);
    Datasets loaded = input.images(checkpoint, context, notes);
    Dataset test = TestImages.of(loaded, checkpoint, config.limit(), notes).images();
    if (epochs == 0) { // else the training says so
      notes.println(StartReport.device(device));
    }
    CompressSource source = new CompressSource(run, model, config, device, test);
    if (out.isEmpty()) {
      compare(source);
      return 0;
    }
    Variant variant = new Variant(weights.orElse(Precision.FLOAT32), prune.orElse(0.0));
    CompressedRun made = new CompressedRun(source, variant, epochs, out.get(), context, notes);
    Optional<Compression> compression = made.make(loaded);
    if (compression.isPresent() && json) {
      context.out().println(JsonText.pretty(compression.get()));
    }
    return compression.isPresent() ? 0 : StopSignal.EXIT_CODE;
  }

  private void requireValid() {
    double share = prune.orElse(0.0);
    if (!(share >= 0 && share < 1)) {
      throw wrong("--prune %s; allowed: 0 to less than 1".formatted(share));
    }
    if (epochs < 0) {
      throw wrong("--epochs %d; allowed: 0 or more".formatted(epochs));
    }
    if (epochs > 0 && share == 0) {
      throw wrong("--epochs trains on what pruning has left: give --prune SHARE too");
    }
    boolean asked = weights.isPresent() || prune.isPresent();
    if (asked && out.isEmpty()) {
      throw wrong("--weights and --prune make a run: give --out DIR too");
    }
    if (!asked && out.isPresent()) {
      throw wrong("nothing to do for --out: give --weights TYPE or --prune SHARE");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Tells what each way costs. */
  private void compare(CompressSource source) {
    List<Row> rows = new ArrayList<>();
    try (Evaluator evaluator = source.evaluator()) {
      Predictions before = evaluator.predict(source.model().checkpoint().weights());
      for (Variant variant : Variant.ALL) {
        CompressedModel made = source.compressed(variant);
        Scores scores = Scores.of(evaluator.predict(made.weights()), before);
        rows.add(Row.of(variant.label(), variant, made, scores));
      }
    }
    if (json) {
      context
          .out()
          .println(
              JsonText.pretty(
                  new Report(
                      run.toString(),
                      source.model().spec().name(),
                      source.model().spec().summary().parameters(),
                      DeviceUsed.of(source.device()),
                      source.test().n(),
                      rows)));
    } else {
      context.out().print(CompressReport.table(rows));
    }
  }
}
