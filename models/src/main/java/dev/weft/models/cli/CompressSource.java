package dev.weft.models.cli;

import dev.weft.models.compress.CompressedModel;
import dev.weft.models.compress.Pruning;
import dev.weft.models.compress.Variant;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.train.Evaluator;
import dev.weft.runtime.train.TrainConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is made smaller, and what it is tested with.
 *
 * @param run as the user has named it
 * @param config that it was trained with
 * @param test images to test with
 */
record CompressSource(
    Path run, TrainedModel model, TrainConfig config, Backends.Choice device, Dataset test) {

  /** Its weights. */
  Map<String, NamedTensor> weights() {
    return model.checkpoint().weights();
  }

  /** Its weights with the smallest set to 0. */
  Map<String, NamedTensor> pruned(Variant variant) {
    return Pruning.prune(weights(), variant.prune());
  }

  /** One way to make it smaller, without training. */
  CompressedModel compressed(Variant variant) {
    return compressed(pruned(variant), variant, 0);
  }

  /**
   * Weights that were made of its own, with fewer bits.
   *
   * @param pruned as the variant asks for
   * @param epochs that they were trained on for since
   */
  CompressedModel compressed(Map<String, NamedTensor> pruned, Variant variant, int epochs) {
    Map<String, String> training = new LinkedHashMap<>(model.training());
    if (!variant.equals(Variant.NONE)) {
      training.put("compression", variant.label());
    }
    if (epochs > 0) {
      training.put("fine_tuned_epochs", String.valueOf(epochs));
    }
    return CompressedModel.of(
        model.spec(), pruned, variant.precision(), model.classNames(), training);
  }

  /** Puts model and test images on the device. */
  Evaluator evaluator() {
    return new Evaluator(model.spec(), config.batch(), test, device);
  }
}
