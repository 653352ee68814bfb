package dev.weft.runtime.verify;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Program;
import dev.weft.kernels.StepState;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.graph.AugmentSpec;
import dev.weft.runtime.graph.Initializers;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.OptimizerSpec;
import dev.weft.runtime.graph.ProgramBuilder;
import dev.weft.runtime.graph.TrainingSpec;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One training step and one evaluation step of a model, with all that they start from: random
 * images, initial weights, and counters that stand at the last, shorter batch of an epoch.
 *
 * @param classes number of labels
 * @param model with the segments of both steps
 * @param seed of images, labels and weights
 */
public record ModelStep(int classes, ModelProgram model, long seed) {
  private static final int WHOLE_BATCHES = 2;

  /**
   * Builds the step.
   *
   * @param batch rows, at least 1; about three quarters of them are valid
   * @param optimizer one of {@link OptimizerSpec#names}
   * @param augment how images are changed
   * @throws dev.weft.runtime.UserException if the batch is too large for the model
   */
  public static ModelStep of(
      ModelSpec spec, int batch, String optimizer, AugmentSpec augment, long seed) {
    int images = WHOLE_BATCHES * batch + Math.max(1, batch * 3 / 4);
    ModelProgram program =
        ProgramBuilder.training(
            spec,
            new TrainingSpec(
                batch,
                OptimizerSpec.named(optimizer, OptionalDouble.empty()),
                seed,
                true,
                augment,
                false,
                images,
                images,
                images));
    return new ModelStep(spec.classes(), program, seed);
  }

  /** The calls of both steps. */
  public Program program() {
    return model.program();
  }

  /** Writes what the steps start from into a session of the program that is all zero. */
  public void fill(Session session) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Buffer accumulator : model.accumulators().values()) {
      float[] values = new float[accumulator.length()];
      Arrays.fill(values, model.initialAccumulator());
      session.write(accumulator, values);
    }
    session.write(buffer(ModelProgram.PARAMS), Initializers.parameters(model.parameters(), seed));
    Buffer images = buffer(ModelProgram.IMAGES);
    session.write(images, IntStream.range(0, images.length()).map(i -> random.nextInt()).toArray());
    Buffer labels = buffer(ModelProgram.LABELS);
    int count = labels.length();
    session.write(labels, IntStream.range(0, count).map(i -> random.nextInt(classes)).toArray());
    int[] state = new int[StepState.SIZE];
    state[StepState.CURSOR] = WHOLE_BATCHES;
    state[StepState.STEP] = WHOLE_BATCHES;
    state[StepState.COUNT] = count;
    int[] order = IntStream.range(0, count).map(i -> count - 1 - i).toArray();
    session.write(buffer(ModelProgram.TRAIN_ORDER), order);
    session.write(buffer(ModelProgram.TRAIN_STATE), state);
    session.write(buffer(ModelProgram.EVAL_ORDER), order);
    session.write(buffer(ModelProgram.EVAL_STATE), state);
  }

  private Buffer buffer(String name) {
    return program().buffer(name);
  }
}
