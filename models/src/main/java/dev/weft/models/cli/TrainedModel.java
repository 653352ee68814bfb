package dev.weft.models.cli;

import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ParameterLayout;
import dev.weft.runtime.train.Predictor;
import dev.weft.runtime.train.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the argument RUN of a command that uses a trained model stands for.
 *
 * @param file the checkpoint: the best of a run folder, or the one that was named
 * @param checkpoint its content
 * @param spec the model
 * @param classNames by label
 */
record TrainedModel(Path file, Checkpoint checkpoint, ModelSpec spec, List<String> classNames) {

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
}
