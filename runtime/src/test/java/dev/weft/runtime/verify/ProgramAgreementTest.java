package dev.weft.runtime.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.StepState;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.backend.TestDevice;
import dev.weft.runtime.graph.Initializers;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.OptimizerSpec;
import dev.weft.runtime.graph.ProgramBuilder;
import dev.weft.runtime.graph.TrainingSpec;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A whole training step of a model with every kind of layer, call by call, on every backend. */
final class ProgramAgreementTest {
  private static final String MODEL =
      """
      {"name": "all-layers", "description": "every kind of layer", "input": [12, 10, 1], "layers": [
        {"type": "conv2d", "filters": 6, "kernel": 3, "padding": "same", "activation": "relu"},
        {"type": "conv2d", "filters": 9, "kernel": [2, 3], "padding": "valid"},
        {"type": "relu"},
        {"type": "pool", "kind": "max", "size": 2, "stride": 2},
        {"type": "dropout", "rate": 0.25},
        {"type": "conv2d", "filters": 8, "kernel": 3, "stride": 2, "padding": "same", "activation": "relu"},
        {"type": "pool", "kind": "average", "size": 2, "stride": 1},
        {"type": "pool", "kind": "sum", "size": 1, "stride": 1},
        {"type": "flatten"},
        {"type": "dense", "units": 17, "activation": "relu"},
        {"type": "dropout", "rate": 0.5},
        {"type": "dense", "units": 10, "activation": "softmax"}]}
      """;

  private static final int BATCH = 13;
  private static final int IMAGES = 40;

  @TestFactory
  Stream<DynamicTest> everyCallOfAStepAgrees() {
    return Backends.load().all().stream()
        .filter(backend -> !backend.name().equals("reference"))
        .flatMap(backend ->
            OptimizerSpec.names().stream()
                .map(optimizer ->
                    DynamicTest.dynamicTest(
                        backend.name() + " " + optimizer, () -> check(backend, optimizer))));
  }

  private static void check(Backend backend, String optimizer) {
    ModelProgram model =
        ProgramBuilder.training(
            ModelSpec.parse(MODEL, "test"),
            new TrainingSpec(
                BATCH,
                OptimizerSpec.named(optimizer, OptionalDouble.empty()),
                5,
                true,
                IMAGES,
                IMAGES,
                IMAGES));
    for (String segment : List.of(ModelProgram.TRAIN, ModelProgram.EVAL)) {
      List<ProgramVerifier.Row> rows =
          ProgramVerifier.verify(
              model.program(),
              model.program().segment(segment),
              session -> fill(model, session),
              program -> backend.open(TestDevice.of(backend), program));
      for (ProgramVerifier.Row row : rows) {
        assertTrue(
            row.isolated().agrees(),
            () -> row.op() + " " + row.tensor() + ": " + row.isolated().problem());
        // Not a proof, but a wrong operand in the chain shows at once: values are of order 1.
        assertTrue(
            row.chained() < 1e-3, () -> row.op() + " " + row.tensor() + ": " + row.chained());
      }
      assertEquals(
          model.program().segment(segment).to() - model.program().segment(segment).from(),
          rows.stream().map(ProgramVerifier.Row::call).distinct().count());
    }
  }

  private static void fill(ModelProgram model, Session session) {
    SplittableRandom random = new SplittableRandom(9);
    for (Buffer buffer : model.program().buffers()) {
      if (buffer.type() == DType.F32 && buffer.name().startsWith("optimizer.")) {
        float[] values = new float[buffer.length()];
        Arrays.fill(values, model.initialAccumulator());
        session.write(buffer, values);
      }
    }
    session.write(
        model.program().buffer(ModelProgram.PARAMS),
        Initializers.parameters(model.parameters(), 1));
    Buffer images = model.program().buffer(ModelProgram.IMAGES);
    session.write(images, IntStream.range(0, images.length()).map(i -> random.nextInt()).toArray());
    session.write(
        model.program().buffer(ModelProgram.LABELS),
        IntStream.range(0, IMAGES).map(i -> random.nextInt(10)).toArray());
    // The last, shorter batch: 40 images are three of 13 and one more.
    for (String part : List.of("train", "eval")) {
      session.write(
          model.program().buffer(part + "Order"),
          IntStream.range(0, IMAGES).map(i -> IMAGES - 1 - i).toArray());
      int[] state = new int[StepState.SIZE];
      state[StepState.CURSOR] = 2;
      state[StepState.STEP] = 2;
      state[StepState.COUNT] = 2 * BATCH + 7;
      session.write(model.program().buffer(part + "State"), state);
    }
  }
}
