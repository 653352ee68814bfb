package dev.weft.kernels.conv2d;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import java.util.List;

/**
 * The gradients of {@link Conv2d}'s weights and bias with stride 1 on a device, fast: a work-item
 * computes a tile of {@value #TAPS} neighbouring taps by {@value #LANES} neighbouring filters in
 * registers over some of the lines of the output; a second launch adds those parts up, always in
 * the same order.
 *
 * <p>Border, window and overlapping tiles are those of {@link Conv2dTiles}. Taps past the end of
 * the window get sums as well, which nobody reads.
 */
public final class Conv2dFilterTiles {
  static final int TAPS = 8;
  static final int LANES = 8;

  /** The lines are cut in parts until so many work-items keep a large device busy. */
  private static final int ITEMS = 8192;

  /** More parts than these would take one work-item too long to add up. */
  private static final int PARTS = 256;

  private Conv2dFilterTiles() {}

  static boolean fit(Conv2d p) {
    return p.unitStride() && p.k() >= LANES;
  }

  static List<Launch> backwardFilter(Conv2d p, DeviceArgs args) {
    int window = p.kernelW() * p.c();
    int taps = Math.ceilDiv(window, TAPS) * TAPS;
    int tiles = p.kernelH() * (taps / TAPS) * Math.ceilDiv(p.k(), LANES);
    int lines = p.n() * p.outH();
    int linesPerPart = Math.ceilDiv(lines, Math.clamp(ITEMS / tiles, 1, PARTS));
    int parts = Math.ceilDiv(lines, linesPerPart);
    Conv2dTiles.Bordered x = Conv2dTiles.Bordered.input(p, taps);
    Launch.Scratch sums = new Launch.Scratch("sums", parts * (p.kernelH() * taps + 1) * p.k());
    return List.of(
        x.copy(args.floats(0), args.offset(0)),
        Launch.of(
            parts * tiles,
            Conv2dFilterTiles::conv2dFilterTiles,
            x.memory(),
            args.floats(1),
            sums,
            Launch.shape(
                parts,
                linesPerPart,
                lines,
                p.outH(),
                p.outW(),
                p.k(),
                p.kernelH(),
                taps,
                p.c(),
                x.lines(),
                x.stride(),
                args.offset(1))),
        // Weights and bias apart: both lie in one buffer, which TornadoVM lets a launch write once.
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

  /**
   * sums [parts,kernelH*taps+1,k] from x [n,lines,stride] and dy [n,outH,outW,k]: for each part of
   * the output's lines the gradient of the weights, then that of the bias.
   */
  public static void conv2dFilterTiles(float[] x, float[] dy, float[] sums, int[] shape) {
    int parts = shape[0];
    int linesPerPart = shape[1];
    int outLines = shape[2];
    int outH = shape[3];
    int outW = shape[4];
    int k = shape[5];
    int kernelH = shape[6];
    int taps = shape[7];
    int c = shape[8];
    int lines = shape[9];
    int stride = shape[10];
    int dyAt = shape[11];
    int blocks = (k + LANES - 1) / LANES;
    int tiles = taps / TAPS;
    for (@Parallel int i = 0; i < parts * kernelH * tiles * blocks; i++) {
      int channel = Math.min((i % blocks) * LANES, k - LANES);
      int tap = ((i / blocks) % tiles) * TAPS;
      int ky = (i / (blocks * tiles)) % kernelH;
      int part = i / (blocks * tiles * kernelH);
      float[] weights = new float[TAPS * LANES];
      float[] bias = new float[LANES];
      for (int j = 0; j < TAPS * LANES; j++) {
        weights[j] = 0f;
      }
      for (int lane = 0; lane < LANES; lane++) {
        bias[lane] = 0f;
      }
      int end = Math.min((part + 1) * linesPerPart, outLines);
      for (int line = part * linesPerPart; line < end; line++) {
        int from = ((line / outH) * lines + line % outH + ky) * stride + tap;
        int gradient = dyAt + line * outW * k + channel;
        for (int ox = 0; ox < outW; ox++) {
          for (int j = 0; j < TAPS; j++) {
            float value = x[from + ox * c + j];
            for (int lane = 0; lane < LANES; lane++) {
              int sum = j * LANES + lane;
              weights[sum] = weights[sum] + value * dy[gradient + ox * k + lane];
            }
          }
          for (int lane = 0; lane < LANES; lane++) {
            bias[lane] = bias[lane] + dy[gradient + ox * k + lane];
          }
        }
      }
      int to = part * (kernelH * taps + 1) * k + channel;
      for (int j = 0; j < TAPS; j++) {
        for (int lane = 0; lane < LANES; lane++) {
          sums[to + (ky * taps + tap + j) * k + lane] = weights[j * LANES + lane];
        }
      }
      for (int lane = 0; lane < LANES; lane++) {
        sums[to + kernelH * taps * k + lane] = bias[lane];
      }
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
