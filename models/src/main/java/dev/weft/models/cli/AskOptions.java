package dev.weft.models.cli;

import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.train.Predictor;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --device}, {@code --batch} and {@code --threshold} of the commands that ask a model. */
final class AskOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--device",
      paramLabel = "ID",
      description =
          "What to run on; 'weft devices' lists it (default: the backend that trained the run).")
  private Optional<String> device = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Most images that the model is asked about at once (default ${DEFAULT-VALUE}).")
  private int batch = 32;

  @Option(
      names = "--threshold",
      paramLabel = "P",
      description =
          "Least probability, 0 to 1, at which a class is named; below it the answer is 'I don't"
              + " know' (default ${DEFAULT-VALUE}).")
  private double threshold = 0;

  AskOptions() {
    this.command = CommandSpec.create();
  }

  double threshold() {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new ParameterException(
          command.commandLine(), "--threshold %s; allowed: 0 to 1".formatted(threshold));
    }
    return threshold;
  }

  /** A model that was opened, where it came from and what it runs on. */
  record Opened(Predictor predictor, TrainedModel model, Backends.Choice device) {}

  /** Opens the best weights of a run, or those of a checkpoint. */
  Opened open(Path run, Context context) {
    if (batch < 1 || batch > 4096) {
      throw new ParameterException(
          command.commandLine(), "--batch %d; allowed: 1 to 4096".formatted(batch));
    }
    TrainedModel model = TrainedModel.read(run, context);
    Backends.Choice choice = InputOptions.device(device, model.checkpoint());
    return new Opened(
        new Predictor(model.checkpoint(), model.file(), batch, choice), model, choice);
  }
}
