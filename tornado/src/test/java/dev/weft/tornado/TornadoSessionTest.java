package dev.weft.tornado;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import dev.weft.kernels.StepState;
import dev.weft.kernels.input.Advance;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Session;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a session keeps on the device, and when the host sees it. */
final class TornadoSessionTest {
  private static final Buffer X = new Buffer("x", DType.F32, 3);
  private static final Buffer Y = new Buffer("y", DType.F32, 3);
  private static final Buffer TOTAL = new Buffer("total", DType.F32, 3);
  private static final Buffer LOSS = new Buffer("loss", DType.F32, 1);
  private static final Buffer HIT = new Buffer("hit", DType.F32, 1);
  private static final Buffer STATE = new Buffer("state", DType.I32, StepState.SIZE);
  private static final Buffer TOTALS = new Buffer("totals", DType.F32, 4);

  /** Segment "step" is {@code y = 2x + 1, total += y}; segment "more" is {@code total += x}. */
  private static final Program PROGRAM =
      new Program.Builder()
          .call(TestKernels.scaleAndAdd(3, 2f), X.tensor(), Y.tensor())
          .call(TestKernels.accumulate(3), Y.tensor(), TOTAL.tensor())
          .segment("step")
          .call(TestKernels.accumulate(3), X.tensor(), TOTAL.tensor())
          .segment("more")
          .build();

  @BeforeAll
  static void requireDevice() {
    TestDevice.require();
  }

  @Test
  void buffersAreZeroAtFirst() {
    try (Session session = TestDevice.open(PROGRAM)) {
      assertArrayEquals(new float[3], session.floats(TOTAL));
      session.run(PROGRAM.segment("step"));
      assertArrayEquals(new float[] {1, 1, 1}, session.floats(TOTAL));
    }
  }

  @Test
  void segmentsShareBuffersThatStayOnTheDevice() {
    try (Session session = TestDevice.open(PROGRAM)) {
      session.write(X, new float[] {1, 2, 3});
      session.run(PROGRAM.segment("step"));
      session.run(PROGRAM.segment("step"));
      session.run(PROGRAM.segment("more"));
      session.run(PROGRAM.segment("step"));
      assertArrayEquals(new float[] {10, 17, 24}, session.floats(TOTAL));
      assertArrayEquals(new float[] {3, 5, 7}, session.floats(Y));
      assertArrayEquals(new float[] {1, 2, 3}, session.floats(X));
    }
  }

  @Test
  void anyRangeCanBeRun() {
    try (Session session = TestDevice.open(PROGRAM)) {
      session.write(X, new float[] {1, 2, 3});
      session.run(0, 3);
      assertArrayEquals(new float[] {4, 7, 10}, session.floats(TOTAL));
      session.run(1, 3);
      assertArrayEquals(new float[] {8, 14, 20}, session.floats(TOTAL));
      session.run(1, 1);
      assertArrayEquals(new float[] {8, 14, 20}, session.floats(TOTAL));
      assertThrows(IndexOutOfBoundsException.class, () -> session.run(2, 4));
    }
  }

  @Test
  void writesBetweenRunsAreSeenAndTouchNothingElse() {
    try (Session session = TestDevice.open(PROGRAM)) {
      session.write(X, new float[] {1, 2, 3});
      session.run(PROGRAM.segment("step"));
      for (int i = 1; i <= 3; i++) {
        session.write(X, new float[] {i, i, i});
        assertArrayEquals(new float[] {i, i, i}, session.floats(X));
        session.run(PROGRAM.segment("more"));
      }
      assertArrayEquals(new float[] {9, 11, 13}, session.floats(TOTAL));
      session.write(TOTAL, new float[] {-1, 0, 1});
      session.write(X, new float[] {5, 5, 5});
      session.run(PROGRAM.segment("more"));
      assertArrayEquals(new float[] {4, 5, 6}, session.floats(TOTAL));
      assertArrayEquals(new float[] {3, 5, 7}, session.floats(Y));
    }
  }

  @Test
  void sessionsDoNotShareMemory() {
    try (Session one = TestDevice.open(PROGRAM);
        Session other = TestDevice.open(PROGRAM)) {
      one.write(X, new float[] {1, 2, 3});
      one.run(PROGRAM.segment("step"));
      other.run(PROGRAM.segment("step"));
      one.run(PROGRAM.segment("more"));
      assertArrayEquals(new float[] {4, 7, 10}, one.floats(TOTAL));
      assertArrayEquals(new float[] {1, 1, 1}, other.floats(TOTAL));
    }
  }

  @Test
  void longProgramsAreNotCutOff() {
    Program.Builder calls = new Program.Builder();
    for (int i = 0; i < 100; i++) {
      calls.call(
          new Advance(1, true), LOSS.tensor(), HIT.tensor(), STATE.tensor(), TOTALS.tensor());
    }
    Program program = calls.segment("count").build();
    try (Session session = TestDevice.open(program)) {
      session.write(STATE, new int[] {0, 1000, 7, 0});
      session.run(program.segment("count"));
      assertArrayEquals(new int[] {100, 1100, 7, 0}, session.ints(STATE));
    }
  }

  @Test
  void kernelThatDoesNotCompileIsNamed() {
    Program program =
        new Program.Builder()
            .call(TestKernels.accumulate(3), X.tensor(), Y.tensor())
            .call(TestKernels.broken(3), X.tensor())
            .segment("step")
            .build();
    UserException failure =
        assertThrows(
            UserException.class,
            () -> {
              try (Session session = TestDevice.open(program)) {
                session.run(program.segment("step"));
              }
            });
    assertTrue(
        failure.getMessage().startsWith("TornadoVM cannot run test.broken (kernel testBroken): "),
        failure::getMessage);
    assertEquals(1, failure.getMessage().lines().count());
  }

  @Test
  void arraysOfAnotherTypeOrLengthAreRejected() {
    try (Session session = TestDevice.open(PROGRAM)) {
      assertThrows(IllegalArgumentException.class, () -> session.write(X, new int[3]));
      assertThrows(IllegalArgumentException.class, () -> session.write(X, new float[4]));
      assertThrows(IllegalArgumentException.class, () -> session.read(X, new float[2]));
      assertThrows(IllegalArgumentException.class, () -> session.read(STATE, new int[4]));
    }
  }

  @Test
  void closedSessionRefusesUseButNotAnotherClose() {
    Session session = TestDevice.open(PROGRAM);
    session.run(PROGRAM.segment("step"));
    session.close();
    session.close();
    assertThrows(IllegalStateException.class, () -> session.run(0, 1));
    assertThrows(IllegalStateException.class, () -> session.floats(X));
    assertThrows(IllegalStateException.class, () -> session.write(X, new float[3]));
  }
}
