package dev.weft.kernels.cpu;

/**
 * The matrix product at the heart of forward and data-gradient passes, of convolution and dense
 * layer alike: for pixels {@code p} of a line (or rows of a batch) and one panel of output channels
 *
 * <pre>  y[p, k] = bias[k] + sum over ky, tap, d of x[p, ky, tap, d] * w[ky, tap, d, k]</pre>
 *
 * A panel is one or two vectors of channels wide.
 */
public interface RowTiles {
  /** Pixels that the code has sums for. */
  int MOST_ROWS = 14;

  /**
   * Most multiply-adds in the innermost loop: past some number of calls C2 no longer inlines the
   * vector methods.
   */
  int MOST_PRODUCTS = 64;

  /**
   * What is constant for one layer. Strides count floats.
   *
   * @param kernelH input lines that a pixel sees
   * @param lineStride from an input line to the next
   * @param taps input pixels that a pixel sees in one line; 1 for all where their channels adjoin
   * @param tapStride from one of those to the next
   * @param depth adjoining input values at each tap
   * @param lineStep from the input of one output line to that of the next
   * @param pixelStep from the input of one output pixel to that of the next
   * @param outLine from one output line to the next
   * @param outStep from one output pixel to the next
   * @param weightRow from one row of the panel's weights to the next
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
      int lineStep,
      int pixelStep,
      int outLine,
      int outStep,
      int weightRow,
      Panels.Panel panel,
      int rows,
      boolean bias,
      boolean relu) {

    /**
     * Of a layer of which output, weights, panel and rows are filled in later.
     *
     * @param kernelW input pixels that a pixel sees in one line
     * @param pixelStride from one of those to the next
     * @param channels of an input pixel
     * @param strideH input lines from one output line to the next
     * @param strideW input pixels from one output pixel to the next
     */
    public static Geometry of(
        int kernelH,
        int lineStride,
        int kernelW,
        int pixelStride,
        int channels,
        int strideH,
        int strideW,
        boolean bias,
        boolean relu) {
      int pixelStep = strideW * pixelStride;
      boolean adjoining = pixelStride == channels && !mayShare(kernelW, pixelStride, pixelStep);
      return new Geometry(
          kernelH,
          lineStride,
          adjoining ? 1 : kernelW,
          pixelStride,
          adjoining ? kernelW * channels : channels,
          strideH * lineStride,
          pixelStep,
          0,
          0,
          0,
          Panels.UNKNOWN,
          0,
          bias,
          relu);
    }

    /**
     * Whether the taps of a line are done together, so that an input value that is loaded serves
     * all the pixels that see it. Loads are what limits tiles of one vector (3x3, 16 to 16
     * channels, one thread of a Zen 4: 79 GFLOP/s without, 110 with it). With 16 registers there is
     * no room for the weights of all taps.
     */
    boolean shared() {
      return mayShare(taps, tapStride, pixelStep) && rows * panel.vectors() >= Lanes.BUSY_SUMS;
    }

    private static boolean mayShare(int taps, int tapStride, int pixelStep) {
      return taps > 1
          && taps <= MOST_PRODUCTS / Lanes.BUSY_SUMS
          && tapStride == pixelStep
          && Lanes.REGISTERS == 32;
    }

    /**
     * Most pixels that a tile of {@code panel} can have. With 16 registers the JIT loads the inputs
     * of all pixels before it uses any, so that these need registers too (6 pixels by two vectors:
     * 38 GFLOP/s, 4: 90).
     */
    int mostRows(Panels.Panel panel) {
      int vectors = panel.vectors();
      if (Lanes.REGISTERS == 16) {
        return (Lanes.REGISTERS - vectors) / (vectors + 1);
      }
      int most = Math.min(MOST_ROWS, Lanes.SUMS / vectors);
      if (mayShare(taps, tapStride, pixelStep)) {
        int free = Lanes.SUMS / vectors - taps;
        most = Math.min(most, Math.min(free, MOST_PRODUCTS / (taps * vectors)));
      }
      return most;
    }

    /** Times that a tile goes round its loops, at most. */
    int rounds() {
      return kernelH * (1 + (shared() ? depth : taps * (1 + depth)));
    }

    /** The same, with an output. */
    Geometry to(int newOutLine, int newOutStep) {
      return with(newOutLine, newOutStep, weightRow, panel, rows);
    }

    /** The same, for tiles of {@code newRows} pixels of {@code newPanel}. */
    Geometry with(int newWeightRow, Panels.Panel newPanel, int newRows) {
      return with(outLine, outStep, newWeightRow, newPanel, newRows);
    }

    private Geometry with(
        int newOutLine, int newOutStep, int newWeightRow, Panels.Panel newPanel, int newRows) {
      return new Geometry(
          kernelH,
          lineStride,
          taps,
          tapStride,
          depth,
          lineStep,
          pixelStep,
          newOutLine,
          newOutStep,
          newWeightRow,
          newPanel.shape(),
          newRows,
          bias,
          relu);
    }
  }

  /**
   * Computes {@code tiles * rows} adjoining pixels of one panel, in each of {@code lines} lines.
   *
   * @param x input, read from {@code xAt}
   * @param w weights of the panel, from {@code wAt}
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
      int tiles,
      int lines);

  /** The form for {@code geometry}. */
  static RowTiles of(Geometry geometry) {
    return TileClass.memo(geometry, g -> Rehearsal.of(RowTilesCode.of(g), g.rounds()));
  }
}
