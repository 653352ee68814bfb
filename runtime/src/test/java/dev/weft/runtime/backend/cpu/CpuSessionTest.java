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
import dev.weft.kernels.dense.Dense;
import dev.weft.runtime.backend.Session;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
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

  /** A chunk needs memory for its own rows, not for all: their square would be 30 GB here. */
  @Test
  void memoryGrowsWithTheBatchAlone() {
    int n = 1 << 15;
    Buffer x = new Buffer("x", DType.F32, n * 3);
    Buffer w = new Buffer("w", DType.F32, 3 * 24);
    Buffer b = new Buffer("b", DType.F32, 24);
    Buffer y = new Buffer("y", DType.F32, n * 24);
    Program program =
        new Program.Builder()
            .call(
                new Dense.Forward(new Dense(n, 3, 24), false),
                x.tensor(Shape.of(n, 3)),
                w.tensor(Shape.of(3, 24)),
                b.tensor(),
                y.tensor(Shape.of(n, 24)))
            .segment("step")
            .build();
    try (CpuSession session = new CpuSession(program, 2)) {
      float[] rows = new float[n * 3];
      float[] ones = new float[3 * 24];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = i / 3 % 1024;
      }
      Arrays.fill(ones, 1);
      session.write(x, rows);
      session.write(w, ones);
      session.run(program.segment("step"));
      float[] sums = session.floats(y);
      for (int i = 0; i < sums.length; i++) {
        assertEquals(3 * (i / 24 % 1024), sums[i]);
      }
    }
  }

  @Test
  void whatThreadsKeepForThemselvesChangesNoBit() {
    Program kept = twoConvolutions(false);
    Program shared = twoConvolutions(true);
    for (int threads = 1; threads <= 3; threads++) {
      Set<Buffer> scratch =
          ScratchPlan.of(shared, new LayoutPlan(shared), threads * Wave.CHUNK_ROWS);
      assertEquals(Set.of(shared.buffer("y"), shared.buffer("dy")), scratch);
      try (CpuSession full = new CpuSession(kept, threads);
          CpuSession small = new CpuSession(shared, threads)) {
        fill(full, kept);
        fill(small, shared);
        for (int step = 0; step < 3; step++) {
          full.run(kept.segment("step"));
          small.run(shared.segment("step"));
          for (String name : new String[] {"z", "dw", "db", "dx"}) {
            assertArrayEquals(
                full.floats(kept.buffer(name)), small.floats(shared.buffer(name)), name);
          }
        }
      }
    }
  }

  @Test
  void whatTheBatchNeedsAsAWholeIsKept() {
    Program program = twoConvolutions(true);
    LayoutPlan layouts = new LayoutPlan(program);
    assertEquals(Set.of(), ScratchPlan.of(program, layouts, CONV.n()), "all rows are under way");
    Program halves =
        new Program(
            program.buffers(),
            program.calls(),
            Map.of("first", new Program.Segment(0, 2), "second", new Program.Segment(2, 5)),
            program.temporaries());
    assertEquals(
        Set.of(program.buffer("dy")),
        ScratchPlan.of(halves, layouts, Wave.CHUNK_ROWS),
        "y is read");
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
        workers.run(tasks(tasks, runs::incrementAndGet));
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
                      tasks(
                          8,
                          task -> {
                            if (task == 5) {
                              throw new IllegalStateException("task five");
                            }
                          })));
      assertEquals("task five", failure.getMessage());
      AtomicIntegerArray runs = new AtomicIntegerArray(8);
      workers.run(tasks(8, runs::incrementAndGet));
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

  private static Workers.Tasks tasks(int count, IntConsumer body) {
    return new Workers.Tasks() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public void run(int task, int worker) {
        body.accept(task);
      }
    };
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

  /** As {@link #program}, with a ReLU between two convolutions; y and dy between them temporary. */
  private static Program twoConvolutions(boolean temporaries) {
    Conv2d second = new Conv2d(37, 9, 7, 10, 6, 3, 3, 1, 1, Padding.SAME);
    Tensor x = tensor("x", CONV.n(), CONV.h(), CONV.w(), CONV.c());
    Tensor w = tensor("w", CONV.kernelH(), CONV.kernelW(), CONV.c(), CONV.k());
    Tensor b = tensor("b", CONV.k());
    Tensor y = tensor("y", CONV.n(), CONV.outH(), CONV.outW(), CONV.k());
    Tensor w2 = tensor("w2", 3, 3, 10, 6);
    Tensor b2 = tensor("b2", 6);
    Tensor z = tensor("z", CONV.n(), CONV.outH(), CONV.outW(), 6);
    Tensor dy = tensor("dy", CONV.n(), CONV.outH(), CONV.outW(), CONV.k());
    Tensor dx = tensor("dx", CONV.n(), CONV.h(), CONV.w(), CONV.c());
    Tensor dw = tensor("dw", CONV.kernelH(), CONV.kernelW(), CONV.c(), CONV.k());
    Tensor db = tensor("db", CONV.k());
    Program.Builder calls =
        new Program.Builder()
            .call(new Conv2d.Forward(CONV, true), x, w, b, y)
            .call(new Conv2d.Forward(second, false), y, w2, b2, z)
            .call(new Conv2d.BackwardData(second, true), z, w2, y, dy)
            .call(new Conv2d.BackwardFilter(CONV), x, dy, dw, db)
            .call(new Conv2d.BackwardData(CONV, false), dy, w, dx)
            .segment("step");
    return temporaries ? calls.temporary(y).temporary(dy).build() : calls.build();
  }

  private static Tensor tensor(String name, int... dims) {
    Shape shape = Shape.of(dims);
    return new Buffer(name, DType.F32, shape.size()).tensor(shape);
  }

  private static void fill(Session session, Program program) {
    SplittableRandom random = new SplittableRandom(3);
    for (String name : new String[] {"x", "w", "b", "w2", "b2"}) {
      if (program.buffers().stream().noneMatch(b -> b.name().equals(name))) {
        continue;
      }
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
