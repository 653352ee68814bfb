package dev.weft.kernels.conv2d;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Grain;
import dev.weft.kernels.Index;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.PartSums;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link Conv2d} on a device with thousands of work-items at a time: a work-item computes one pixel
 * of {@value #ROWS} rows of the batch by {@value #LANES} neighbouring channels, the lanes, in
 * registers.
 *
 * <p>As all rows have their borders in the same places, a work-item goes over those taps alone that
 * lie in the map, and the input is read where it is. Those of one line of the kernel are contiguous
 * over all channels, in the input and in the weights alike. Where the rows are no multiple of a
 * tile, the last row is computed more than once; where the channels are none, the last tile is
 * moved back to end with them.
 */
public final class Conv2dPoints {
  static final int ROWS = 4;
  static final int LANES = 4;

  /**
   * Work-items of a filter's gradient: more than elsewhere, as each goes through its pixels one
   * after the other and waits for most of them.
   */
  private static final int FILTER_ITEMS = 3 * Grain.BUSY;

  /** More parts than these would take one work-item too long to add up. */
  private static final int PARTS = 600;

  private Conv2dPoints() {}

  /** Whether a device would be idle for the most part with the large tiles of the others. */
  static boolean fit(int tiles, DeviceArgs args) {
    return args.grain() == Grain.FINE && tiles < Grain.BUSY;
  }

  static List<Launch> forward(Conv2d p, boolean relu, DeviceArgs args) {
    // There is no mask; the bias stands in for it and is not looked at there.
    return List.of(
        points(
            p.k(),
            p.n(),
            p.outH() * p.outW(),
            args.floats(0),
            args.floats(1),
            args.floats(2),
            args.floats(2),
            args.floats(3),
            List.of(
                p.h(),
                p.w(),
                p.c(),
                p.outH(),
                p.outW(),
                p.kernelH(),
                p.kernelW(),
                p.strideH(),
                p.strideW(),
                p.padTop(),
                p.padLeft(),
                args.offset(0),
                args.offset(1),
                args.offset(2),
                0,
                args.offset(3),
                1,
                relu ? 1 : 0,
                0)));
  }

  /** Of a convolution whose stride is 1. */
  static List<Launch> backwardData(Conv2d p, boolean reluInput, DeviceArgs args) {
    int mask = reluInput ? 2 : 0;
    int dx = reluInput ? 3 : 2;
    Launch.Scratch turned = Conv2dTiles.turned(p);
    // There is no bias; the weights stand in for it and are not looked at there.
    return List.of(
        Conv2dTiles.turn(p, args),
        points(
            p.c(),
            p.n(),
            p.h() * p.w(),
            args.floats(0),
            turned,
            turned,
            args.floats(mask),
            args.floats(dx),
            List.of(
                p.outH(),
                p.outW(),
                p.k(),
                p.h(),
                p.w(),
                p.kernelH(),
                p.kernelW(),
                1,
                1,
                p.kernelH() - 1 - p.padTop(),
                p.kernelW() - 1 - p.padLeft(),
                args.offset(0),
                0,
                0,
                args.offset(mask),
                args.offset(dx),
                0,
                0,
                reluInput ? 1 : 0)));
  }

  private static Launch points(
      int channels,
      int n,
      int pixels,
      Launch.Arg<float[]> x,
      Launch.Arg<float[]> w,
      Launch.Arg<float[]> b,
      Launch.Arg<float[]> mask,
      Launch.Arg<float[]> y,
      List<Integer> map) {
    int lanes = channels < LANES ? 1 : LANES;
    int items = Math.ceilDiv(n, ROWS) * pixels * Math.ceilDiv(channels, lanes);
    List<Integer> shape = new ArrayList<>(List.of(items, n, channels));
    shape.addAll(map);
    return Launch.of(
        items,
        lanes == 1 ? Conv2dPoints::conv2dSinglePoints : Conv2dPoints::conv2dPoints,
        x,
        w,
        b,
        mask,
        y,
        new Launch.Constants(shape));
  }

  static List<Launch> backwardFilter(Conv2d p, DeviceArgs args) {
    boolean deep = p.c() >= LANES && p.k() >= LANES;
    int channels = deep ? LANES : 1;
    int lanes = p.k() >= LANES ? LANES : 1;
    int taps = p.kernelH() * p.kernelW();
    int blocks = Math.ceilDiv(p.k(), lanes);
    int tiles = (taps * Math.ceilDiv(p.c(), channels) + 1) * blocks;
    int lines = p.n() * p.outH();
    int linesPerPart = Math.ceilDiv(lines, Math.clamp(FILTER_ITEMS / tiles, 1, PARTS));
    int parts = Math.ceilDiv(lines, linesPerPart);
    int size = (taps * p.c() + 1) * p.k();
    Launch.Scratch sums = new Launch.Scratch("sums", Math.multiplyExact(parts, size));
    List<Launch> launches = new ArrayList<>();
    launches.add(
        Launch.of(
            parts * tiles,
            deep
                ? Conv2dPoints::conv2dFilterPoints
                : lanes == 1
                    ? Conv2dPoints::conv2dFilterSinglePoints
                    : Conv2dPoints::conv2dFilterShallowPoints,
            args.floats(0),
            args.floats(1),
            sums,
            Launch.shape(
                parts * tiles,
                linesPerPart,
                lines,
                p.h(),
                p.w(),
                p.c(),
                p.outH(),
                p.outW(),
                p.k(),
                p.kernelH(),
                p.kernelW(),
                p.strideH(),
                p.strideW(),
                p.padTop(),
                p.padLeft(),
                args.offset(0),
                args.offset(1))));
    launches.addAll(PartSums.weightsAndBias(sums, parts, taps * p.c() * p.k(), p.k(), args));
    return launches;
  }

  /** {@link #point} of {@value #LANES} lanes, of which the output has at least as many. */
  public static void conv2dPoints(
      float[] x, float[] w, float[] b, float[] mask, float[] y, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      point(x, w, b, mask, y, shape, i, LANES);
    }
  }

  /** {@link #point} of a single lane. */
  public static void conv2dSinglePoints(
      float[] x, float[] w, float[] b, float[] mask, float[] y, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      point(x, w, b, mask, y, shape, i, 1);
    }
  }

  /**
   * y [n,outH,outW,k] from x [n,h,width,c] and w [kernelH,kernelW,c,k]; plus b [k] where biased,
   * not below 0 where rectified, 0 where masked and the mask [n,outH,outW,k] is not positive.
   */
  private static void point(
      float[] x, float[] w, float[] b, float[] mask, float[] y, int[] shape, int i, int lanes) {
    int n = shape[1];
    int k = shape[2];
    int h = shape[3];
    int width = shape[4];
    int c = shape[5];
    int outH = shape[6];
    int outW = shape[7];
    int kernelH = shape[8];
    int kernelW = shape[9];
    int strideH = shape[10];
    int strideW = shape[11];
    int padTop = shape[12];
    int padLeft = shape[13];
    int xAt = shape[14];
    int wAt = shape[15];
    int bAt = shape[16];
    int maskAt = shape[17];
    int yAt = shape[18];
    int biased = shape[19];
    int rectified = shape[20];
    int masked = shape[21];
    int blocks = (k + lanes - 1) / lanes;
    int channel = Math.min((i % blocks) * lanes, k - lanes);
    int pixel = (i / blocks) % (outH * outW);
    int row = i / (blocks * outH * outW) * ROWS;
    int top = (pixel / outW) * strideH - padTop;
    int left = (pixel % outW) * strideW - padLeft;
    int ends = Math.min(kernelH, h - top);
    int begin = Math.max(0, -left) * c;
    int end = Math.min(kernelW, width - left) * c;
    float[] sums = new float[ROWS * lanes];
    long biases = Index.first(bAt + channel);
    for (int lane = 0; lane < lanes; lane++) {
      float bias = biased == 1 ? b[(int) (biases + lane)] : 0f;
      for (int r = 0; r < ROWS; r++) {
        sums[r * lanes + lane] = bias;
      }
    }
    for (int ky = Math.max(0, -top); ky < ends; ky++) {
      int from = xAt + ((top + ky) * width + left) * c;
      int weights = wAt + ky * kernelW * c * k + channel;
      for (int j = begin; j < end; j++) {
        long tapAt = Index.first(weights + j * k);
        for (int r = 0; r < ROWS; r++) {
          float value = x[Math.min(row + r, n - 1) * h * width * c + from + j];
          for (int lane = 0; lane < lanes; lane++) {
            int sum = r * lanes + lane;
            sums[sum] = sums[sum] + value * w[(int) (tapAt + lane)];
          }
        }
      }
    }
    for (int r = 0; r < ROWS; r++) {
      int to = (Math.min(row + r, n - 1) * outH * outW + pixel) * k + channel;
      long masks = Index.first(maskAt + to);
      long results = Index.first(yAt + to);
      for (int lane = 0; lane < lanes; lane++) {
        int sum = r * lanes + lane;
        float value = rectified == 1 ? Math.max(sums[sum], 0f) : sums[sum];
        sums[sum] = masked == 0 || mask[(int) (masks + lane)] > 0f ? value : 0f;
      }
      for (int lane = 0; lane < lanes; lane++) {
        y[(int) (results + lane)] = sums[r * lanes + lane];
      }
    }
  }

  /** {@link #filterPoint} of {@value #LANES} input channels by as many filters. */
  public static void conv2dFilterPoints(float[] x, float[] dy, float[] sums, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      filterPoint(x, dy, sums, shape, i, LANES, LANES);
    }
  }

  /** {@link #filterPoint} of a single input channel by {@value #LANES} filters. */
  public static void conv2dFilterShallowPoints(float[] x, float[] dy, float[] sums, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      filterPoint(x, dy, sums, shape, i, 1, LANES);
    }
  }

  /** {@link #filterPoint} of a single weight. */
  public static void conv2dFilterSinglePoints(float[] x, float[] dy, float[] sums, int[] shape) {
    int items = shape[0];
    for (@Parallel int i = 0; i < items; i++) {
      filterPoint(x, dy, sums, shape, i, 1, 1);
    }
  }

  /**
   * sums [parts,kernelH*kernelW*c+1,k] from x [n,h,width,c] and dy [n,outH,outW,k]: for each part
   * of the output's lines the gradient of the weights, then that of the bias, which is the weight
   * of an input that is always 1.
   */
  private static void filterPoint(
      float[] x, float[] dy, float[] sums, int[] shape, int i, int channels, int lanes) {
    int linesPerPart = shape[1];
    int lines = shape[2];
    int h = shape[3];
    int width = shape[4];
    int c = shape[5];
    int outH = shape[6];
    int outW = shape[7];
    int k = shape[8];
    int kernelH = shape[9];
    int kernelW = shape[10];
    int strideH = shape[11];
    int strideW = shape[12];
    int padTop = shape[13];
    int padLeft = shape[14];
    int xAt = shape[15];
    int dyAt = shape[16];
    int blocks = (k + lanes - 1) / lanes;
    int groups = (c + channels - 1) / channels;
    int tiles = kernelH * kernelW * groups + 1;
    int filter = Math.min((i % blocks) * lanes, k - lanes);
    int tile = (i / blocks) % tiles;
    int part = i / (blocks * tiles);
    boolean bias = tile == tiles - 1;
    int channel = bias ? 0 : Math.min((tile % groups) * channels, c - channels);
    int tap = tile / groups;
    int top = bias ? 0 : tap / kernelW - padTop;
    int left = bias ? 0 : tap % kernelW - padLeft;
    int stepH = bias ? 0 : strideH;
    int stepW = bias ? 0 : strideW;
    // The pixels for which the tap lies in the map.
    int begin = bias ? 0 : Math.max(0, (strideW - 1 - left) / strideW);
    int end = bias ? outW : Math.min(outW, (width - 1 - left + strideW) / strideW);
    float[] weights = new float[channels * lanes];
    for (int j = 0; j < channels * lanes; j++) {
      weights[j] = 0f;
    }
    int lastLine = Math.min((part + 1) * linesPerPart, lines);
    for (int line = part * linesPerPart; line < lastLine; line++) {
      int iy = (line % outH) * stepH + top;
      int last = iy >= 0 && iy < h ? end : begin;
      int from = xAt + (((line / outH) * h + iy) * width + left) * c + channel;
      int gradients = dyAt + line * outW * k + filter;
      for (int ox = begin; ox < last; ox++) {
        long pixel = Index.first(gradients + ox * k);
        int input = from + ox * stepW * c;
        for (int j = 0; j < channels; j++) {
          float value = bias ? 1f : x[input + j];
          for (int lane = 0; lane < lanes; lane++) {
            int sum = j * lanes + lane;
            weights[sum] = weights[sum] + value * dy[(int) (pixel + lane)];
          }
        }
      }
    }
    int rows = kernelH * kernelW * c;
    for (int j = 0; j < channels; j++) {
      int weight = bias ? rows : tap * c + channel + j;
      long to = Index.first((part * (rows + 1) + weight) * k + filter);
      for (int lane = 0; lane < lanes; lane++) {
        sums[(int) (to + lane)] = weights[j * lanes + lane];
      }
    }
  }
}
