package dev.weft.runtime.backend.cpu;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DType;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Program;
import dev.weft.kernels.Stage;
import dev.weft.kernels.Tensor;
import dev.weft.runtime.backend.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the Vector API forms: a range of calls becomes waves of work that threads share. */
final class CpuSession implements Session {
  /** Rows of a chunk: few enough that its activations stay in a core's own cache. */
  static final int CHUNK_ROWS = 4;

  /** Vectors may be read past the last element, never written. */
  private static final int SLACK = 64;

  private final Program program;
  private final LayoutPlan layouts;
  private final Map<Buffer, float[]> floats = new HashMap<>();
  private final Map<Buffer, int[]> ints = new HashMap<>();
  private final List<List<Stage>> stages = new ArrayList<>();
  private final Map<Program.Segment, List<Wave>> schedules = new HashMap<>();
  private final Workers workers;

  CpuSession(Program program, int threads) {
    this.program = program;
    this.layouts = new LayoutPlan(program);
    for (Buffer buffer : program.buffers()) {
      if (buffer.type() == DType.F32) {
        int length = layouts.of(buffer).map(Layout::length).orElse(buffer.length());
        floats.put(buffer, new float[length + SLACK]);
      } else {
        ints.put(buffer, new int[buffer.length()]);
      }
    }
    for (Call call : program.calls()) {
      stages.add(call.op().stages(new Args(call)));
    }
    this.workers = new Workers(threads);
  }

  /** The arrays of one call. */
  private final class Args implements CpuArgs {
    private final Call call;

    Args(Call call) {
      this.call = call;
    }

    @Override
    public float[] floats(int slot) {
      Buffer buffer = call.args().get(slot).buffer();
      return held(floats.get(buffer), buffer);
    }

    @Override
    public int[] ints(int slot) {
      Buffer buffer = call.args().get(slot).buffer();
      return held(ints.get(buffer), buffer);
    }

    @Override
    public int offset(int slot) {
      return call.args().get(slot).offset();
    }

    @Override
    public Layout layout(int slot) {
      Tensor tensor = call.args().get(slot);
      return layouts.of(tensor.buffer()).orElseGet(() -> Layout.plain(tensor.shape()));
    }

    @Override
    public int chunks(int rows) {
      return chunksOf(rows);
    }
  }

  static int chunksOf(int rows) {
    return (rows + CHUNK_ROWS - 1) / CHUNK_ROWS;
  }

  @Override
  public Program program() {
    return program;
  }

  @Override
  public void run(int from, int to) {
    for (Wave wave : schedule(new Program.Segment(from, to))) {
      workers.run(wave.size(), wave);
    }
  }

  private List<Wave> schedule(Program.Segment range) {
    return schedules.computeIfAbsent(range, r -> Wave.schedule(program, stages, r));
  }

  /** Number of times that threads have to wait for each other in one run of {@code range}. */
  int waves(Program.Segment range) {
    return schedule(range).size();
  }

  @Override
  public void write(Buffer buffer, float[] data) {
    float[] target = held(floats.get(buffer), buffer);
    forEachPixel(buffer, (plain, at, count) -> System.arraycopy(data, plain, target, at, count));
  }

  @Override
  public void read(Buffer buffer, float[] data) {
    float[] source = held(floats.get(buffer), buffer);
    forEachPixel(buffer, (plain, at, count) -> System.arraycopy(source, at, data, plain, count));
  }

  private interface Copy {
    void run(int plain, int at, int count);
  }

  private void forEachPixel(Buffer buffer, Copy copy) {
    Layout layout = layouts.of(buffer).orElse(null);
    if (layout == null) {
      copy.run(0, 0, buffer.length());
      return;
    }
    int plain = 0;
    for (int row = 0; row < layout.n(); row++) {
      for (int y = 0; y < layout.h(); y++) {
        for (int x = 0; x < layout.w(); x++) {
          copy.run(plain, layout.at(row, y, x), layout.c());
          plain += layout.c();
        }
      }
    }
  }

  @Override
  public void write(Buffer buffer, int[] data) {
    System.arraycopy(data, 0, held(ints.get(buffer), buffer), 0, buffer.length());
  }

  @Override
  public void read(Buffer buffer, int[] data) {
    System.arraycopy(held(ints.get(buffer), buffer), 0, data, 0, buffer.length());
  }

  private static <T> T held(@Nullable T array, Buffer buffer) {
    if (array == null) {
      throw new IllegalArgumentException("not a buffer of this type here: " + buffer);
    }
    return array;
  }

  @Override
  public void close() {
    workers.close();
  }
}
