package dev.weft.bench.subject;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Program;
import dev.weft.models.Presets;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import org.junit.jupiter.api.Test;

class CheckTest {
  private static final ModelSpec MODEL = Presets.find("lenet5").orElseThrow();
  private static final Subject STEP = Subject.step(MODEL, Subject.Kind.STEP);

  @Test
  void everyCallOfAStepIsCompared() {
    for (String device : new String[] {"cpu", "jvm"}) {
      try (Workbench bench = new Workbench(STEP, 3, Opener.of(device, 0)::open)) {
        assertDoesNotThrow(() -> Check.run(bench, STEP, device));
      }
    }
  }

  @Test
  void aPredictionIsThatOfTheEvaluation() {
    Subject predict = Subject.step(MODEL, Subject.Kind.PREDICT);
    try (Workbench bench = new Workbench(predict, 3, Opener.of("cpu", 0)::open)) {
      assertDoesNotThrow(() -> Check.run(bench, predict, "cpu"));
      Buffer answers = bench.workload().program().buffer(ModelProgram.PROBABILITIES);
      float[] evaluated = bench.session().floats(answers);
      bench.session().write(answers, new float[answers.length()]);
      Runnable runner = bench.runner(predict);
      runner.run();
      runner.run();
      assertArrayEquals(evaluated, bench.session().floats(answers), "the same images each time");
    }
  }

  /** A device that gets one value of one buffer wrong. */
  private record Wrong(Session session, String buffer, boolean onlyAtOnce) implements Session {
    @Override
    public Program program() {
      return session.program();
    }

    @Override
    public void write(Buffer target, float[] data) {
      session.write(target, data);
    }

    @Override
    public void write(Buffer target, int[] data) {
      session.write(target, data);
    }

    @Override
    public void read(Buffer source, float[] data) {
      session.read(source, data);
    }

    @Override
    public void read(Buffer source, int[] data) {
      session.read(source, data);
    }

    @Override
    public void run(int from, int to) {
      session.run(from, to);
      if (!onlyAtOnce || to - from > 1) {
        float[] values = session.floats(program().buffer(buffer));
        values[0] += 1e-3f;
        session.write(program().buffer(buffer), values);
      }
    }

    @Override
    public void close() {
      session.close();
    }
  }

  @Test
  void aWrongCallIsNotTimed() {
    Subject call = Subject.call(MODEL, "adadelta", 1);
    try (Workbench bench =
        new Workbench(call, 2, p -> new Wrong(Opener.of("cpu", 0).open(p), "conv1.y", false))) {
      String message =
          assertThrows(UserException.class, () -> Check.run(bench, call, "cpu")).getMessage();
      assertTrue(
          message.startsWith("cpu disagrees with the reference on conv2d.forward: y[0,0,0,0] ="),
          message);
      assertTrue(message.endsWith("nothing was timed"), message);
    }
  }

  @Test
  void aStepThatDiffersFromItsCallsIsNotTimed() {
    try (Workbench bench =
        new Workbench(
            STEP, 2, p -> new Wrong(Opener.of("cpu", 0).open(p), ModelProgram.PARAMS, true))) {
      assertTrue(
          assertThrows(UserException.class, () -> Check.run(bench, STEP, "cpu"))
              .getMessage()
              .contains("other parameters than its calls"));
    }
  }

  @Test
  void theBatchThatIsComparedFollowsTheBudget() {
    long row = Catalogue.steps(MODEL, 1).getFirst().operations();
    assertEquals(128, Check.batch(STEP, 128, 1000 * row));
    assertEquals(10, Check.batch(STEP, 128, 10 * row + row / 2));
    assertEquals(1, Check.batch(STEP, 128, row / 2));
    assertEquals(0, Check.batch(STEP, 128, row / 100), "the reference would take minutes");
  }
}
