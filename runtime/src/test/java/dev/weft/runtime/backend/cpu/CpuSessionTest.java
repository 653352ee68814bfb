package dev.weft.runtime.backend.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import dev.weft.kernels.Shape;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.conv2d.Conv2d;
import dev.weft.kernels.conv2d.Padding;
import dev.weft.runtime.backend.Session;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** What the CPU backend adds to the ops: layouts, waves of work, threads. */
final class CpuSessionTest {
  private static final Conv2d CONV = new Conv2d(37, 9, 7, 3, 10, 3, 3, 1, 1, Padding.SAME);

  @Test
  void resultsDoNotDependOnTheNumberOfThreads() {
    float[][] one = gradients(1);
    for (int threads = 2; threads <= 5; threads++) {
      float[][] many = gradients(threads);
      for (int i = 0; i < one.length; i++) {
        assertArrayEquals(one[i], many[i]);
      }
    }
  }

  @Test
  void bordersStayZeroOverManyRuns() {
    Program program = program();
    try (CpuSession session = new CpuSession(program, 2)) {
      fill(session, program);
      session.run(program.segment("step"));
      float[] first = session.floats(program.buffer("y"));
      for (int i = 0; i < 10; i++) {
        session.run(program.segment("step"));
      }
      assertArrayEquals(first, session.floats(program.buffer("y")));
    }
  }

  @Test
  void whatIsWrittenIsReadBackThroughAnyLayout() {
    Program program = program();
    try (CpuSession session = new CpuSession(program, 1)) {
      Buffer x = program.buffer("x");
      float[] data = new float[x.length()];
      for (int i = 0; i < data.length; i++) {
        data[i] = i;
      }
      session.write(x, data);
      assertArrayEquals(data, session.floats(x));
    }
  }

  @Test
  void everyTaskOfEveryWaveRunsOnce() {
    try (Workers workers = new Workers(4)) {
      for (int round = 1; round <= 2000; round++) {
        int tasks = round % 17 + 1;
        AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
        workers.run(tasks, runs::incrementAndGet);
        for (int task = 0; task < tasks; task++) {
          assertEquals(1, runs.get(task));
        }
      }
    }
  }

  @Test
  void aFailingTaskFailsTheRunAndNotTheNext() {
    try (Workers workers = new Workers(3)) {
      IllegalStateException failure =
          assertThrows(
              IllegalStateException.class,
              () ->
                  workers.run(
                      8,
                      task -> {
                        if (task == 5) {
                          throw new IllegalStateException("task five");
                        }
                      }));
      assertEquals("task five", failure.getMessage());
      AtomicIntegerArray runs = new AtomicIntegerArray(8);
      workers.run(8, runs::incrementAndGet);
      assertEquals(1, runs.get(5));
    }
  }

  @Test
  void aStepIsAFewWavesNotOneACall() {
    Program program = program();
    // Packing of weights, both rows stages, reduction of the gradient.
    try (CpuSession session = new CpuSession(program, 1)) {
      fill(session, program);
      session.run(program.segment("step"));
      assertTrue(session.waves(program.segment("step")) <= 3);
    }
  }

  private static Program program() {
    Tensor x = tensor("x", CONV.n(), CONV.h(), CONV.w(), CONV.c());
    Tensor w = tensor("w", CONV.kernelH(), CONV.kernelW(), CONV.c(), CONV.k());
    Tensor b = tensor("b", CONV.k());
    Tensor y = tensor("y", CONV.n(), CONV.outH(), CONV.outW(), CONV.k());
    Tensor dx = tensor("dx", CONV.n(), CONV.h(), CONV.w(), CONV.c());
    Tensor dw = tensor("dw", CONV.kernelH(), CONV.kernelW(), CONV.c(), CONV.k());
    Tensor db = tensor("db", CONV.k());
    return new Program.Builder()
        .call(new Conv2d.Forward(CONV, true), x, w, b, y)
        .call(new Conv2d.BackwardData(CONV, false), y, w, dx)
        .call(new Conv2d.BackwardFilter(CONV), x, y, dw, db)
        .segment("step")
        .build();
  }

  private static Tensor tensor(String name, int... dims) {
    Shape shape = Shape.of(dims);
    return new Buffer(name, DType.F32, shape.size()).tensor(shape);
  }

  private static void fill(Session session, Program program) {
    SplittableRandom random = new SplittableRandom(3);
    for (String name : new String[] {"x", "w", "b"}) {
      Buffer buffer = program.buffer(name);
      float[] data = new float[buffer.length()];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) (random.nextDouble() - 0.5);
      }
      session.write(buffer, data);
    }
  }

  private static float[][] gradients(int threads) {
    Program program = program();
    try (CpuSession session = new CpuSession(program, threads)) {
      fill(session, program);
      session.run(program.segment("step"));
      return new float[][] {
        session.floats(program.buffer("y")),
        session.floats(program.buffer("dx")),
        session.floats(program.buffer("dw")),
        session.floats(program.buffer("db"))
      };
    }
  }
}
