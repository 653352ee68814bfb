package dev.weft.kernels;

/**
 * Where the CPU backend keeps the elements of an activation {@code [n,h,w,c]} (or {@code [n,c]}
 * with {@code h = w = 1}): channels padded to a whole number of vectors, and a border of zeros
 * around each map so that a convolution reads its padding instead of testing for it. Whatever
 * writes the tensor writes the inside only; pad channels and border stay 0.
 *
 * @param n rows of the batch
 * @param h height of a map
 * @param w width of a map
 * @param c channels
 * @param top zero rows above
 * @param left zero columns to the left
 * @param bottom zero rows below
 * @param right zero columns to the right
 * @param channelStride floats from one pixel to the next, at least {@code c}
 * @param scratch whether only rows under way are kept, {@code n} in all, each in the memory of the
 *     thread that is at it: see {@link #at(Chunk, int, int, int)}
 */
public record Layout(
    int n,
    int h,
    int w,
    int c,
    int top,
    int left,
    int bottom,
    int right,
    int channelStride,
    boolean scratch) {

  /** The layout of a tensor that is kept as a whole. */
  public Layout(
      int n, int h, int w, int c, int top, int left, int bottom, int right, int channelStride) {
    this(n, h, w, c, top, left, bottom, right, channelStride, false);
  }

  /** Row-major without border or padding. */
  public static Layout plain(Shape shape) {
    return switch (shape.rank()) {
      case 1 -> new Layout(shape.dim(0), 1, 1, 1, 0, 0, 0, 0, 1);
      case 2 -> new Layout(shape.dim(0), 1, 1, shape.dim(1), 0, 0, 0, 0, shape.dim(1));
      case 4 ->
          new Layout(
              shape.dim(0), shape.dim(1), shape.dim(2), shape.dim(3), 0, 0, 0, 0, shape.dim(3));
      default -> {
        int row = shape.size() / shape.dim(0);
        yield new Layout(shape.dim(0), 1, 1, row, 0, 0, 0, 0, row);
      }
    };
  }

  /** The same for {@code rows} rows under way. */
  public Layout toScratch(int rows) {
    return new Layout(rows, h, w, c, top, left, bottom, right, channelStride, true);
  }

  /** Floats from a pixel to the one below it. */
  public int lineStride() {
    return (left + w + right) * channelStride;
  }

  /** Floats from a row of the batch to the next. */
  public int rowStride() {
    return (top + h + bottom) * lineStride();
  }

  /** Index of channel 0 of pixel ({@code y}, {@code x}) of row {@code row} of {@code chunk}. */
  public int at(Chunk chunk, int row, int y, int x) {
    return at(scratch ? chunk.local() + row - chunk.from() : row, y, x);
  }

  /** Index of channel 0 of pixel ({@code y}, {@code x}) of row {@code row}, in memory. */
  public int at(int row, int y, int x) {
    return row * rowStride() + (top + y) * lineStride() + (left + x) * channelStride;
  }

  /** Floats that the whole tensor takes. */
  public int length() {
    return n * rowStride();
  }
}
