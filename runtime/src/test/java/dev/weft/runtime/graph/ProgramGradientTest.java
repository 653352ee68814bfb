package dev.weft.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Program;
import dev.weft.kernels.StepState;
import dev.weft.runtime.backend.reference.ReferenceSession;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The gradients of all parameters of whole models against central differences of the loss, in the
 * double precision of the reference: the backward calls are the right ones in the right order.
 */
class ProgramGradientTest {
  private static final double H = 1e-5;
  private static final int BATCH = 4;
  private static final int IMAGES = 9;

  /** Rows of the batch that are images. */
  private static final int VALID = 3;

  @Test
  void everyLayerRectifiedByFusion() {
    check(Models.parse(Models.TINY));
  }

  @Test
  void reluOfItsOwnAfterEveryKindOfLayer() {
    check(
        Models.of(
            "[7, 6, 2]",
            """
            {"type": "pool", "kind": "average", "size": 2, "stride": 1}\
            """,
            """
            {"type": "conv2d", "filters": 3, "kernel": [2, 3], "stride": [1, 2], "padding": "same"}\
            """,
            Programs.RELU,
            """
            {"type": "pool", "kind": "sum", "size": 2, "stride": 1}\
            """,
            Programs.RECTIFIED,
            Programs.RELU,
            Programs.DROPOUT,
            """
            {"type": "conv2d", "filters": 2, "kernel": 2, "stride": 2, "padding": "valid"}\
            """,
            Programs.RELU));
  }

  private static void check(ModelSpec model) {
    OptimizerSpec sgd = OptimizerSpec.named("sgd", OptionalDouble.empty());
    ModelProgram program =
        ProgramBuilder.training(
            model,
            new TrainingSpec(BATCH, sgd, 3, true, AugmentSpec.NONE, false, IMAGES, IMAGES, IMAGES));
    try (ReferenceSession session = new ReferenceSession(program.program())) {
      fill(session, program.parameters(), model.classes());
      step(session);
      double[] gradient = reals(session, ModelProgram.GRADS).clone();
      double[] params = reals(session, ModelProgram.PARAMS);
      int nonZero = 0;
      for (int i = 0; i < params.length; i++) {
        double value = params[i];
        params[i] = value + H;
        double above = step(session);
        params[i] = value - H;
        double below = step(session);
        params[i] = value;
        double difference = (above - below) / (2 * H);
        double bound = 1e-6 * Math.max(1, Math.max(Math.abs(difference), Math.abs(gradient[i])));
        assertEquals(difference, gradient[i], bound, "parameter " + i);
        nonZero += Math.abs(difference) > 1e-4 ? 1 : 0;
      }
      assertTrue(nonZero > 0.3 * params.length, nonZero + " of " + params.length);
    }
  }

  /** Random images and parameters; the batch to come is the last, with {@value #VALID} rows. */
  private static void fill(ReferenceSession session, ParameterLayout layout, int classes) {
    SplittableRandom random = new SplittableRandom(11);
    write(session, ModelProgram.IMAGES, i -> random.nextInt());
    write(session, ModelProgram.LABELS, i -> random.nextInt(classes));
    write(session, ModelProgram.TRAIN_ORDER, i -> i * 2 % IMAGES);
    int[] state = new int[StepState.SIZE];
    state[StepState.CURSOR] = 1;
    state[StepState.STEP] = 17;
    state[StepState.COUNT] = BATCH + VALID;
    write(session, ModelProgram.TRAIN_STATE, i -> state[i]);
    float[] params = Initializers.parameters(layout, 5);
    // Biases too, so that no sum is 0, where a ReLU has no derivative.
    Arrays.setAll(
        reals(session, ModelProgram.PARAMS), i -> params[i] + 0.2 * (random.nextDouble() - 0.5));
  }

  private static void write(ReferenceSession session, String name, IntUnaryOperator values) {
    Buffer buffer = session.program().buffer(name);
    session.write(buffer, IntStream.range(0, buffer.length()).map(values).toArray());
  }

  private static double[] reals(ReferenceSession session, String name) {
    return session.reals(session.program().buffer(name));
  }

  /** Runs a training step up to the update, and returns the mean loss of the batch. */
  private static double step(ReferenceSession session) {
    Program.Segment train = session.program().segment(ModelProgram.TRAIN);
    session.run(train.from(), train.to() - 2);
    return Arrays.stream(reals(session, "loss")).sum() / VALID;
  }
}
