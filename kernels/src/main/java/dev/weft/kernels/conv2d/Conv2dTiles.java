package dev.weft.kernels.conv2d;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Index;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import java.util.List;

/**
 * {@link Conv2d} on a device: a work-item computes a tile of {@value #PIXELS} neighbouring pixels
 * by some neighbouring channels, the lanes, in registers, so that every value it loads is used that
 * often; or, where work-items do much, all tiles of a line one after the other.
 *
 * <p>The input is first copied into a zero border, so that no tap needs a test. A line of the input
 * is then contiguous, and so are the taps of one line of the kernel over all channels, in the input
 * and in the weights alike: {@code kernelW * c} of them, called the window.
 *
 * <p>Where the output is no multiple of a tile, the last tile is moved back to end with it. Both
 * tiles then write the same values where they overlap, and none needs a test. Where it is smaller
 * than a tile, the tile's last pixels or lanes repeat that which is the output's last.
 *
 * <p>The gradient of the input is the same computation, of the weights turned by half a circle over
 * dy, which is spread out first where the stride is not 1; or it is {@linkplain Conv2dFoldTiles
 * folded}, where that is faster.
 */
public final class Conv2dTiles {
  static final int PIXELS = 7;
  static final int LANES = 8;
  static final int WIDE = 16;
  static final int FEW = 4;

  private Conv2dTiles() {}

  /**
   * Lanes that suit {@code channels}: wide ones where registers are, if that leaves no more of them
   * idle; and few where there are fewer channels than {@value #LANES}. Lanes that repeat others are
   * fetched one by one where it is vectors that compute them, and two tiles that overlap are faster
   * there.
   */
  static int lanes(int channels, DeviceArgs args) {
    if (args.coarse() && channels >= FEW && channels < LANES) {
      return FEW;
    }
    boolean wide =
        args.wide()
            && channels >= WIDE
            && Math.ceilDiv(channels, WIDE) * WIDE == Math.ceilDiv(channels, LANES) * LANES;
    return wide ? WIDE : LANES;
  }

  static List<Launch> forward(Conv2d p, boolean relu, DeviceArgs args) {
    Tiling tiling = Tiling.forward(p, args);
    if (Conv2dPoints.fit(tiling.items(), args)) {
      return Conv2dPoints.forward(p, relu, args);
    }
    Bordered x = Bordered.input(p, p.kernelW() * p.c());
    // There is no mask; the bias stands in for it and is not looked at there.
    return List.of(
        x.copy(args, 0),
        Launch.of(
            tiling.items(),
            tiling.kernel(),
            x.memory(),
            args.floats(1),
            args.floats(2),
            args.floats(2),
            args.floats(3),
            Launch.shape(
                tiling.items(),
                tiling.groups(),
                tiling.tiles(),
                p.outH(),
                p.outW(),
                p.k(),
                p.kernelH(),
                p.kernelW() * p.c(),
                p.strideH(),
                p.strideW() * p.c(),
                x.lines(),
                x.stride(),
                0,
                args.offset(1),
                args.offset(2),
                0,
                args.offset(3),
                1,
                relu ? 1 : 0,
                0)));
  }

  static List<Launch> backwardData(Conv2d p, boolean reluInput, DeviceArgs args) {
    Tiling tiling = Tiling.of(p.n() * p.h(), p.w(), p.c(), args);
    if (p.unitStride() && Conv2dPoints.fit(tiling.items(), args)) {
      return Conv2dPoints.backwardData(p, reluInput, args);
    }
    if (Conv2dFoldTiles.fit(p, args)) {
      return Conv2dFoldTiles.backwardData(p, reluInput, args);
    }
    int mask = reluInput ? 2 : 0;
    int dx = reluInput ? 3 : 2;
    Bordered dy = Bordered.gradient(p);
    Launch.Scratch turned = turned(p);
    return List.of(
        dy.copy(args, 0),
        turn(p, args),
        // There is no bias; the weights stand in for it and are not looked at there.
        Launch.of(
            tiling.items(),
            tiling.kernel(),
            dy.memory(),
            turned,
            turned,
            args.floats(mask),
            args.floats(dx),
            Launch.shape(
                tiling.items(),
                tiling.groups(),
                tiling.tiles(),
                p.h(),
                p.w(),
                p.c(),
                p.kernelH(),
                p.kernelW() * p.k(),
                1,
                p.k(),
                dy.lines(),
                dy.stride(),
                0,
                0,
                0,
                args.offset(mask),
                args.offset(dx),
                0,
                0,
                reluInput ? 1 : 0)));
  }

  /** Memory for the weights turned by half a circle, [kh,kw,k,c]. */
  static Launch.Scratch turned(Conv2d p) {
    return Launch.scratch("turned", p.kernelH(), p.kernelW(), p.c(), p.k());
  }

  /** Turns the weights of slot 1. */
  static Launch turn(Conv2d p, DeviceArgs args) {
    Launch.Scratch turned = turned(p);
    return Launch.of(
        turned.length(),
        Conv2dTiles::conv2dTurn,
        args.floats(1),
        turned,
        Launch.shape(p.kernelH() * p.kernelW(), p.c(), p.k(), args.offset(1)));
  }

  /**
   * How an output is divided.
   *
   * @param items work-items
   * @param groups of tiles in a line, each of which a work-item takes
   * @param tiles in a group
   * @param kernel for tiles of as many lanes
   */
  record Tiling(
      int items,
      int groups,
      int tiles,
      Launch.Kernel6<float[], float[], float[], float[], float[], int[]> kernel) {
    static Tiling forward(Conv2d p, DeviceArgs args) {
      return of(p.n() * p.outH(), p.outW(), p.k(), args);
    }

    static Tiling of(int lines, int width, int channels, DeviceArgs args) {
      int lanes = width < PIXELS ? LANES : lanes(channels, args);
      int tiles = Math.ceilDiv(width, PIXELS);
      int groups = args.coarse() ? 1 : tiles;
      boolean narrow = channels < lanes || width < PIXELS;
      return new Tiling(
          lines * groups * Math.ceilDiv(channels, lanes),
          groups,
          tiles / groups,
          narrow
              ? Conv2dTiles::conv2dNarrowTiles
              : switch (lanes) {
                case WIDE -> Conv2dTiles::conv2dWideTiles;
                case FEW -> Conv2dTiles::conv2dFewTiles;
                default -> Conv2dTiles::conv2dTiles;
              });
    }
  }

  /** turned [kh,kw,k,c] from w [kh,kw,c,k]: the taps in reverse, inputs and outputs exchanged. */
  public static void conv2dTurn(float[] w, float[] turned, int[] shape) {
    int taps = shape[0];
    int c = shape[1];
    int k = shape[2];
    int wAt = shape[3];
    for (@Parallel int i = 0; i < taps * k * c; i++) {
      int ci = i % c;
      int ko = (i / c) % k;
      int tap = taps - 1 - i / (c * k);
      turned[i] = w[wAt + (tap * c + ci) * k + ko];
    }
  }

  /** {@link #tiles} of {@value #LANES} lanes, of which the output has at least as many. */
  public static void conv2dTiles(
      float[] x, float[] w, float[] b, float[] mask, float[] y, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      tiles(x, w, b, mask, y, shape, i, LANES, false);
    }
  }

  /** {@link #tiles} of {@value #WIDE} lanes, of which the output has at least as many. */
  public static void conv2dWideTiles(
      float[] x, float[] w, float[] b, float[] mask, float[] y, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      tiles(x, w, b, mask, y, shape, i, WIDE, false);
    }
  }

  /** {@link #tiles} of {@value #FEW} lanes, of which the output has at least as many. */
  public static void conv2dFewTiles(
      float[] x, float[] w, float[] b, float[] mask, float[] y, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      tiles(x, w, b, mask, y, shape, i, FEW, false);
    }
  }

  /** {@link #tiles} of {@value #LANES} lanes for an output smaller than a tile. */
  public static void conv2dNarrowTiles(
      float[] x, float[] w, float[] b, float[] mask, float[] y, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      tiles(x, w, b, mask, y, shape, i, LANES, true);
    }
  }

  /**
   * y [n,outH,outW,k] from x [n,lines,stride], where the window of an output pixel begins {@code
   * step} elements after that of the pixel before it, and w [kernelH,window,k]; plus b [k] where
   * biased, not below 0 where rectified, 0 where masked and the mask [n,outH,outW,k] is not
   * positive.
   */
  private static void tiles(
      float[] x,
      float[] w,
      float[] b,
      float[] mask,
      float[] y,
      int[] shape,
      int i,
      int lanes,
      boolean narrow) {
    int groups = shape[1];
    int tiles = shape[2];
    int outH = shape[3];
    int outW = shape[4];
    int k = shape[5];
    int kernelH = shape[6];
    int window = shape[7];
    int strideH = shape[8];
    int step = shape[9];
    int lines = shape[10];
    int stride = shape[11];
    int xAt = shape[12];
    int wAt = shape[13];
    int bAt = shape[14];
    int maskAt = shape[15];
    int yAt = shape[16];
    int biased = shape[17];
    int rectified = shape[18];
    int masked = shape[19];
    int blocks = (k + lanes - 1) / lanes;
    int channel = Math.max(Math.min((i % blocks) * lanes, k - lanes), 0);
    int group = i / blocks;
    int oy = (group / groups) % outH;
    int row = group / (groups * outH);
    int lastLane = Math.min(lanes, k) - 1;
    int lastPixel = Math.min(PIXELS, outW) - 1;
    for (int tile = 0; tile < tiles; tile++) {
      int first = ((group % groups) * tiles + tile) * PIXELS;
      int ox = Math.max(Math.min(first, outW - PIXELS), 0);
      float[] sums = new float[PIXELS * lanes];
      long biases = Index.first(bAt + channel);
      for (int lane = 0; lane < lanes; lane++) {
        int at = narrow ? Math.min(lane, lastLane) : lane;
        float bias = biased == 1 ? b[(int) (biases + at)] : 0f;
        for (int pixel = 0; pixel < PIXELS; pixel++) {
          sums[pixel * lanes + lane] = bias;
        }
      }
      for (int ky = 0; ky < kernelH; ky++) {
        int from = xAt + (row * lines + oy * strideH + ky) * stride + ox * step;
        int weights = wAt + ky * window * k + channel;
        for (int j = 0; j < window; j++) {
          long tapAt = Index.first(weights + j * k);
          for (int pixel = 0; pixel < PIXELS; pixel++) {
            float value = x[from + (narrow ? Math.min(pixel, lastPixel) : pixel) * step + j];
            for (int lane = 0; lane < lanes; lane++) {
              int at = narrow ? Math.min(lane, lastLane) : lane;
              int sum = pixel * lanes + lane;
              sums[sum] = sums[sum] + value * w[(int) (tapAt + at)];
            }
          }
        }
      }
      int to = ((row * outH + oy) * outW + ox) * k + channel;
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        int toPixel = to + (narrow ? Math.min(pixel, lastPixel) : pixel) * k;
        long masks = Index.first(maskAt + toPixel);
        long results = Index.first(yAt + toPixel);
        // All loads before all stores: the compiler cannot know that y is not the mask.
        for (int lane = 0; lane < lanes; lane++) {
          int at = narrow ? Math.min(lane, lastLane) : lane;
          int sum = pixel * lanes + lane;
          float positive = sums[sum] < 0f ? 0f : sums[sum];
          float value = rectified == 1 ? positive : sums[sum];
          sums[sum] = masked == 0 || mask[(int) (masks + at)] > 0f ? value : 0f;
        }
        for (int lane = 0; lane < lanes; lane++) {
          int at = narrow ? Math.min(lane, lastLane) : lane;
          y[(int) (results + at)] = sums[pixel * lanes + lane];
        }
      }
    }
  }
}
