package dev.weft.kernels.cpu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The matrix product of weight-gradient passes, of convolution and dense layer alike: for some rows
 * {@code r} (tap and input channel) and one panel of output channels
 *
 * <pre>  dw[r, k] += sum over lines and pixels of x[line, pixel, r] * dy[line, pixel, k]</pre>
 */
public interface FilterTiles {
  /** Most rows of a tile whose rows share inputs: three chains of five, five of three. */
  int MOST_SHARING_ROWS = 15;

  /**
   * Most multiply-adds in the innermost loop of such a tile: past some number of calls C2 no longer
   * inlines the vector methods (75 of them: a tenth of the speed).
   */
  int MOST_SHARING_PRODUCTS = 48;

  /**
   * One row of a tile.
   *
   * @param index row of the result, counted from the tile's first
   * @param offset of its input value from that of the tile's first row
   */
  record Row(int index, int offset) {}

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
   * @param rows of the tile
   * @param pixels output pixels that are done at once, a divisor of {@code width}
   */
  record Geometry(
      int width,
      int xLine,
      int xPixel,
      int dyLine,
      int dyPixel,
      int dwRow,
      Panels.Panel panel,
      List<Row> rows,
      int pixels) {
    public Geometry {
      rows = List.copyOf(rows);
    }

    /** Of a layer of which panel and rows are filled in later. */
    public static Geometry of(
        int width, int xLine, int xPixel, int dyLine, int dyPixel, int dwRow) {
      return new Geometry(
          width, xLine, xPixel, dyLine, dyPixel, dwRow, Panels.UNKNOWN, List.of(), 1);
    }

    Geometry with(Panels.Panel newPanel, List<Row> newRows, int newPixels) {
      return new Geometry(
          width, xLine, xPixel, dyLine, dyPixel, dwRow, newPanel.shape(), newRows, newPixels);
    }

    /**
     * Of 4 and less the most pixels that {@code rows} can do at once. More of them than one share
     * the inputs that they have in common.
     */
    private int together(int rows) {
      int pixels = 4;
      while (pixels > 1 && (width % pixels != 0 || rows * pixels > MOST_SHARING_PRODUCTS)) {
        pixels--;
      }
      return pixels;
    }

    /** Times that a tile goes round its loops in one line. */
    int rounds() {
      return width / pixels + 1;
    }
  }

  /**
   * Adds to all rows of one panel.
   *
   * @param x input; that of row 0 and the first pixel lies at {@code xAt}
   * @param dy output gradient of the panel, from {@code dyAt}
   * @param dw result; row 0 lies at {@code dwAt}
   * @param lines output lines that are summed over
   */
  void run(float[] x, int xAt, float[] dy, int dyAt, float[] dw, int dwAt, int lines);

  /** The form for {@code geometry}. */
  static FilterTiles of(Geometry geometry) {
    return TileClass.memo(geometry, g -> Rehearsal.of(FilterTilesCode.of(g), g));
  }

  /**
   * One tile of a layer's rows and channels.
   *
   * @param row first row
   * @param offset of that row's input value
   * @param panel the channels
   * @param code that adds to its rows
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
   * Rows that tiles of panels of {@code vectors} vectors should have where there are {@code rows}
   * in all: if it can be such that all are of one height, which is less code to compile.
   */
  static int height(int rows, int vectors) {
    int most = Lanes.FILTER_SUMS / vectors;
    for (int height = Math.min(rows, most); height > most / 2; height--) {
      if (rows % height == 0) {
        return height;
      }
    }
    return Math.min(rows, most);
  }

  /**
   * Cuts rows into tiles, few of them and of few kinds.
   *
   * @param layer whose panel and rows are filled in
   * @param offsets of every row's input value
   * @param panels of its channels
   */
  static List<Tile> tiles(Geometry layer, List<Integer> offsets, Panels panels) {
    return tiles(layer, offsets, panels, Lanes.FILTER_SUMS);
  }

  /**
   * As {@link #tiles(Geometry, List, Panels)}, with {@code sums} vectors of sums a tile at most.
   */
  static List<Tile> tiles(Geometry layer, List<Integer> offsets, Panels panels, int sums) {
    List<Tile> tiles = new ArrayList<>();
    for (Panels.Panel panel : panels.all()) {
      List<List<Integer>> chains = chains(layer, offsets, panel);
      int length = chains.isEmpty() ? 0 : chains.getFirst().size();
      int most = length > 1 ? MOST_SHARING_ROWS / length : sums / panel.vectors();
      List<Integer> starts = chains.stream().map(chain -> offsets.get(chain.getFirst())).toList();
      int chain = 0;
      while (chain < chains.size()) {
        int run = run(starts, chain);
        // Short runs are put together; what comes out is cut as evenly as can be.
        int together = run <= most / 2 ? chains.size() - chain : run;
        int end = chain + Math.ceilDiv(together, Math.ceilDiv(together, most));
        tiles.add(tile(layer, offsets, panel, chains.subList(chain, end)));
        chain = end;
      }
    }
    return List.copyOf(tiles);
  }

  /**
   * Rows that see the same inputs, one output pixel after the other, as the taps of a line do:
   * those of a tile are done for some pixels at once, so that an input value that is loaded serves
   * several rows. Loads are what limits tiles of one vector (3x3, 16 to 16 channels, one thread of
   * a Zen 4: 86 GFLOP/s without, 110 with it). With 16 registers, and where two vectors make use of
   * each value, each row is by itself.
   *
   * @return lists of indices into {@code offsets}
   */
  private static List<List<Integer>> chains(
      Geometry layer, List<Integer> offsets, Panels.Panel panel) {
    Map<Integer, Integer> left = new LinkedHashMap<>();
    for (int row = 0; row < offsets.size(); row++) {
      left.put(offsets.get(row), row);
    }
    List<List<Integer>> chains = new ArrayList<>();
    while (!left.isEmpty()) {
      List<Integer> chain = new ArrayList<>();
      int offset = left.keySet().iterator().next();
      for (Integer row = left.remove(offset); row != null; row = left.remove(offset)) {
        chain.add(row);
        offset += layer.xPixel;
      }
      chains.add(List.copyOf(chain));
    }
    int longest = chains.stream().mapToInt(List::size).max().orElse(0);
    boolean share =
        Lanes.REGISTERS == 32
            && panel.vectors() == 1
            && longest > 1
            && longest <= MOST_SHARING_ROWS
            && layer.together(longest) > 1;
    return share ? chains : IntStream.range(0, offsets.size()).mapToObj(List::of).toList();
  }

  private static Tile tile(
      Geometry layer, List<Integer> offsets, Panels.Panel panel, List<List<Integer>> chains) {
    int first = chains.getFirst().getFirst();
    List<Row> rows =
        chains.stream()
            .flatMap(List::stream)
            .sorted()
            .map(row -> new Row(row - first, offsets.get(row) - offsets.get(first)))
            .toList();
    int pixels = chains.getFirst().size() > 1 ? layer.together(rows.size()) : 1;
    return new Tile(first, offsets.get(first), panel, of(layer.with(panel, rows, pixels)));
  }

  /** Elements from {@code from} on, each one more than the one before. */
  private static int run(List<Integer> starts, int from) {
    int run = 1;
    while (from + run < starts.size() && starts.get(from + run) == starts.get(from) + run) {
      run++;
    }
    return run;
  }
}
