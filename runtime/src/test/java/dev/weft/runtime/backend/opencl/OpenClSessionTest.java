package dev.weft.runtime.backend.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import dev.weft.kernels.Shape;
import dev.weft.kernels.StepState;
import dev.weft.kernels.input.Advance;
import dev.weft.kernels.optimizer.Sgd;
import dev.weft.kernels.relu.Relu;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.backend.TestDevice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a session keeps on the device, and when the host sees it. */
final class OpenClSessionTest {
  private static final Buffer X = new Buffer("x", DType.F32, 3);
  private static final Buffer Y = new Buffer("y", DType.F32, 3);
  private static final Buffer TOTAL = new Buffer("total", DType.F32, 3);
  private static final Buffer LOSS = new Buffer("loss", DType.F32, 1);
  private static final Buffer HIT = new Buffer("hit", DType.F32, 1);
  private static final Buffer STATE = new Buffer("state", DType.I32, StepState.SIZE);
  private static final Buffer TOTALS = new Buffer("totals", DType.F32, 4);

  /** Segment "step" is {@code y = max(x, 0), total -= y}; segment "count" advances the state. */
  private static final Program PROGRAM =
      new Program.Builder()
          .call(new Relu.Forward(new Relu(Shape.of(3))), X.tensor(), Y.tensor())
          .call(new Sgd(3, 1f), Y.tensor(), TOTAL.tensor())
          .segment("step")
          .call(new Advance(1, true), LOSS.tensor(), HIT.tensor(), STATE.tensor(), TOTALS.tensor())
          .segment("count")
          .build();

  private static final OpenClBackend BACKEND = new OpenClBackend();

  @BeforeAll
  static void requireDevice() {
    TestDevice.of(BACKEND);
  }

  private static OpenClSession open(Program program) {
    return BACKEND.open(TestDevice.of(BACKEND), program);
  }

  @Test
  void buffersAreZeroAtFirst() {
    try (Session session = open(PROGRAM)) {
      assertArrayEquals(new float[3], session.floats(TOTAL));
      assertArrayEquals(new int[StepState.SIZE], session.ints(STATE));
    }
  }

  @Test
  void buffersStayOnTheDevice() {
    try (Session session = open(PROGRAM)) {
      session.write(X, new float[] {1, -2, 3});
      session.run(PROGRAM.segment("step"));
      session.run(PROGRAM.segment("count"));
      session.run(PROGRAM.segment("step"));
      assertArrayEquals(new float[] {-2, 0, -6}, session.floats(TOTAL));
      assertArrayEquals(new float[] {1, 0, 3}, session.floats(Y));
      assertArrayEquals(new float[] {1, -2, 3}, session.floats(X));
      assertArrayEquals(new int[] {1, 1, 0, 0}, session.ints(STATE));
    }
  }

  @Test
  void anyRangeCanBeRun() {
    try (Session session = open(PROGRAM)) {
      session.write(X, new float[] {1, 2, 3});
      session.run(0, 3);
      session.run(1, 3);
      assertArrayEquals(new float[] {-2, -4, -6}, session.floats(TOTAL));
      session.run(1, 1);
      assertArrayEquals(new float[] {-2, -4, -6}, session.floats(TOTAL));
      assertThrows(IndexOutOfBoundsException.class, () -> session.run(2, 4));
    }
  }

  @Test
  void writesAreSeenByWhatRunsAfterThemAlone() {
    try (Session session = open(PROGRAM)) {
      for (int i = 1; i <= 100; i++) {
        session.write(X, new float[] {i, i, -i});
        session.run(PROGRAM.segment("step"));
      }
      assertArrayEquals(new float[] {-5050, -5050, 0}, session.floats(TOTAL));
    }
  }

  @Test
  void sessionsDoNotShareMemory() {
    try (Session one = open(PROGRAM);
        Session other = open(PROGRAM)) {
      one.write(X, new float[] {1, 2, 3});
      one.run(PROGRAM.segment("step"));
      other.run(PROGRAM.segment("step"));
      assertArrayEquals(new float[] {-1, -2, -3}, one.floats(TOTAL));
      assertArrayEquals(new float[3], other.floats(TOTAL));
    }
  }

  @Test
  void thousandsOfLaunchesCanBeQueued() {
    try (Session session = open(PROGRAM)) {
      for (int i = 0; i < 5000; i++) {
        session.run(PROGRAM.segment("count"));
      }
      assertArrayEquals(new int[] {5000, 5000, 0, 0}, session.ints(STATE));
    }
  }

  @Test
  void profileCountsLaunches() {
    try (OpenClSession session = BACKEND.openProfiled(TestDevice.of(BACKEND), PROGRAM)) {
      session.run(0, 3);
      session.run(2, 3);
      assertEquals(2, launches(session.kernelTimes(), "inputAdvance"));
      session.run(0, 3);
      List<KernelTime> times = session.kernelTimes();
      assertEquals(3, launches(times, "inputAdvance"));
      assertEquals(2, launches(times, "reluForward"));
      assertTrue(times.stream().allMatch(time -> time.time().compareTo(Duration.ZERO) > 0));
    }
    try (OpenClSession session = open(PROGRAM)) {
      assertThrows(IllegalStateException.class, session::kernelTimes);
    }
  }

  private static int launches(List<KernelTime> times, String kernel) {
    return times.stream()
        .filter(time -> time.kernel().equals(kernel))
        .mapToInt(KernelTime::launches)
        .sum();
  }
}
