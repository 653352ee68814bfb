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
 * The gradient of the filters of {@link Conv2d} on a device with thousands of work-items at a time:
 * a work-item goes through the pixels of one part of the batch for a tile of weights of one tap, in
 * registers; then the parts are added up.
 */
public final class Conv2dFilterPoints {
  private static final int LANES = Conv2dPoints.LANES;

  /**
   * Work-items: more than elsewhere, as each goes through its pixels one after the other and waits
   * for most of them.
   */
  private static final int ITEMS = 3 * Grain.BUSY;

  /** More parts than these would take one work-item too long to add up. */
  private static final int PARTS = 600;

  private Conv2dFilterPoints() {}

  static List<Launch> backwardFilter(Conv2d p, DeviceArgs args) {
    boolean deep = p.c() >= LANES && p.k() >= LANES;
    int channels = deep ? LANES : 1;
    int lanes = p.k() >= LANES ? LANES : 1;
    int taps = p.kernelH() * p.kernelW();
    int blocks = Math.ceilDiv(p.k(), lanes);
    int tiles = (taps * Math.ceilDiv(p.c(), channels) + 1) * blocks;
    int lines = p.n() * p.outH();
    int linesPerPart = Math.ceilDiv(lines, Math.clamp(ITEMS / tiles, 1, PARTS));
    int parts = Math.ceilDiv(lines, linesPerPart);
    int size = (taps * p.c() + 1) * p.k();
    Launch.Scratch sums = Launch.scratch("sums", parts, size);
    List<Launch> launches = new ArrayList<>();
    launches.add(
        Launch.of(
            parts * tiles,
            deep
                ? Conv2dFilterPoints::conv2dFilterPoints
                : lanes == 1
                    ? Conv2dFilterPoints::conv2dFilterSinglePoints
                    : Conv2dFilterPoints::conv2dFilterShallowPoints,
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
