package dev.weft.runtime.backend.cpu;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Program;
import dev.weft.kernels.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which temporaries of a program need not be kept: those that a thread makes and uses up
 * within one chunk of the batch. They live in a small memory of each thread instead, which stays in
 * its core's cache while the thread goes from chunk to chunk; in full they would go through main
 * memory, once when written and again when read, in each step. (A step of cnn-dropout-1 takes three
 * quarters of the time.)
 */
final class ScratchPlan {
  private ScratchPlan() {}

  /**
   * The buffers that threads keep for themselves.
   *
   * @param layouts of all tensors in full
   * @param rows that all threads together have under way: with no more in the batch nothing is won
   */
  static Set<Buffer> of(Program program, LayoutPlan layouts, int rows) {
    Set<Buffer> scratch = new HashSet<>(program.temporaries());
    scratch.removeIf(buffer -> buffer.type() != DType.F32);
    if (scratch.isEmpty()) {
      return scratch;
    }
    // Bound to nothing, to see what stages there are.
    Binding rehearsal = new Binding(program, new Nowhere(layouts));
    for (Program.Segment segment : program.segments().values()) {
      Map<Buffer, Integer> waves = new HashMap<>();
      for (Placed placed : rehearsal.place(segment)) {
        // What is read before it is written comes from outside.
        placed.reads().forEach(t -> keep(t, placed, rows, waves.get(t.buffer()), scratch));
        placed.writes().forEach(t -> waves.putIfAbsent(t.buffer(), placed.wave()));
        placed.writes().forEach(t -> keep(t, placed, rows, waves.get(t.buffer()), scratch));
      }
    }
    return Set.copyOf(scratch);
  }

  /** Takes a buffer out of {@code scratch} unless it stays within chunks of wave {@code wave}. */
  private static void keep(
      Tensor tensor, Placed placed, int rows, @Nullable Integer wave, Set<Buffer> scratch) {
    boolean stays =
        wave != null
            && wave == placed.wave()
            && placed.rows() > rows
            && tensor.coversBuffer()
            && tensor.shape().rank() > 1
            && tensor.shape().dim(0) == placed.rows();
    if (!stays) {
      scratch.remove(tensor.buffer());
    }
  }

  private record Nowhere(LayoutPlan layouts) implements Binding.Memory {
    private static final float[] NO_FLOATS = {};
    private static final int[] NO_INTS = {};

    @Override
    public float[] floats(Buffer buffer) {
      return NO_FLOATS;
    }

    @Override
    public int[] ints(Buffer buffer) {
      return NO_INTS;
    }

    @Override
    public Layout layout(Tensor tensor) {
      return layouts.of(tensor);
    }
  }
}
