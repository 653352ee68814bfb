package dev.weft.kernels.conv2d;

import dev.weft.kernels.Chunk;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import dev.weft.kernels.LayoutWish;
import dev.weft.kernels.cpu.Lanes;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the batch with the border of zeros that a convolution on the CPU reads around each: where
 * they lie, if the session gave their tensor one, else in a copy of the row under way. It gives
 * none to a tensor that is a part of a buffer or has another view, as the output of a convolution
 * that is flattened.
 */
final class BorderedRows {
  private final float[] array;
  private final int offset;
  private final Layout from;
  private final LayoutWish border;

  /** Of a row, with the border. */
  private final Layout layout;

  /** A row in the making, for each thread; null where none need be made. */
  private final @Nullable ThreadLocal<float[]> copies;

  /** The rows of {@code slot}, with the border that is wished for. */
  BorderedRows(CpuArgs args, int slot, LayoutWish border) {
    this.array = args.floats(slot);
    this.offset = args.offset(slot);
    this.from = args.layout(slot);
    this.border = border;
    boolean there =
        from.top() >= border.top()
            && from.left() >= border.left()
            && from.bottom() >= border.bottom()
            && from.right() >= border.right();
    layout =
        there
            ? from
            : new Layout(
                1,
                from.h(),
                from.w(),
                from.c(),
                border.top(),
                border.left(),
                border.bottom(),
                border.right(),
                from.channelStride());
    copies = there ? null : ThreadLocal.withInitial(() -> new float[layout.length() + Lanes.SLACK]);
  }

  /** Strides within a row. */
  Layout layout() {
    return layout;
  }

  /** The array in which the thread at work finds the rows. */
  float[] array() {
    return copies == null ? array : copies.get();
  }

  /**
   * Where in {@code rows}, which is {@link #array}, the upper left zero of the border of a row
   * lies. What was found there for another row may be gone.
   */
  int corner(Chunk chunk, int row, float[] rows) {
    if (copies == null) {
      return offset + from.at(chunk, row, -border.top(), -border.left());
    }
    for (int y = 0; y < from.h(); y++) {
      System.arraycopy(
          array,
          offset + from.at(chunk, row, y, 0),
          rows,
          layout.at(0, y, 0),
          from.w() * from.channelStride());
    }
    return 0;
  }
}
