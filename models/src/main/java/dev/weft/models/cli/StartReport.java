package dev.weft.models.cli;

import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.train.RunImages;
import dev.weft.runtime.train.TrainConfig;
import dev.weft.runtime.train.Trainer;
import java.util.Locale;

/** What the user is told before training starts. */
final class StartReport {
  private StartReport() {}

  /** Device, model, split and settings, a line each. */
  static String lines(TrainConfig config, Backends.Choice device, Trainer trainer) {
    return String.format(
        Locale.ROOT,
        "%s%nmodel: %s%nsplit: %s%ntraining: %s%n",
        device(device),
        model(config.model()),
        split(trainer.images()),
        training(config, trainer));
  }

  /** What a command runs on and why, for all that run something. */
  static String device(Backends.Choice device) {
    return "device: %s, %s (%s)"
        .formatted(device.device().id(), device.device().name(), device.reason());
  }

  private static String model(ModelSpec model) {
    return String.format(
        Locale.ROOT,
        "%s, %,d parameters%s",
        model.name(),
        model.summary().parameters(),
        Tables.flattened(model).map(map -> ", " + map + " at the first dense layer").orElse(""));
  }

  private static String split(RunImages.About data) {
    return "%d images to train on, %d to validate, %d to test"
        .formatted(data.train(), data.validation(), data.test());
  }

  private static String training(TrainConfig config, Trainer trainer) {
    return String.format(
        Locale.ROOT,
        "epochs %d, steps an epoch %d, batch %d, %s with learning rate %s, seed %d%s%s",
        config.epochs(),
        trainer.stepsPerEpoch(),
        config.batch(),
        config.optimizer().kind().word(),
        config.optimizer().learningRate(),
        config.seed(),
        config.augment().isNone() ? "" : ", images changed by " + config.augment().words(),
        config.keepZeros() ? ", zeros stay 0" : "");
  }
}
