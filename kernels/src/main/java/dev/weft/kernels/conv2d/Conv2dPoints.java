package dev.weft.kernels.conv2d;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Grain;
import dev.weft.kernels.Index;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
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
        float positive = sums[sum] < 0f ? 0f : sums[sum];
        float value = rectified == 1 ? positive : sums[sum];
        sums[sum] = masked == 0 || mask[(int) (masks + lane)] > 0f ? value : 0f;
      }
      for (int lane = 0; lane < lanes; lane++) {
        y[(int) (results + lane)] = sums[r * lanes + lane];
      }
    }
  }
}
