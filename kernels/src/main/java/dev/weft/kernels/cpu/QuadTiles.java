package dev.weft.kernels.cpu;

import dev.weft.kernels.Layout;

/**
 * Maxima of windows of 2x2 pixels that adjoin, the pooling of most models, forward and backward. A
 * vector is channels of one pixel.
 */
public interface QuadTiles {

  /**
   * What is constant for one layer. Strides count floats, channels are padded to whole vectors.
   *
   * @param height windows in a column
   * @param width windows in a line
   * @param lanes floats a vector
   * @param channels channels, padding counted
   * @param xLine from one line of the large map to the next
   * @param xPixel from one pixel of the large map to the next
   * @param yLine from one line of windows to the next
   * @param yPixel from one window to the next
   * @param dxLine as {@code xLine}, of the gradient; not looked at forward
   * @param dxPixel as {@code xPixel}, of the gradient; not looked at forward
   * @param masked whether x came out of a ReLU, whose gradient is taken too; not looked at forward
   */
  record Geometry(
      int height,
      int width,
      int lanes,
      int channels,
      int xLine,
      int xPixel,
      int yLine,
      int yPixel,
      int dxLine,
      int dxPixel,
      boolean masked) {}

  /** Writes the maxima of a map at {@code xAt} to {@code yAt}. */
  void forward(float[] x, int xAt, float[] y, int yAt);

  /**
   * Writes the gradient of a map: that of the maximum to the first pixel that has it, 0 to the
   * others.
   */
  void backward(float[] dy, int dyAt, float[] x, int xAt, float[] dx, int dxAt);

  /** The form for maps and windows laid out like this. */
  static QuadTiles of(int height, int width, Layout x, Layout y, Layout dx, boolean masked) {
    int channels = Lanes.roundUp(x.c());
    return Specializer.specialize(
        QuadTiles.class,
        QuadTilesTemplate.class,
        new Geometry(
            height,
            width,
            channels % Lanes.LENGTH == 0 ? Lanes.LENGTH : Lanes.UNIT,
            channels,
            x.lineStride(),
            x.channelStride(),
            y.lineStride(),
            y.channelStride(),
            dx.lineStride(),
            dx.channelStride(),
            masked));
  }
}
