package dev.weft.runtime.backend.cpu;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Program;
import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.cpu.Lanes;
import dev.weft.runtime.backend.AbstractSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the Vector API forms: a range of calls becomes waves of work that threads share.
 *
 * <p>Whole segments run with what a chunk of the batch needs for itself alone in each thread's
 * {@linkplain ScratchPlan scratch memory}; other ranges of calls, as a comparison call by call runs
 * them, with all buffers in full.
 */
final class CpuSession extends AbstractSession {
  private final LayoutPlan layouts;
  private final int scratchRows;
  private final Set<Buffer> scratch;
  private final Full full = new Full();
  private final Map<Buffer, float[]> floats = new HashMap<>();
  private final Map<Buffer, int[]> ints = new HashMap<>();
  private final Binding segments;
  private @Nullable Binding calls;
  private final Workers workers;

  CpuSession(Program program, int threads) {
    super(program);
    this.layouts = new LayoutPlan(program);
    this.scratchRows = threads * Wave.CHUNK_ROWS;
    this.scratch = ScratchPlan.of(program, layouts, scratchRows);
    this.segments = new Binding(program, new Scratch());
    this.workers = new Workers(threads);
  }

  /** All buffers in full. */
  private class Full implements Binding.Memory {

    @Override
    public float[] floats(Buffer buffer) {
      return floats.computeIfAbsent(buffer, b -> new float[layouts.of(b).length() + Lanes.SLACK]);
    }

    @Override
    public int[] ints(Buffer buffer) {
      return ints.computeIfAbsent(buffer, b -> new int[b.length() + Lanes.SLACK]);
    }

    @Override
    public Layout layout(Tensor tensor) {
      return layouts.of(tensor);
    }
  }

  /** Of some buffers the rows that are under way, the others in full. */
  private final class Scratch extends Full {
    private final Map<Buffer, float[]> rows = new HashMap<>();

    @Override
    public float[] floats(Buffer buffer) {
      return scratch.contains(buffer)
          ? rows.computeIfAbsent(
              buffer, b -> new float[layouts.of(b).toScratch(scratchRows).length() + Lanes.SLACK])
          : super.floats(buffer);
    }

    @Override
    public Layout layout(Tensor tensor) {
      Layout full = super.layout(tensor);
      return scratch.contains(tensor.buffer()) ? full.toScratch(scratchRows) : full;
    }
  }

  @Override
  protected void execute(int from, int to) {
    for (Wave wave : schedule(new Segment(from, to))) {
      workers.run(wave);
    }
  }

  private List<Wave> schedule(Segment range) {
    if (program().segments().containsValue(range)) {
      return segments.schedule(range);
    }
    if (calls == null) {
      calls = new Binding(program(), full);
    }
    return calls.schedule(range);
  }

  /** Number of times that threads have to wait for each other in one run of {@code range}. */
  int waves(Segment range) {
    return schedule(range).size();
  }

  private Object array(Buffer buffer) {
    return buffer.type() == DType.F32 ? full.floats(buffer) : full.ints(buffer);
  }

  @Override
  protected void copyIn(Buffer buffer, Object data) {
    Object target = array(buffer);
    forEachPixel(buffer, (plain, at, count) -> System.arraycopy(data, plain, target, at, count));
  }

  @Override
  protected void copyOut(Buffer buffer, Object data) {
    Object source = array(buffer);
    forEachPixel(buffer, (plain, at, count) -> System.arraycopy(source, at, data, plain, count));
  }

  private interface Copy {
    void run(int plain, int at, int count);
  }

  private void forEachPixel(Buffer buffer, Copy copy) {
    Layout layout = buffer.type() == DType.F32 ? layouts.of(buffer) : null;
    if (layout == null || layout.length() == buffer.length()) {
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
  protected void release() {
    workers.close();
  }
}
