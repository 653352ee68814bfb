package dev.weft.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.DType;
import dev.weft.kernels.Op;
import dev.weft.kernels.Program;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Tensor;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.backend.TestDevice;
import dev.weft.runtime.backend.reference.ReferenceSession;
import dev.weft.runtime.verify.ProgramVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The program of an explanation: gradients of a score with respect to pixels and all outputs. */
class ExplanationTest {
  private static final double H = 1e-5;
  private static final int BATCH = 3;
  private static final int LABEL = 1;

  /** Every kind of layer, rectified by fusion, by a layer of its own, by both and not at all. */
  private static final ModelSpec ALL =
      Models.of(
          "[7, 6, 2]",
          """
          {"type": "pool", "kind": "average", "size": 2, "stride": 1}\
          """,
          Programs.RECTIFIED,
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
          {"type": "pool", "kind": "max", "size": 2, "stride": 1}\
          """,
          Programs.RECTIFIED);

  @Test
  void isWhatOneWouldWriteByHand() {
    ModelProgram program = ProgramBuilder.explanation(Models.parse(Models.TINY), BATCH);
    assertEquals(
        List.of(
            "Conv2d.Forward input conv1.weight conv1.bias conv1.y",
            "Pool2d.Forward conv1.y pool1.y",
            "Conv2d.Forward pool1.y conv2.weight conv2.bias conv2.y",
            "Dense.Forward conv2.y dense1.weight dense1.bias dense1.y",
            "Dense.Forward dense1.y dense2.weight dense2.bias dense2.y",
            "SoftmaxCrossEntropy.Forward dense2.y target probabilities loss hit"),
        Programs.lines(program, ModelProgram.FORWARD));
    assertEquals(
        List.of(
            "Dense.BackwardData dense2.dy dense2.weight dense1.dy",
            "Relu.Backward dense1.y dense1.dy dense1.dz",
            "Dense.BackwardData dense1.dz dense1.weight conv2.dy",
            "Relu.Backward conv2.y conv2.dy conv2.dz",
            "Conv2d.BackwardData conv2.dz conv2.weight pool1.dy",
            "Pool2d.Backward pool1.dy conv1.y conv1.dy",
            "Relu.Backward conv1.y conv1.dy conv1.dz",
            "Conv2d.BackwardData conv1.dz conv1.weight dinput"),
        Programs.lines(program, ModelProgram.BACKWARD));
    assertTrue(program.accumulators().isEmpty());
  }

  @Test
  void gradientsAreCentralDifferencesOfTheScore() {
    check(Models.parse(Models.TINY));
    check(ALL);
  }

  @Test
  void aBatchThatIsTooLargeIsRefused() {
    ModelSpec model = Models.parse(Models.TINY);
    assertThrows(
        UserException.class, () -> ProgramBuilder.explanation(model, Integer.MAX_VALUE / 8));
  }

  /** Every output of the forward calls, and the input, against differences of what follows. */
  private static void check(ModelSpec model) {
    ModelProgram explained = ProgramBuilder.explanation(model, BATCH);
    Program program = explained.program();
    Program.Segment forward = program.segment(ModelProgram.FORWARD);
    try (ReferenceSession session = new ReferenceSession(program)) {
      fill(explained, model, session);
      session.run(forward);
      session.run(program.segment(ModelProgram.BACKWARD));
      checkGradient(session, explained, model, program.buffer(ModelProgram.INPUT), forward.from());
      // The last two calls make the logits, and probabilities of them.
      for (int i = forward.from(); i < forward.to() - 2; i++) {
        Buffer output = program.calls().get(i).args().getLast().buffer();
        checkGradient(session, explained, model, output, i + 1);
      }
    }
  }

  private static void checkGradient(
      ReferenceSession session, ModelProgram explained, ModelSpec model, Buffer buffer, int from) {
    String name = buffer.name();
    Program program = session.program();
    session.run(program.segment(ModelProgram.FORWARD));
    double[] values = session.reals(buffer);
    double[] gradient =
        session.reals(
            name.equals(ModelProgram.INPUT)
                ? program.buffer(ModelProgram.INPUT_GRADIENT)
                : explained.outputGradient(name.replace(".y", "")));
    int row = values.length / BATCH;
    int nonZero = 0;
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      values[i] = value + H;
      double above = score(session, explained, model, i / row, from);
      values[i] = value - H;
      double below = score(session, explained, model, i / row, from);
      values[i] = value;
      double difference = (above - below) / (2 * H);
      // What a ReLU let through as 0 lies on the kink of the next one, or of a maximum.
      if (value == 0) {
        continue;
      }
      double bound = 1e-6 * Math.max(1, Math.max(Math.abs(difference), Math.abs(gradient[i])));
      assertEquals(difference, gradient[i], bound, name + buffer.length() + " at " + i);
      nonZero += Math.abs(difference) > 1e-5 ? 1 : 0;
    }
    assertTrue(nonZero > 0.1 * values.length, nonZero + " of " + values.length + " in " + name);
  }

  /** The score of the class that is explained in a row, from the given call on. */
  private static double score(
      ReferenceSession session, ModelProgram explained, ModelSpec model, int row, int from) {
    session.run(from, session.program().segment(ModelProgram.FORWARD).to());
    String last = model.summary().layers().getLast().name();
    return session.reals(explained.output(last))[row * model.classes() + LABEL];
  }

  /** On every backend, call by call, as the ops' own bounds allow. */
  @TestFactory
  Stream<DynamicTest> everyBackendAgreesWithTheReference() {
    return Backends.load().all().stream()
        .filter(backend -> !backend.name().equals("reference"))
        .map(backend -> DynamicTest.dynamicTest(backend.name(), () -> agrees(backend)));
  }

  private static void agrees(Backend backend) {
    ModelProgram explained = ProgramBuilder.explanation(ALL, 13);
    Program program = explained.program();
    Program.Segment all = new Program.Segment(0, program.calls().size());
    List<ProgramVerifier.Row> rows =
        ProgramVerifier.verify(
            program,
            all,
            session -> fill(explained, ALL, session),
            opened -> backend.open(TestDevice.of(backend), opened));
    for (ProgramVerifier.Row row : rows) {
      assertTrue(
          row.isolated().agrees(),
          () -> row.op() + " " + row.tensor() + ": " + row.isolated().problem());
      assertTrue(row.chained() < 1e-3, () -> row.op() + " " + row.tensor() + ": " + row.chained());
    }
    assertEquals(all.to(), rows.stream().map(ProgramVerifier.Row::call).distinct().count());
  }

  @Test
  void nothingIsReadBeforeItIsWrittenButWhatTheHostGives() {
    ModelProgram explained = ProgramBuilder.explanation(ALL, BATCH);
    String last = ALL.summary().layers().getLast().name();
    List<String> given = List.of("params", "input", last + ".dy", ModelProgram.TARGET);
    List<Buffer> written = new ArrayList<>();
    for (Call call : explained.program().calls()) {
      Op op = call.op();
      for (int slot = 0; slot < call.args().size(); slot++) {
        Tensor tensor = call.args().get(slot);
        Slot.Access access = op.slots().get(slot).access();
        if (access.reads() && !given.contains(tensor.buffer().name())) {
          assertTrue(written.contains(tensor.buffer()), op.name() + " reads " + tensor.name());
        }
        if (access.writes()) {
          written.add(tensor.buffer());
        }
      }
    }
  }

  private static void fill(ModelProgram explained, ModelSpec model, Session session) {
    SplittableRandom random = new SplittableRandom(11);
    float[] params = Initializers.parameters(explained.parameters(), 5);
    for (int i = 0; i < params.length; i++) {
      params[i] += 0.2f * (random.nextFloat() - 0.3f);
    }
    session.write(explained.program().buffer(ModelProgram.PARAMS), params);
    session.write(
        explained.program().buffer(ModelProgram.INPUT),
        random(random, explained.program().buffer(ModelProgram.INPUT)));
    Buffer ofLogits = explained.outputGradient(model.summary().layers().getLast().name());
    float[] oneHot = new float[ofLogits.length()];
    for (int row = 0; row * model.classes() < oneHot.length; row++) {
      oneHot[row * model.classes() + LABEL] = 1;
    }
    session.write(ofLogits, oneHot);
  }

  private static float[] random(SplittableRandom random, Buffer buffer) {
    assertEquals(DType.F32, buffer.type());
    float[] values = new float[buffer.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }
}
