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
  /** Pixels that the code has sums for. */
  int MOST_ROWS = 14;

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
   * @param panel the vectors of output channels
   * @param rows pixels that one tile computes, 1 to {@link #MOST_ROWS}
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
      Panels.Panel panel,
      int rows,
      boolean bias,
      boolean relu) {

    /** Times that a tile goes round its loops, at most. */
    int rounds() {
      return kernelH * (1 + taps * (1 + depth));
    }

    Geometry with(int newOutStep, Panels.Panel newPanel, int newRows) {
      return new Geometry(
          kernelH,
          lineStride,
          taps,
          tapStride,
          depth,
          pixelStep,
          newOutStep,
          newPanel.shape(),
          newRows,
          bias,
          relu);
    }
  }

  /**
   * Computes {@code tiles * rows} adjoining pixels of one panel.
   *
   * @param x input, read from {@code xAt}
   * @param w packed weights of the panel, from {@code wAt}
   * @param bias of the panel's channels, from {@code biasAt}; ignored without bias
   * @param y output, written from {@code yAt} for the panel's whole width
   * @param work whether to do anything; if not, this is a call for {@link Rehearsal}
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
      boolean work,
      int tiles);

  /** The form for {@code geometry}. */
  static RowTiles of(Geometry geometry) {
    return TileClass.memo(geometry, g -> Rehearsal.of(RowTilesCode.of(g), g.rounds()));
  }

  /**
   * Most pixels that a tile of {@code panel} can have. With 16 registers the JIT loads the inputs
   * of all pixels before it uses any, so that these need registers too (6 pixels by two vectors: 38
   * GFLOP/s, 4: 90).
   */
  static int mostRows(Panels.Panel panel) {
    int vectors = panel.vectors();
    return Lanes.REGISTERS == 16
        ? (Lanes.REGISTERS - vectors) / (vectors + 1)
        : Math.min(MOST_ROWS, Lanes.SUMS / vectors);
  }
}
