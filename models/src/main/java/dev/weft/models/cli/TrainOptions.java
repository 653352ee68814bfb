package dev.weft.models.cli;

import dev.weft.runtime.UserException;
import dev.weft.runtime.graph.AugmentSpec;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.OptimizerSpec;
import dev.weft.runtime.train.TrainConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of {@code weft train} that settle what is done. */
final class TrainOptions {
  private static final List<String> WITH_RESUME =
      List.of("--epochs", "--max-steps", "--early-stopping", "--device", "--data");

  /** Options that do not change what is trained. */
  private static final List<String> ALWAYS =
      List.of(
          "--resume",
          "--dry-run",
          "--json",
          "--stacktrace",
          "--no-report",
          "--tensorboard",
          "--reach");

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "12",
      description = "Passes over the training images (default ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "128",
      description = "Images a step (default ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--optimizer",
      paramLabel = "NAME",
      defaultValue = "adadelta",
      description = "adadelta (default), sgd, momentum, adagrad, rmsprop or adam.")
  private String optimizer = "";

  @Option(
      names = "--lr",
      paramLabel = "RATE",
      description = "Learning rate (default: the optimizer's own; 1.0 for adadelta).")
  private Optional<Double> learningRate = Optional.empty();

  @Option(
      names = "--val-split",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      description =
          "Share of the training images held out to validate, the last ones; 0 for none (default"
              + " ${DEFAULT-VALUE}).")
  private double validationSplit;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Of initial weights, order, dropout and --augment (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Run folder, new or empty (default runs/MODEL-TIME).")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description =
          "Go on with a run, bit for bit as if it had not stopped. Its settings hold; only"
              + " --epochs, --max-steps, --early-stopping, --device and --data may be given anew.")
  private Optional<Path> resume = Optional.empty();

  @Option(
      names = "--init",
      paramLabel = "FILE",
      description = "Start from the weights in a safetensors file.")
  private Optional<Path> init = Optional.empty();

  @Option(names = "--no-shuffle", description = "Take the images as they lie in every epoch.")
  private boolean noShuffle;

  @Option(names = "--no-dropout", description = "Leave out what dropout layers do.")
  private boolean noDropout;

  @Option(
      names = "--augment",
      paramLabel = "LIST",
      defaultValue = "none",
      description =
          "Change training images at random, anew in every step: flip, shift:2 (pixels), rotate:10"
              + " (degrees), scale:0.1, light:0.5, noise:0.2, erase:0.3, with these amounts if none"
              + " is given; or all of them; or none (default).")
  private String augment = "";

  @Option(
      names = "--keep-zeros",
      description =
          "Weights that are 0 stay 0, as those of a pruned model given with --init; biases learn.")
  private boolean keepZeros;

  @Option(
      names = "--max-steps",
      paramLabel = "N",
      defaultValue = "0",
      description = "Stop after so many steps in all; such a run can be resumed.")
  private long maxSteps;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Use only the first N training images and the first N test images, 0 for all (default"
              + " ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--log-steps", description = "Write a line with the loss of every step.")
  private boolean logSteps;

  @Option(
      names = "--early-stopping",
      paramLabel = "PATIENCE",
      arity = "0..1",
      defaultValue = "0",
      fallbackValue = "3",
      description =
          "Stop after so many epochs without a better validation loss (without a number: 3).")
  private int patience;

  @Option(
      names = "--reach",
      paramLabel = "ACCURACY",
      split = ",",
      description =
          "Test after every epoch, and note how long it took from the start of the program until"
              + " these test accuracies, such as 0.90,0.91, were reached.")
  private List<Double> reach = List.of();

  @Option(names = "--no-report", description = "Make no report.html and no plots at the end.")
  private boolean noReport;

  @Option(
      names = "--tensorboard",
      description =
          "Write event files for TensorBoard while training, with the confusion matrix at the end;"
              + " 'tensorboard --logdir RUN/tensorboard' shows them.")
  private boolean tensorboard;

  /**
   * Checks what {@link #config} does not.
   *
   * @throws ParameterException if a value is not allowed
   */
  void requireValid(CommandLine command) {
    for (double accuracy : reach) {
      if (!(accuracy > 0 && accuracy <= 1)) {
        throw new ParameterException(
            command, "--reach %s; allowed: above 0 and up to 1".formatted(accuracy));
      }
    }
  }

  /** Test accuracies to watch for. */
  List<Double> reach() {
    return reach;
  }

  /** Whether a report is to be made at the end. */
  boolean report() {
    return !noReport;
  }

  /** Whether event files are to be written. */
  boolean tensorboard() {
    return tensorboard;
  }

  Optional<Path> resume() {
    return resume;
  }

  Optional<Path> init() {
    return init;
  }

  Optional<Path> out() {
    return out;
  }

  /**
   * The settings of a new run.
   *
   * @throws ParameterException if a value is not allowed
   */
  TrainConfig config(ModelSpec model, CommandLine command) {
    try {
      OptionalDouble rate = learningRate.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
      return TrainConfig.builder(model)
          .optimizer(OptimizerSpec.named(optimizer, rate))
          .batch(batch)
          .epochs(epochs)
          .validationSplit(validationSplit)
          .seed(seed)
          .shuffle(!noShuffle)
          .dropout(!noDropout)
          .augment(AugmentSpec.parse(augment))
          .keepZeros(keepZeros)
          .maxSteps(maxSteps)
          .limit(limit)
          .patience(patience)
          .logSteps(logSteps)
          .build();
    } catch (UserException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  /**
   * The settings of a resumed run.
   *
   * @param before those that it was trained with
   * @param done epochs that it was trained for
   * @throws ParameterException if a value is not allowed
   */
  TrainConfig resumed(TrainConfig before, int done, CommandLine command) {
    CommandLine.ParseResult given = command.getParseResult();
    boolean newEnd = given.hasMatchedOption("--epochs");
    try {
      TrainConfig config =
          before.toBuilder()
              .epochs(newEnd ? epochs : before.epochs())
              .maxSteps(maxSteps)
              .patience(given.hasMatchedOption("--early-stopping") ? patience : before.patience())
              .build();
      if (newEnd && epochs < done) {
        throw new UserException(
            "--epochs %d: %d epochs are done already; give more than %d, or leave it out"
                .formatted(epochs, done, done));
      }
      return config;
    } catch (UserException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  /**
   * Checks that nothing is given that a resumed run cannot change.
   *
   * @param model the argument MODEL
   */
  static void requireResumable(Optional<String> model, CommandLine command) {
    Optional<String> wrong =
        model
            .map(name -> "MODEL (" + name + ")")
            .or(() ->
                command.getParseResult().matchedOptions().stream()
                    .map(OptionSpec::longestName)
                    .filter(name -> !WITH_RESUME.contains(name) && !ALWAYS.contains(name))
                    .findFirst());
    if (wrong.isPresent()) {
      throw new ParameterException(
          command,
          "%s cannot be given with --resume: the settings are those of the run; only %s may change"
              .formatted(wrong.get(), String.join(", ", WITH_RESUME)));
    }
  }
}
