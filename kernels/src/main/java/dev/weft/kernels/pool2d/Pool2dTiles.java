package dev.weft.kernels.pool2d;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import java.util.List;

/**
 * {@link Pool2d} by maxima on a device, fast, where windows neither overlap nor leave pixels
 * between them: a work-item computes {@value #LANES} neighbouring channels of a window, which no
 * other work-item looks at.
 *
 * <p>Where the channels are no multiple of that, the last work-item of a window is moved back to
 * end with them. Both then write the same values where they overlap, and neither needs a test.
 */
public final class Pool2dTiles {
  static final int LANES = 8;

  private Pool2dTiles() {}

  static boolean fit(Pool2d p) {
    return p.kind() == Pool2d.Kind.MAX && p.stride() == p.size() && p.c() >= LANES;
  }

  static List<Launch> forward(Pool2d p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.n() * p.outH() * p.outW() * Math.ceilDiv(p.c(), LANES),
            Pool2dTiles::pool2dMaxTiles,
            args.floats(0),
            args.floats(1),
            Launch.shape(
                p.n(),
                p.h(),
                p.w(),
                p.c(),
                p.size(),
                p.outH(),
                p.outW(),
                args.offset(0),
                args.offset(1))));
  }

  static List<Launch> backward(Pool2d p, boolean reluInput, DeviceArgs args) {
    int gridH = Math.ceilDiv(p.h(), p.size());
    int gridW = Math.ceilDiv(p.w(), p.size());
    return List.of(
        Launch.of(
            p.n() * gridH * gridW * Math.ceilDiv(p.c(), LANES),
            Pool2dTiles::pool2dMaxBackwardTiles,
            args.floats(0),
            args.floats(1),
            args.floats(2),
            Launch.shape(
                p.n(),
                p.h(),
                p.w(),
                p.c(),
                p.size(),
                p.outH(),
                p.outW(),
                gridH,
                gridW,
                args.offset(0),
                args.offset(1),
                args.offset(2),
                reluInput ? 1 : 0,
                gridH == p.outH() && gridW == p.outW() ? 1 : 0)));
  }

  /** y [n,oh,ow,c], the maxima of the windows of x [n,h,w,c]. */
  public static void pool2dMaxTiles(float[] x, float[] y, int[] shape) {
    int n = shape[0];
    int h = shape[1];
    int w = shape[2];
    int c = shape[3];
    int size = shape[4];
    int outH = shape[5];
    int outW = shape[6];
    int xAt = shape[7];
    int yAt = shape[8];
    int blocks = (c + LANES - 1) / LANES;
    for (@Parallel int i = 0; i < n * outH * outW * blocks; i++) {
      int channel = Math.min((i % blocks) * LANES, c - LANES);
      int pixel = i / blocks;
      int line = pixel / outW;
      int corner = ((line / outH) * h + (line % outH) * size) * w + (pixel % outW) * size;
      int from = xAt + corner * c + channel;
      float[] best = new float[LANES];
      for (int lane = 0; lane < LANES; lane++) {
        best[lane] = x[from + lane];
      }
      for (int ky = 0; ky < size; ky++) {
        for (int kx = 0; kx < size; kx++) {
          for (int lane = 0; lane < LANES; lane++) {
            float value = x[from + (ky * w + kx) * c + lane];
            best[lane] = value > best[lane] ? value : best[lane];
          }
        }
      }
      for (int lane = 0; lane < LANES; lane++) {
        y[yAt + pixel * c + channel + lane] = best[lane];
      }
    }
  }

  /**
   * dx [n,h,w,c] from dy [n,oh,ow,c] and x; 0 where masked and x is not positive. The grid has
   * windows that the map's end cuts off, too: they have no output, and their pixels no gradient.
   */
  public static void pool2dMaxBackwardTiles(float[] dy, float[] x, float[] dx, int[] shape) {
    int n = shape[0];
    int h = shape[1];
    int w = shape[2];
    int c = shape[3];
    int size = shape[4];
    int outH = shape[5];
    int outW = shape[6];
    int gridH = shape[7];
    int gridW = shape[8];
    int dyAt = shape[9];
    int xAt = shape[10];
    int dxAt = shape[11];
    int masked = shape[12];
    int even = shape[13];
    int blocks = (c + LANES - 1) / LANES;
    for (@Parallel int i = 0; i < n * gridH * gridW * blocks; i++) {
      int channel = Math.min((i % blocks) * LANES, c - LANES);
      int window = i / blocks;
      int ox = window % gridW;
      int oy = (window / gridW) % gridH;
      int row = window / (gridW * gridH);
      int nearX = Math.min(ox, outW - 1);
      int nearY = Math.min(oy, outH - 1);
      float whole = even == 1 || (nearX == ox && nearY == oy) ? 1f : 0f;
      // Where windows fill the map, their size is known when the kernel is compiled for the shape.
      int lines = even == 1 ? size : Math.min(size, h - oy * size);
      int columns = even == 1 ? size : Math.min(size, w - ox * size);
      int from = ((row * h + oy * size) * w + ox * size) * c + channel;
      int gradient = dyAt + ((row * outH + nearY) * outW + nearX) * c + channel;
      float[] best = new float[LANES];
      float[] place = new float[LANES];
      float[] given = new float[LANES];
      for (int lane = 0; lane < LANES; lane++) {
        best[lane] = x[xAt + from + lane];
        place[lane] = 0f;
        float near = dy[gradient + lane];
        given[lane] = whole > 0f ? near : 0f;
      }
      for (int ky = 0; ky < lines; ky++) {
        for (int kx = 0; kx < columns; kx++) {
          float here = ky * size + kx;
          for (int lane = 0; lane < LANES; lane++) {
            float value = x[xAt + from + (ky * w + kx) * c + lane];
            place[lane] = value > best[lane] ? here : place[lane];
            best[lane] = value > best[lane] ? value : best[lane];
          }
        }
      }
      float unmasked = masked == 0 ? 1f : 0f;
      for (int ky = 0; ky < lines; ky++) {
        for (int kx = 0; kx < columns; kx++) {
          float here = ky * size + kx;
          int at = from + (ky * w + kx) * c;
          // All loads before all stores: the compiler cannot know that dx is not x.
          for (int lane = 0; lane < LANES; lane++) {
            float taken = place[lane] == here ? given[lane] : 0f;
            float kept = x[xAt + at + lane] > 0f ? 1f : unmasked;
            best[lane] = kept > 0f ? taken : 0f;
          }
          for (int lane = 0; lane < LANES; lane++) {
            dx[dxAt + at + lane] = best[lane];
          }
        }
      }
    }
  }
}
