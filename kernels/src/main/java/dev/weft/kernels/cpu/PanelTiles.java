package dev.weft.kernels.cpu;

import dev.weft.kernels.Layout;

/**
 * {@link RowTiles} for all output channels of a layer: packed weights and bias, and one kernel for
 * wide panels and one for the narrow rest.
 */
public final class PanelTiles {
  private final Panels panels;
  private final int depth;
  private final float[] weights;
  private final float[] bias;
  private final RowTiles[] tiles;
  private final int outStep;
  // Where whole vectors do not fit the output's own channels, a line is computed here and copied.
  private final float[][] lines;

  /**
   * Makes the tiles of one call.
   *
   * @param geometry of one panel; the output's step and the panel's width are filled in
   * @param channels output channels
   * @param depth products that an output value sums
   * @param out layout of the output
   * @param width most output pixels a line
   * @param chunks how many lines may be under way at a time
   */
  public PanelTiles(
      RowTiles.Geometry geometry, int channels, int depth, Layout out, int width, int chunks) {
    this.panels = new Panels(channels);
    this.depth = depth;
    this.weights = new float[panels.padded() * depth];
    this.bias = new float[panels.padded()];
    boolean direct = out.channelStride() >= panels.padded();
    // A dense layer's pixels are rows of the batch.
    boolean batch = out.h() == 1 && out.w() == 1;
    int pixel = batch ? out.rowStride() : out.channelStride();
    this.outStep = pixel;
    this.lines = direct ? new float[0][] : new float[chunks][width * panels.padded()];
    this.tiles = new RowTiles[panels.count()];
    for (int q = 0; q < tiles.length; q++) {
      tiles[q] =
          RowTiles.of(
              new RowTiles.Geometry(
                  geometry.kernelH(),
                  geometry.lineStride(),
                  geometry.taps(),
                  geometry.tapStride(),
                  geometry.depth(),
                  geometry.pixelStep(),
                  direct ? pixel : panels.padded(),
                  panels.wide(q),
                  geometry.bias(),
                  geometry.relu()));
    }
  }

  public Panels panels() {
    return panels;
  }

  /**
   * Packs rows {@code from} to {@code to} of weights {@code [depth, channels]} at {@code wAt}; row
   * {@code depth} stands for the bias {@code [channels]} at {@code bAt}.
   */
  public void pack(float[] w, int wAt, float[] b, int bAt, int from, int to) {
    for (int q = 0; q < panels.count(); q++) {
      int width = panels.width(q);
      int real = panels.real(q);
      for (int row = from; row < Math.min(to, depth); row++) {
        System.arraycopy(
            w,
            wAt + row * panels.channels() + panels.start(q),
            weights,
            panels.packed(q, depth) + row * width,
            real);
      }
    }
    if (to > depth) {
      System.arraycopy(b, bAt, bias, 0, panels.channels());
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
    for (int q = from; q < to; q++) {
      int width = panels.width(q);
      int real = panels.real(q);
      int target = panels.packed(q, depth) + toRow * width;
      for (int lane = 0; lane < real; lane++) {
        int source = wAt + (panels.start(q) + lane) * inner;
        for (int row = 0; row < inner; row++) {
          weights[target + row * width + lane] = w[source + row];
        }
      }
    }
  }

  /**
   * Computes {@code count} output pixels of panel {@code q}.
   *
   * @param chunk which of the concurrent lines this is
   * @param x input from {@code xAt}
   * @param y output; channel 0 of the first pixel lies at {@code yAt}
   */
  public void line(int q, int chunk, float[] x, int xAt, float[] y, int yAt, int count) {
    int start = panels.start(q);
    int packed = panels.packed(q, depth);
    if (lines.length == 0) {
      tiles[q].run(x, xAt, weights, packed, bias, start, y, yAt + start, count);
      return;
    }
    float[] line = lines[chunk];
    tiles[q].run(x, xAt, weights, packed, bias, start, line, start, count);
    int real = panels.real(q);
    for (int p = 0; p < count; p++) {
      int from = p * panels.padded() + start;
      int to = yAt + p * outStep + start;
      for (int lane = 0; lane < real; lane++) {
        y[to + lane] = line[from + lane];
      }
    }
  }
}
