package dev.weft.kernels.cpu;

import dev.weft.kernels.Layout;

/**
 * {@link RowTiles} for all output channels of a layer: weights and bias, and one kernel for each
 * panel and height of a tile. Weights are packed panel by panel, so that they are read in order, or
 * used where they lie, if they are read too few times for packing to pay.
 */
public final class PanelTiles {
  private final RowTiles.Geometry geometry;
  private final Panels panels;
  private final int depth;
  private final Weights weights;
  private final RowTiles[][] tiles;
  private final int outLine;
  private final int outStep;
  // Where whole vectors do not fit the output's own channels, a line is computed here and copied.
  private final float[][] lines;

  /** Weights and bias, and how the weights lie. */
  public static final class Weights {
    private final float[] w;
    private final int wAt;
    private final float[] b;
    private final int bAt;
    private final boolean packed;

    private Weights(float[] w, int wAt, float[] b, int bAt, boolean packed) {
      this.w = w;
      this.wAt = wAt;
      this.b = b;
      this.bAt = bAt;
      this.packed = packed;
    }

    /** Room for weights {@code [depth, channels]} and bias, to be packed into. */
    public static Weights packed(Panels panels, int depth) {
      return new Weights(
          new float[panels.padded() * depth], 0, new float[panels.padded()], 0, true);
    }

    /**
     * Weights {@code [depth, channels]} from {@code wAt} and bias {@code [channels]} from {@code
     * bAt} where they lie. Vectors are read past their ends.
     */
    public static Weights inPlace(float[] w, int wAt, float[] b, int bAt) {
      return new Weights(w, wAt, b, bAt, false);
    }
  }

  /**
   * Makes the tiles of one call.
   *
   * @param geometry of one tile
   * @param panels the output channels
   * @param depth products that an output value sums
   * @param weights of the call
   * @param out layout of the output
   * @param chunks how many lines may be under way at a time
   */
  public PanelTiles(
      RowTiles.Geometry geometry,
      Panels panels,
      int depth,
      Weights weights,
      Layout out,
      int chunks) {
    this.panels = panels;
    this.depth = depth;
    this.weights = weights;
    // Pad channels of the output must stay 0, and weights that are not packed have none.
    boolean clean = weights.packed || panels.padded() == panels.channels();
    boolean direct = out.channelStride() >= panels.padded() && clean;
    // A dense layer's pixels are rows of the batch.
    boolean batch = out.h() == 1 && out.w() == 1;
    this.outLine = out.lineStride();
    this.outStep = batch ? out.rowStride() : out.channelStride();
    this.lines = direct ? new float[0][] : new float[chunks][0];
    this.geometry = direct ? geometry.to(outLine, outStep) : geometry.to(0, panels.padded());
    this.tiles = new RowTiles[panels.count()][RowTiles.MOST_ROWS + 1];
  }

  /**
   * Packs rows {@code from} to {@code to} of weights {@code [depth, channels]} at {@code wAt}; row
   * {@code depth} stands for the bias {@code [channels]} at {@code bAt}.
   */
  public void pack(float[] w, int wAt, float[] b, int bAt, int from, int to) {
    for (Panels.Panel panel : panels.all()) {
      int real = panels.real(panel);
      int packed = panel.start() * depth;
      for (int row = from; row < Math.min(to, depth); row++) {
        System.arraycopy(
            w,
            wAt + row * panels.channels() + panel.start(),
            weights.w,
            packed + row * panel.width(),
            real);
      }
    }
    if (to > depth) {
      System.arraycopy(b, bAt, weights.b, 0, panels.channels());
    }
  }

  /**
   * Packs weights {@code [channels, inner]} at {@code wAt}, transposed, as rows {@code toRow} to
   * {@code toRow + inner}.
   */
  public void packTransposed(float[] w, int wAt, int inner, int toRow) {
    packTransposed(w, wAt, inner, toRow, 0, panels.count());
  }

  /** As {@link #packTransposed(float[], int, int, int)}, panels {@code from} to {@code to} only. */
  public void packTransposed(float[] w, int wAt, int inner, int toRow, int from, int to) {
    for (Panels.Panel panel : panels.all().subList(from, to)) {
      int real = panels.real(panel);
      int target = panel.start() * depth + toRow * panel.width();
      for (int lane = 0; lane < real; lane++) {
        int source = wAt + (panel.start() + lane) * inner;
        for (int row = 0; row < inner; row++) {
          weights.w[target + row * panel.width() + lane] = w[source + row];
        }
      }
    }
  }

  /**
   * Computes {@code height} lines of {@code width} output pixels, all channels of them.
   *
   * @param chunk which of the concurrent calls this is
   * @param x input from {@code xAt}
   * @param y output; channel 0 of the first pixel lies at {@code yAt}
   */
  public void lines(int chunk, float[] x, int xAt, float[] y, int yAt, int width, int height) {
    if (lines.length == 0) {
      for (int q = 0; q < tiles.length; q++) {
        panel(q, x, xAt, y, yAt, width, height);
      }
      return;
    }
    // Only here, as a chunk of a dense layer has few rows of all.
    if (lines[chunk].length < width * panels.padded()) {
      lines[chunk] = new float[width * panels.padded()];
    }
    float[] line = lines[chunk];
    for (int i = 0; i < height; i++) {
      for (int q = 0; q < tiles.length; q++) {
        panel(q, x, xAt + i * geometry.lineStep(), line, 0, width, 1);
      }
      for (int p = 0; p < width; p++) {
        int to = yAt + i * outLine + p * outStep;
        System.arraycopy(line, p * panels.padded(), y, to, panels.channels());
      }
    }
  }

  /**
   * A line is cut into as few tiles as can be, which differ by one pixel at most. Where these would
   * have too few sums, tiles have as many pixels as they can, and the last is moved back to end
   * with the line: both that overlap there write the same.
   */
  private void panel(int q, float[] x, int xAt, float[] y, int yAt, int width, int height) {
    Panels.Panel panel = panels.all().get(q);
    int most = geometry.mostRows(panel);
    int all = Math.ceilDiv(width, most);
    int low = width / all;
    if (all > 1 && low * panel.vectors() < Lanes.BUSY_SUMS) {
      run(q, most, x, xAt, y, yAt, 0, width / most, height);
      run(q, most, x, xAt, y, yAt, width - most, 1, height);
    } else {
      int high = width % all;
      run(q, low + 1, x, xAt, y, yAt, 0, high, height);
      run(q, low, x, xAt, y, yAt, high * (low + 1), all - high, height);
    }
  }

  /** Computes {@code count} tiles of {@code rows} pixels a line, from pixel {@code first} on. */
  private void run(
      int q, int rows, float[] x, int xAt, float[] y, int yAt, int first, int count, int height) {
    if (count > 0) {
      Panels.Panel panel = panels.all().get(q);
      // All lines in one call: a call of its own for each costs as much as 60 multiply-adds.
      tiles(q, rows)
          .run(
              x,
              xAt + first * geometry.pixelStep(),
              weights.w,
              weights.wAt + panel.start() * (weights.packed ? depth : 1),
              weights.b,
              weights.bAt + panel.start(),
              y,
              yAt + panel.start() + first * geometry.outStep(),
              true,
              count,
              height);
    }
  }

  // Threads may race to fill a place, with one and the same object.
  private RowTiles tiles(int q, int rows) {
    RowTiles made = tiles[q][rows];
    if (made == null) {
      Panels.Panel panel = panels.all().get(q);
      int weightRow = weights.packed ? panel.width() : panels.channels();
      made = RowTiles.of(geometry.with(weightRow, panel, rows));
      tiles[q][rows] = made;
    }
    return made;
  }
}
