package dev.weft.models.cli;

import dev.weft.models.compress.CompressedModel;
import dev.weft.models.compress.Pruning;
import dev.weft.models.compress.Variant;
import dev.weft.models.export.Precision;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
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
    return compressed(pruned(variant), variant, Map.of());
  }

  /**
   * Weights that were made of its own and trained on since, with fewer bits.
   *
   * @param tuned pruned as the variant asks for
   */
  CompressedModel compressed(Checkpoint tuned, Variant variant) {
    return compressed(tuned.weights(), variant, TrainedModel.training(tuned));
  }

  /** What is told of the training is true of these weights; what is not is told of the source. */
  private CompressedModel compressed(
      Map<String, NamedTensor> pruned, Variant variant, Map<String, String> tuning) {
    Map<String, String> training = new LinkedHashMap<>(tuning);
    if (variant.precision() != Precision.FLOAT32) {
      training.keySet().removeAll(TrainedModel.LOSSES); // they had all their bits then
    }
    if (variant.equals(Variant.NONE)) {
      training.putAll(model.training());
    } else {
      training.put("compression", variant.label());
      model.training().forEach((name, value) -> training.put("source." + name, value));
    }
    return CompressedModel.of(
        model.spec(), pruned, variant.precision(), model.classNames(), training);
  }

  /** Puts model and test images on the device. */
  Evaluator evaluator() {
    return new Evaluator(model.spec(), config.batch(), test, device);
  }
}
