package dev.weft.kernels.cpu;

/**
 * The matrix product at the heart of forward and data-gradient passes, of convolution and dense
 * layer alike: for pixels {@code p} of a line (or rows of a batch) and one panel of output channels
 *
 * <pre>  y[p, k] = bias[k] + sum over ky, tap, d of x[p, ky, tap, d] * w[ky, tap, d, k]</pre>
 *
 * A panel is one or two vectors of channels wide; weights are packed panel by panel, so that they
 * are read in order.
 */
public interface RowTiles {

  /**
   * What is constant for one layer. Strides count floats.
   *
   * @param kernelH input lines that a pixel sees
   * @param lineStride from an input line to the next
   * @param taps input pixels that a pixel sees in one line; 1 where their channels adjoin
   * @param tapStride from one of those to the next
   * @param depth adjoining input values at each tap
   * @param pixelStep from the input of one output pixel to that of the next
   * @param outStep from one output pixel to the next
   * @param wide whether the panel is two vectors wide, not one
   * @param bias whether sums start from a bias
   * @param relu whether negative results become 0
   */
  record Geometry(
      int kernelH,
      int lineStride,
      int taps,
      int tapStride,
      int depth,
      int pixelStep,
      int outStep,
      boolean wide,
      boolean bias,
      boolean relu) {}

  /**
   * Computes {@code count} pixels of one panel.
   *
   * @param x input, read from {@code xAt}
   * @param w packed weights of the panel, from {@code wAt}
   * @param bias of the panel's channels, from {@code biasAt}; ignored without bias
   * @param y output, written from {@code yAt} for the panel's whole width
   */
  void run(
      float[] x,
      int xAt,
      float[] w,
      int wAt,
      float[] bias,
      int biasAt,
      float[] y,
      int yAt,
      int count);

  /** The form for {@code geometry}. */
  static RowTiles of(Geometry geometry) {
    return Specializer.specialize(RowTiles.class, RowTilesTemplate.class, geometry);
  }

  /**
   * How many of {@code left} rows the next tile takes: 6, but no remainder too short to hide the
   * latency of a multiply-add.
   */
  static int tile(int left) {
    return switch (left) {
      case 10, 9 -> 5;
      case 8, 7 -> 4;
      default -> Math.min(left, 6);
    };
  }
}
