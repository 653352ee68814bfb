package dev.weft.kernels.conv2d;

import static dev.weft.kernels.conv2d.Conv2dTiles.FEW;
import static dev.weft.kernels.conv2d.Conv2dTiles.LANES;
import static dev.weft.kernels.conv2d.Conv2dTiles.WIDE;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Grain;
import dev.weft.kernels.Index;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import java.util.List;

/**
 * The gradients of {@link Conv2d}'s weights and bias on a device: a work-item computes a tile of
 * {@value #TAPS} neighbouring taps by some neighbouring filters, the lanes, in registers over some
 * of the lines of the output; a second launch adds those parts up, always in the same order.
 *
 * <p>Border, window, overlapping tiles and those that are wider than the output are as in {@link
 * Conv2dTiles}. Taps past the end of the window get sums as well, which nobody reads.
 */
public final class Conv2dFilterTiles {
  static final int TAPS = 8;

  /** The lines are cut in parts until so many work-items keep a large device busy. */
  private static final int ITEMS = Grain.BUSY;

  /** More parts than these would take one work-item too long to add up. */
  private static final int PARTS = 2048;

  /** So many parts suffice where work-items do much: there are few cores to share them. */
  private static final int COARSE_PARTS = 32;

  private Conv2dFilterTiles() {}

  static List<Launch> backwardFilter(Conv2d p, DeviceArgs args) {
    if (Conv2dPoints.fit(Conv2dTiles.Tiling.forward(p, args).items(), args)) {
      return Conv2dFilterPoints.backwardFilter(p, args);
    }
    int window = p.kernelW() * p.c();
    int taps = Math.ceilDiv(window, TAPS) * TAPS;
    int lanes = Conv2dTiles.lanes(p.k(), args);
    int tiles = p.kernelH() * (taps / TAPS) * Math.ceilDiv(p.k(), lanes);
    int lines = p.n() * p.outH();
    int wanted = args.coarse() ? COARSE_PARTS : Math.clamp(ITEMS / tiles, 1, PARTS);
    int linesPerPart = Math.ceilDiv(lines, wanted);
    int parts = Math.ceilDiv(lines, linesPerPart);
    Bordered x = Bordered.input(p, taps);
    Launch.Scratch sums = Launch.scratch("sums", parts, p.kernelH() * taps + 1, p.k());
    return List.of(
        x.copy(args, 0),
        Launch.of(
            parts * tiles,
            p.k() < lanes
                ? Conv2dFilterTiles::conv2dFilterNarrowTiles
                : switch (lanes) {
                  case WIDE -> Conv2dFilterTiles::conv2dFilterWideTiles;
                  case FEW -> Conv2dFilterTiles::conv2dFilterFewTiles;
                  default -> Conv2dFilterTiles::conv2dFilterTiles;
                },
            x.memory(),
            args.floats(1),
            sums,
            Launch.shape(
                parts * tiles,
                linesPerPart,
                lines,
                p.outH(),
                p.outW(),
                p.k(),
                p.kernelH(),
                taps,
                p.strideH(),
                p.strideW() * p.c(),
                x.lines(),
                x.stride(),
                args.offset(1))),
        // Weights and bias apart: both lie in one buffer, which a launch may write once.
        Launch.of(
            p.kernelH() * window * p.k(),
            Conv2dFilterTiles::conv2dFilterSums,
            sums,
            args.floats(2),
            Launch.shape(
                p.kernelH() * window, parts, p.k(), p.kernelH(), window, taps, 0, args.offset(2))),
        Launch.of(
            p.k(),
            Conv2dFilterTiles::conv2dFilterSums,
            sums,
            args.floats(3),
            Launch.shape(
                1,
                parts,
                p.k(),
                p.kernelH(),
                window,
                taps,
                p.kernelH() * taps * p.k(),
                args.offset(3))));
  }

  /** {@link #tile} of {@value Conv2dTiles#LANES} filters, of which there are at least as many. */
  public static void conv2dFilterTiles(float[] x, float[] dy, float[] sums, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      tile(x, dy, sums, shape, i, LANES, false);
    }
  }

  /** {@link #tile} of {@value Conv2dTiles#WIDE} filters, of which there are at least as many. */
  public static void conv2dFilterWideTiles(float[] x, float[] dy, float[] sums, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      tile(x, dy, sums, shape, i, WIDE, false);
    }
  }

  /** {@link #tile} of {@value Conv2dTiles#FEW} filters, of which there are at least as many. */
  public static void conv2dFilterFewTiles(float[] x, float[] dy, float[] sums, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      tile(x, dy, sums, shape, i, FEW, false);
    }
  }

  /** {@link #tile} of {@value Conv2dTiles#LANES} filters where there are fewer. */
  public static void conv2dFilterNarrowTiles(float[] x, float[] dy, float[] sums, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      tile(x, dy, sums, shape, i, LANES, true);
    }
  }

  /**
   * sums [parts,kernelH*taps+1,k] from x [n,lines,stride], where the window of an output pixel
   * begins {@code step} elements after that of the pixel before it, and dy [n,outH,outW,k]: for
   * each part of the output's lines the gradient of the weights, then that of the bias.
   */
  private static void tile(
      float[] x, float[] dy, float[] sums, int[] shape, int i, int lanes, boolean narrow) {
    int linesPerPart = shape[1];
    int outLines = shape[2];
    int outH = shape[3];
    int outW = shape[4];
    int k = shape[5];
    int kernelH = shape[6];
    int taps = shape[7];
    int strideH = shape[8];
    int step = shape[9];
    int lines = shape[10];
    int stride = shape[11];
    int dyAt = shape[12];
    int blocks = (k + lanes - 1) / lanes;
    int tiles = taps / TAPS;
    int lastLane = Math.min(lanes, k) - 1;
    int channel = Math.max(Math.min((i % blocks) * lanes, k - lanes), 0);
    int tap = ((i / blocks) % tiles) * TAPS;
    int ky = (i / (blocks * tiles)) % kernelH;
    int part = i / (blocks * tiles * kernelH);
    float[] weights = new float[TAPS * lanes];
    float[] bias = new float[lanes];
    for (int j = 0; j < TAPS * lanes; j++) {
      weights[j] = 0f;
    }
    for (int lane = 0; lane < lanes; lane++) {
      bias[lane] = 0f;
    }
    int end = Math.min((part + 1) * linesPerPart, outLines);
    for (int line = part * linesPerPart; line < end; line++) {
      int from = ((line / outH) * lines + (line % outH) * strideH + ky) * stride + tap;
      int gradient = dyAt + line * outW * k + channel;
      for (int ox = 0; ox < outW; ox++) {
        long pixel = Index.first(gradient + ox * k);
        for (int j = 0; j < TAPS; j++) {
          float value = x[from + ox * step + j];
          for (int lane = 0; lane < lanes; lane++) {
            int at = narrow ? Math.min(lane, lastLane) : lane;
            int sum = j * lanes + lane;
            weights[sum] = weights[sum] + value * dy[(int) (pixel + at)];
          }
        }
        for (int lane = 0; lane < lanes; lane++) {
          int at = narrow ? Math.min(lane, lastLane) : lane;
          bias[lane] = bias[lane] + dy[(int) (pixel + at)];
        }
      }
    }
    int to = part * (kernelH * taps + 1) * k + channel;
    for (int j = 0; j < TAPS; j++) {
      long row = Index.first(to + (ky * taps + tap + j) * k);
      for (int lane = 0; lane < lanes; lane++) {
        int at = narrow ? Math.min(lane, lastLane) : lane;
        sums[(int) (row + at)] = weights[j * lanes + lane];
      }
    }
    long last = Index.first(to + kernelH * taps * k);
    for (int lane = 0; lane < lanes; lane++) {
      int at = narrow ? Math.min(lane, lastLane) : lane;
      sums[(int) (last + at)] = bias[lane];
    }
  }

  /**
   * Adds up the parts of sums [parts,kernelH*taps+1,k] from index {@code first} on: dw
   * [kernelH,window,k] of {@code rows = kernelH * window}, or db [k] of one row.
   */
  public static void conv2dFilterSums(float[] sums, float[] out, int[] shape) {
    int rows = shape[0];
    int parts = shape[1];
    int k = shape[2];
    int kernelH = shape[3];
    int window = shape[4];
    int taps = shape[5];
    int first = shape[6];
    int outAt = shape[7];
    for (@Parallel int i = 0; i < rows * k; i++) {
      int tap = i / k;
      int from = first + ((tap / window) * taps + tap % window) * k + i % k;
      float sum = 0f;
      for (int part = 0; part < parts; part++) {
        sum = sum + sums[from + part * (kernelH * taps + 1) * k];
      }
      out[outAt + i] = sum;
    }
  }
}
