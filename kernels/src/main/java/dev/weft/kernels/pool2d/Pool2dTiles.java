package dev.weft.kernels.pool2d;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Index;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import java.util.List;

/**
 * {@link Pool2d} by maxima on a device, fast, where windows neither overlap nor leave pixels
 * between them: a work-item computes a channel of a window, which no other work-item looks at; or,
 * where work-items do much, {@value #LANES} neighbouring channels of all windows of a line.
 *
 * <p>Where the channels are no multiple of that, the last work-item of a window is moved back to
 * end with them. Both then write the same values where they overlap, and neither needs a test.
 * Where there are fewer channels, the last lanes repeat the last of them.
 */
public final class Pool2dTiles {
  static final int LANES = 8;

  private Pool2dTiles() {}

  static boolean fit(Pool2d p) {
    return p.kind() == Pool2d.Kind.MAX && p.stride() == p.size();
  }

  static List<Launch> forward(Pool2d p, DeviceArgs args) {
    int groups = args.coarse() ? 1 : p.outW();
    int items = p.n() * p.outH() * groups * blocks(p, args);
    return List.of(
        Launch.of(
            items,
            !args.coarse()
                ? Pool2dTiles::pool2dMaxWindows
                : p.c() < LANES ? Pool2dTiles::pool2dMaxNarrowTiles : Pool2dTiles::pool2dMaxTiles,
            args.floats(0),
            args.floats(1),
            Launch.shape(
                items,
                groups,
                p.outW() / groups,
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
    int groups = args.coarse() ? 1 : gridW;
    int items = p.n() * gridH * groups * blocks(p, args);
    return List.of(
        Launch.of(
            items,
            !args.coarse()
                ? Pool2dTiles::pool2dMaxBackwardWindows
                : p.c() < LANES
                    ? Pool2dTiles::pool2dMaxBackwardNarrowTiles
                    : Pool2dTiles::pool2dMaxBackwardTiles,
            args.floats(0),
            args.floats(1),
            args.floats(2),
            Launch.shape(
                items,
                groups,
                gridW / groups,
                p.h(),
                p.w(),
                p.c(),
                p.size(),
                p.outH(),
                p.outW(),
                gridH,
                args.offset(0),
                args.offset(1),
                args.offset(2),
                reluInput ? 1 : 0,
                gridH == p.outH() && gridW == p.outW() ? 1 : 0)));
  }

  /** Tiles of a window. */
  private static int blocks(Pool2d p, DeviceArgs args) {
    return args.coarse() ? Math.ceilDiv(p.c(), LANES) : p.c();
  }

  /** {@link #forwardTile} of a single channel. */
  public static void pool2dMaxWindows(float[] x, float[] y, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      forwardTile(x, y, shape, i, 1, false);
    }
  }

  /** {@link #backwardTile} of a single channel. */
  public static void pool2dMaxBackwardWindows(float[] dy, float[] x, float[] dx, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      backwardTile(dy, x, dx, shape, i, 1, false);
    }
  }

  /** {@link #forwardTile} of at least {@value #LANES} channels. */
  public static void pool2dMaxTiles(float[] x, float[] y, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      forwardTile(x, y, shape, i, LANES, false);
    }
  }

  /** {@link #forwardTile} of fewer channels. */
  public static void pool2dMaxNarrowTiles(float[] x, float[] y, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      forwardTile(x, y, shape, i, LANES, true);
    }
  }

  /** {@link #backwardTile} of at least {@value #LANES} channels. */
  public static void pool2dMaxBackwardTiles(float[] dy, float[] x, float[] dx, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      backwardTile(dy, x, dx, shape, i, LANES, false);
    }
  }

  /** {@link #backwardTile} of fewer channels. */
  public static void pool2dMaxBackwardNarrowTiles(float[] dy, float[] x, float[] dx, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      backwardTile(dy, x, dx, shape, i, LANES, true);
    }
  }

  /** y [n,oh,ow,c], the maxima of the windows of x [n,h,w,c]. */
  private static void forwardTile(
      float[] x, float[] y, int[] shape, int i, int lanes, boolean narrow) {
    int groups = shape[1];
    int windows = shape[2];
    int h = shape[3];
    int w = shape[4];
    int c = shape[5];
    int size = shape[6];
    int outH = shape[7];
    int outW = shape[8];
    int xAt = shape[9];
    int yAt = shape[10];
    int blocks = (c + lanes - 1) / lanes;
    int channel = Math.max(Math.min((i % blocks) * lanes, c - lanes), 0);
    int last = Math.min(lanes, c) - 1;
    int group = i / blocks;
    int line = group / groups;
    int corner = ((line / outH) * h + (line % outH) * size) * w;
    for (int window = 0; window < windows; window++) {
      int ox = (group % groups) * windows + window;
      int from = xAt + (corner + ox * size) * c + channel;
      long first = Index.first(from);
      float[] best = new float[lanes];
      for (int lane = 0; lane < lanes; lane++) {
        int at = narrow ? Math.min(lane, last) : lane;
        best[lane] = x[(int) (first + at)];
      }
      for (int ky = 0; ky < size; ky++) {
        for (int kx = 0; kx < size; kx++) {
          long pixel = Index.first(from + (ky * w + kx) * c);
          for (int lane = 0; lane < lanes; lane++) {
            int at = narrow ? Math.min(lane, last) : lane;
            float value = x[(int) (pixel + at)];
            best[lane] = value > best[lane] ? value : best[lane];
          }
        }
      }
      long to = Index.first(yAt + (line * outW + ox) * c + channel);
      for (int lane = 0; lane < lanes; lane++) {
        int at = narrow ? Math.min(lane, last) : lane;
        y[(int) (to + at)] = best[lane];
      }
    }
  }

  /**
   * dx [n,h,w,c] from dy [n,oh,ow,c] and x; 0 where masked and x is not positive. The grid has
   * windows that the map's end cuts off, too: they have no output, and their pixels no gradient.
   */
  private static void backwardTile(
      float[] dy, float[] x, float[] dx, int[] shape, int i, int lanes, boolean narrow) {
    int groups = shape[1];
    int windows = shape[2];
    int h = shape[3];
    int w = shape[4];
    int c = shape[5];
    int size = shape[6];
    int outH = shape[7];
    int outW = shape[8];
    int gridH = shape[9];
    int dyAt = shape[10];
    int xAt = shape[11];
    int dxAt = shape[12];
    int masked = shape[13];
    int even = shape[14];
    int blocks = (c + lanes - 1) / lanes;
    int channel = Math.max(Math.min((i % blocks) * lanes, c - lanes), 0);
    int last = Math.min(lanes, c) - 1;
    int group = i / blocks;
    int oy = (group / groups) % gridH;
    int row = group / (groups * gridH);
    int nearY = Math.min(oy, outH - 1);
    float unmasked = masked == 0 ? 1f : 0f;
    for (int window = 0; window < windows; window++) {
      int ox = (group % groups) * windows + window;
      int nearX = Math.min(ox, outW - 1);
      float whole = even == 1 || (nearX == ox && nearY == oy) ? 1f : 0f;
      // Where windows fill the map, their size is known when the kernel is compiled for the shape.
      int lines = even == 1 ? size : Math.min(size, h - oy * size);
      int columns = even == 1 ? size : Math.min(size, w - ox * size);
      int from = ((row * h + oy * size) * w + ox * size) * c + channel;
      long first = Index.first(xAt + from);
      long gradient = Index.first(dyAt + ((row * outH + nearY) * outW + nearX) * c + channel);
      float[] best = new float[lanes];
      float[] place = new float[lanes];
      float[] given = new float[lanes];
      for (int lane = 0; lane < lanes; lane++) {
        int at = narrow ? Math.min(lane, last) : lane;
        best[lane] = x[(int) (first + at)];
        place[lane] = 0f;
        float near = dy[(int) (gradient + at)];
        given[lane] = whole > 0f ? near : 0f;
      }
      for (int ky = 0; ky < lines; ky++) {
        for (int kx = 0; kx < columns; kx++) {
          float here = ky * size + kx;
          long pixel = Index.first(xAt + from + (ky * w + kx) * c);
          for (int lane = 0; lane < lanes; lane++) {
            int at = narrow ? Math.min(lane, last) : lane;
            float value = x[(int) (pixel + at)];
            place[lane] = value > best[lane] ? here : place[lane];
            best[lane] = value > best[lane] ? value : best[lane];
          }
        }
      }
      for (int ky = 0; ky < lines; ky++) {
        for (int kx = 0; kx < columns; kx++) {
          float here = ky * size + kx;
          long pixel = Index.first(xAt + from + (ky * w + kx) * c);
          long result = Index.first(dxAt + from + (ky * w + kx) * c);
          // All loads before all stores: the compiler cannot know that dx is not x.
          for (int lane = 0; lane < lanes; lane++) {
            int at = narrow ? Math.min(lane, last) : lane;
            float taken = place[lane] == here ? given[lane] : 0f;
            float kept = x[(int) (pixel + at)] > 0f ? 1f : unmasked;
            best[lane] = kept > 0f ? taken : 0f;
          }
          for (int lane = 0; lane < lanes; lane++) {
            int at = narrow ? Math.min(lane, last) : lane;
            dx[(int) (result + at)] = best[lane];
          }
        }
      }
    }
  }
}
