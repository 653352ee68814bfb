package dev.weft.models.cli;

import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ParameterLayout;
import dev.weft.runtime.train.Predictor;
import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.TrainConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the argument RUN of a command that uses a trained model stands for.
 *
 * @param file the checkpoint: the best of a run folder, or the one that was named
 * @param checkpoint its content
 * @param spec the model
 * @param classNames by label
 */
record TrainedModel(Path file, Checkpoint checkpoint, ModelSpec spec, List<String> classNames) {
  /** What the loss of the best epoch is called: in validation, and in training without one. */
  static final List<String> LOSSES = List.of("best_val_loss", "best_loss");

  /**
   * Reads the checkpoint of a run.
   *
   * @throws UserException if there is none, or it is damaged
   */
  static TrainedModel read(Path run, Context context) {
    Path file = RunFolder.checkpoint(context.folder().resolve(run));
    Checkpoint checkpoint = Checkpoint.read(file);
    ModelSpec spec = ModelSpec.parse(checkpoint.modelJson(), file.toString());
    Checkpoint.requireShapes(
        file, checkpoint.weights(), ParameterLayout.of(spec.summary()).shapes());
    return new TrainedModel(
        file, checkpoint, spec, Predictor.classNames(checkpoint, spec.classes()));
  }

  /**
   * The folder of a run, also where a checkpoint in it was named.
   *
   * @param run as the user wrote it; so is the result
   */
  static Path folder(Path run, Context context) {
    if (!Files.isRegularFile(context.folder().resolve(run))) {
      return run;
    }
    Path parent = run.getParent();
    return parent == null ? Path.of("") : parent;
  }

  /** The settings that the model was trained with. */
  TrainConfig config() {
    return TrainConfig.of(spec, checkpoint.config(), file.toString());
  }

  /** What the weights in a checkpoint are called: {@code best}, {@code last}. */
  static String weightsName(Path checkpoint) {
    return String.valueOf(checkpoint.getFileName()).replaceFirst("\\.safetensors$", "");
  }

  /** How the model was trained, as its checkpoint tells. */
  Map<String, String> training() {
    return training(checkpoint);
  }

  /** How the model in a checkpoint was trained. */
  static Map<String, String> training(Checkpoint checkpoint) {
    Map<String, String> config = checkpoint.config();
    Map<String, String> training = new LinkedHashMap<>();
    for (String key : List.of("optimizer", "lr", "batch", "seed", "data.source")) {
      if (config.containsKey(key)) {
        training.put(key, config.get(key));
      }
    }
    training.put("epochs", String.valueOf(checkpoint.progress().epoch()));
    training.put("steps", String.valueOf(checkpoint.progress().step()));
    double loss = checkpoint.progress().best();
    if (Double.isFinite(loss)) {
      boolean validated = Double.parseDouble(config.getOrDefault("val-split", "0")) > 0;
      training.put(LOSSES.get(validated ? 0 : 1), String.valueOf(loss));
    }
    training.put("weights_sha256", checkpoint.sha256());
    return training;
  }
}
