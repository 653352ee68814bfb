package dev.weft.runtime.train;

import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ProgramBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Applies weights, out of files or as they are, to test images. */
public final class Evaluator implements AutoCloseable {
  private final ModelSession model;
  private final Dataset test;

  /**
   * Puts model and images on the device.
   *
   * @param batch images a step, at least 1; results are bit for bit those of {@link FinalTest}
   *     where it is that of training
   * @throws UserException if the images do not fit the model
   */
  public Evaluator(ModelSpec spec, int batch, Dataset test, Backends.Choice device) {
    RunImages.requireFits(spec, test);
    this.test = test;
    ModelProgram program = ProgramBuilder.inference(spec, batch, test.n(), test.n());
    this.model = new ModelSession(program, device.open(program.program()), List.of(test));
  }

  /**
   * How the weights of a file do.
   *
   * @throws UserException if the file is damaged or its weights do not fit the model
   */
  public TestResult evaluate(Path weights) {
    return TestResult.of(predict(weights).evaluation(), test.classNames());
  }

  /**
   * What the weights of a file say of every test image.
   *
   * @throws UserException if the file is damaged or its weights do not fit the model
   */
  public Predictions predict(Path weights) {
    return predict(read(weights, model));
  }

  /**
   * What weights say of every test image.
   *
   * @param weights by name, with the model's own names and shapes
   */
  public Predictions predict(Map<String, NamedTensor> weights) {
    model.setWeights(weights);
    return model.predict(0, test.n());
  }

  static Map<String, NamedTensor> read(Path file, ModelSession model) {
    Map<String, NamedTensor> weights = Checkpoint.readWeights(file);
    Checkpoint.requireShapes(file, weights, model.model().parameters().shapes());
    return weights;
  }

  @Override
  public void close() {
    model.close();
  }
}
