package dev.weft.tornado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Program;
import dev.weft.kernels.StepState;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.backend.reference.ReferenceBackend;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.graph.AugmentSpec;
import dev.weft.runtime.graph.Initializers;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.OptimizerSpec;
import dev.weft.runtime.graph.ProgramBuilder;
import dev.weft.runtime.graph.TrainingSpec;
import dev.weft.runtime.train.ModelSession;
import dev.weft.runtime.verify.ProgramVerifier;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Training a small model with every kind of layer, beside the reference. */
final class TornadoTrainingTest {
  private static final int IMAGES = 40;
  private static final int BATCH = 16;

  private static final ModelProgram MODEL =
      ProgramBuilder.training(
          ModelSpec.parse(
              """
              {"name": "small", "input": [28, 28, 1], "layers": [
                {"type": "conv2d", "filters": 4, "kernel": 3, "padding": "valid", "activation": "relu"},
                {"type": "pool", "kind": "max", "size": 2},
                {"type": "dropout", "rate": 0.25},
                {"type": "conv2d", "filters": 5, "kernel": 3, "padding": "same"},
                {"type": "relu"},
                {"type": "pool", "kind": "average", "size": 2},
                {"type": "flatten"},
                {"type": "dense", "units": 12, "activation": "relu"},
                {"type": "dense", "units": 10, "activation": "softmax"}]}
              """,
              "small.json"),
          new TrainingSpec(
              BATCH,
              OptimizerSpec.named("adadelta", OptionalDouble.empty()),
              3,
              true,
              AugmentSpec.NONE,
              false,
              IMAGES,
              IMAGES,
              IMAGES));

  private static final Program PROGRAM = MODEL.program();
  private static final Dataset DATA = DrawnGarments.generate(5, IMAGES);

  @BeforeAll
  static void requireDevice() {
    TestDevice.require();
  }

  @Test
  void everyCallOfAStepAgrees() {
    ProgramVerifier.Report report =
        ProgramVerifier.report(
            PROGRAM, TornadoTrainingTest::fill, 1, TestDevice::open, TestDevice.kept());
    List<ProgramVerifier.Row> rows = report.rows();
    assertEquals("", report.atOnce());
    assertFalse(rows.isEmpty());
    for (ProgramVerifier.Row row : rows) {
      assertTrue(
          row.isolated().agrees(),
          () -> row.op() + " " + row.tensor() + ": " + row.isolated().problem());
      // Not a proof, but a wrong operand in the chain shows at once: values are of order 1.
      assertTrue(row.chained() < 1e-3, () -> row.op() + " " + row.tensor() + ": " + row.chained());
    }
  }

  @Test
  void epochsWithEvaluationsFollowTheReference() {
    ReferenceBackend reference = new ReferenceBackend();
    Device only = reference.devices().getFirst();
    try (ModelSession expected = open(reference.open(only, PROGRAM));
        ModelSession actual = open(TestDevice.open(PROGRAM))) {
      double before = expected.totals(0, IMAGES).loss();
      for (int epoch = 0; epoch < 2; epoch++) {
        assertEquals(epoch(expected, epoch), epoch(actual, epoch), 1e-4);
        double loss = expected.totals(0, IMAGES).loss();
        assertEquals(loss, actual.totals(0, IMAGES).loss(), 1e-4);
        assertTrue(loss < before, "nothing was learnt");
        before = loss;
      }
    }
  }

  /** Trains on all images, the last batch of which is a shorter one; returns the last loss. */
  private static float epoch(ModelSession model, int epoch) {
    int steps = Math.ceilDiv(IMAGES, BATCH);
    startEpoch(model.session(), epoch * steps);
    for (int step = 0; step < steps; step++) {
      model.session().run(PROGRAM.segment(ModelProgram.TRAIN));
    }
    return model.session().floats(model.buffer(ModelProgram.TRAIN_TOTALS))[3];
  }

  private static ModelSession open(Session session) {
    ModelSession model = new ModelSession(MODEL, session, List.of(DATA));
    model.resetOptimizerState();
    session.write(
        model.buffer(ModelProgram.PARAMS), Initializers.parameters(MODEL.parameters(), 1));
    return model;
  }

  private static void fill(Session session) {
    Buffer params = PROGRAM.buffer(ModelProgram.PARAMS);
    session.write(PROGRAM.buffer(ModelProgram.IMAGES), DATA.packed());
    session.write(PROGRAM.buffer(ModelProgram.LABELS), DATA.labels());
    session.write(params, Initializers.parameters(MODEL.parameters(), 1));
    startEpoch(session, 0);
    session.write(PROGRAM.buffer(ModelProgram.EVAL_STATE), new int[] {0, 0, IMAGES, 0});
    session.write(PROGRAM.buffer(ModelProgram.EVAL_ORDER), IntStream.range(0, IMAGES).toArray());
  }

  private static void startEpoch(Session session, int step) {
    int[] state = new int[StepState.SIZE];
    state[StepState.STEP] = step;
    state[StepState.COUNT] = IMAGES;
    session.write(PROGRAM.buffer(ModelProgram.TRAIN_STATE), state);
    session.write(PROGRAM.buffer(ModelProgram.TRAIN_ORDER), IntStream.range(0, IMAGES).toArray());
  }
}
