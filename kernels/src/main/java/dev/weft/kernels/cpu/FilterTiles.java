package dev.weft.kernels.cpu;

import java.util.ArrayList;
import java.util.List;

/**
 * The matrix product of weight-gradient passes, of convolution and dense layer alike: for some rows
 * {@code r} (tap and input channel) and one panel of output channels
 *
 * <pre>  dw[r, k] += sum over lines and pixels of x[line, pixel, r] * dy[line, pixel, k]</pre>
 */
public interface FilterTiles {
  /**
   * What is constant for one layer. Strides count floats.
   *
   * @param width output pixels a line
   * @param xLine from the input of one output line to that of the next
   * @param xPixel from the input of one output pixel to that of the next
   * @param dyLine from one output line to the next
   * @param dyPixel from one output pixel to the next
   * @param dwRow from one row of the result to the next
   * @param panel the vectors of output channels
   * @param offsets of each row's input value from that of the first row, at least one
   */
  record Geometry(
      int width,
      int xLine,
      int xPixel,
      int dyLine,
      int dyPixel,
      int dwRow,
      Panels.Panel panel,
      List<Integer> offsets) {
    public Geometry {
      offsets = List.copyOf(offsets);
      panel = panel.shape();
    }

    /** Whether half a vector of channels is summed in {@link Pairs}. */
    boolean paired() {
      return Pairs.suit(panel, run(offsets, 0));
    }

    Geometry with(Panels.Panel newPanel, List<Integer> newOffsets) {
      return new Geometry(width, xLine, xPixel, dyLine, dyPixel, dwRow, newPanel, newOffsets);
    }

    /** Rows from {@code row} on whose input values adjoin. */
    private static int run(List<Integer> offsets, int row) {
      int run = 1;
      while (row + run < offsets.size() && offsets.get(row + run) == offsets.get(row) + run) {
        run++;
      }
      return run;
    }
  }

  /**
   * Adds to all rows of one panel.
   *
   * @param x input; row r's first value lies at {@code xAt + offsets[r]}
   * @param dy output gradient of the panel, from {@code dyAt}
   * @param dw result; row 0 lies at {@code dwAt}
   * @param lines output lines that are summed over; 0 for none, see {@link Rehearsal}
   */
  void run(float[] x, int xAt, float[] dy, int dyAt, float[] dw, int dwAt, int lines);

  /** The form for {@code geometry}. */
  static FilterTiles of(Geometry geometry) {
    return TileClass.memo(
        geometry,
        g -> {
          FilterTiles code = Rehearsal.of(FilterTilesCode.of(g), g.width() + 1);
          return g.paired() ? new PairedTiles(code, Pairs.Run.of(g.offsets()), g.dwRow()) : code;
        });
  }

  /**
   * One tile of a layer's rows and channels.
   *
   * @param row first row
   * @param offset of that row's input value
   * @param panel the channels
   * @param code that adds them
   */
  record Tile(int row, int offset, Panels.Panel panel, FilterTiles code) {

    /**
     * Adds to all rows of the tile.
     *
     * @param x input; the first row of all has its first value at {@code xAt}
     * @param dy output gradient, channel 0 from {@code dyAt}
     * @param dw result of the whole layer, rows {@code stride} apart from row {@code toRow} on
     */
    public void run(
        float[] x, int xAt, float[] dy, int dyAt, float[] dw, int toRow, int stride, int lines) {
      int start = panel.start();
      code.run(x, xAt + offset, dy, dyAt + start, dw, (toRow + row) * stride + start, lines);
    }
  }

  /**
   * Cuts rows into tiles, few of them and of few kinds.
   *
   * @param layer whose panel and offsets are filled in
   * @param offsets of every row's input value
   * @param panels of its channels
   */
  static List<Tile> tiles(Geometry layer, List<Integer> offsets, Panels panels) {
    List<Tile> tiles = new ArrayList<>();
    for (Panels.Panel panel : panels.all()) {
      int row = 0;
      while (row < offsets.size()) {
        int run = Geometry.run(offsets, row);
        boolean paired = Pairs.suit(panel, run);
        int most = paired ? Pairs.MOST_ROWS : Lanes.SUMS / panel.vectors();
        // Short runs are put together; what comes out is cut as evenly as can be.
        int together = run <= most / 2 ? offsets.size() - row : run;
        int rows =
            paired && together > run
                ? Math.min(most / (2 * Math.ceilDiv(run, 2)) * run, together)
                : Math.ceilDiv(together, Math.ceilDiv(together, most));
        int first = offsets.get(row);
        List<Integer> own =
            offsets.subList(row, row + rows).stream().map(offset -> offset - first).toList();
        tiles.add(new Tile(row, first, panel, of(layer.with(panel, own))));
        row += rows;
      }
    }
    return tiles;
  }
}
