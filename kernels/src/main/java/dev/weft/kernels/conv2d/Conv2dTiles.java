package dev.weft.kernels.conv2d;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.Shape;
import java.util.List;

/**
 * {@link Conv2d} with stride 1 on a device, fast: a work-item computes a tile of {@value #PIXELS}
 * neighbouring pixels by {@value #LANES} neighbouring channels in registers, so that every value it
 * loads is used {@value #LANES} or {@value #PIXELS} times.
 *
 * <p>The input is first copied into a zero border, so that no tap needs a test. A line of the input
 * is then contiguous, and so are the taps of one line of the kernel over all channels, in the input
 * and in the weights alike: {@code kernelW * c} of them, called the window.
 *
 * <p>Where the output is no multiple of a tile, the last tile is moved back to end with it. Both
 * tiles then write the same values where they overlap, and none needs a test.
 *
 * <p>The gradient of the input is the same computation, of the weights turned by half a circle over
 * dy.
 */
public final class Conv2dTiles {
  static final int PIXELS = 7;
  static final int LANES = 8;

  /** Elements that a work-item copies into the border. */
  private static final int RUN = 8;

  private Conv2dTiles() {}

  static boolean fitForward(Conv2d p) {
    return p.unitStride() && p.outW() >= PIXELS && p.k() >= LANES;
  }

  static boolean fitBackwardData(Conv2d p) {
    return p.unitStride() && p.w() >= PIXELS && p.c() >= LANES;
  }

  static List<Launch> forward(Conv2d p, boolean relu, DeviceArgs args) {
    Bordered x = Bordered.input(p, p.kernelW() * p.c());
    return List.of(
        x.copy(args.floats(0), args.offset(0)),
        Launch.of(
            items(p.n(), p.outH(), p.outW(), p.k()),
            Conv2dTiles::conv2dTiles,
            x.memory(),
            args.floats(1),
            args.floats(2),
            args.floats(3),
            args.floats(3),
            Launch.shape(
                p.n(),
                p.outH(),
                p.outW(),
                p.k(),
                p.kernelH(),
                p.kernelW() * p.c(),
                p.c(),
                x.lines(),
                x.stride(),
                args.offset(1),
                args.offset(2),
                0,
                args.offset(3),
                1,
                relu ? 1 : 0,
                0)));
  }

  static List<Launch> backwardData(Conv2d p, boolean reluInput, DeviceArgs args) {
    int dx = reluInput ? 3 : 2;
    Bordered dy = Bordered.gradient(p);
    Launch.Scratch turned = new Launch.Scratch("turned", p.kernelH() * p.kernelW() * p.c() * p.k());
    return List.of(
        dy.copy(args.floats(0), args.offset(0)),
        Launch.of(
            turned.length(),
            Conv2dTiles::conv2dTurn,
            args.floats(1),
            turned,
            Launch.shape(p.kernelH() * p.kernelW(), p.c(), p.k(), args.offset(1))),
        // There is no bias; the weights stand in for it and are not looked at there.
        Launch.of(
            items(p.n(), p.h(), p.w(), p.c()),
            Conv2dTiles::conv2dTiles,
            dy.memory(),
            turned,
            turned,
            args.floats(2),
            args.floats(dx),
            Launch.shape(
                p.n(),
                p.h(),
                p.w(),
                p.c(),
                p.kernelH(),
                p.kernelW() * p.k(),
                p.k(),
                dy.lines(),
                dy.stride(),
                0,
                0,
                args.offset(2),
                args.offset(dx),
                0,
                0,
                reluInput ? 1 : 0)));
  }

  private static int items(int n, int outH, int outW, int k) {
    return n * outH * Math.ceilDiv(outW, PIXELS) * Math.ceilDiv(k, LANES);
  }

  /**
   * A map [n,h,w,c] in a border of zeros: [n,lines,stride], a line holding pixels of c channels.
   *
   * @param n rows of the batch
   * @param h height of the map
   * @param width elements of a line of the map, w * c
   * @param top lines of zeros above the map
   * @param left zeros left of a line of the map
   * @param lines lines with the border
   * @param stride elements from line to line, a multiple of the run
   */
  record Bordered(int n, int h, int width, int top, int left, int lines, int stride) {

    /** The input, of which {@code window} elements are read from every output pixel's first on. */
    static Bordered input(Conv2d p, int window) {
      return new Bordered(
          p.n(),
          p.h(),
          p.w() * p.c(),
          p.padTop(),
          p.padLeft() * p.c(),
          p.outH() + p.kernelH() - 1,
          wholeRuns((p.outW() - 1) * p.c() + window));
    }

    /** The gradient of the output, as wide as every tap of every pixel of the input needs. */
    static Bordered gradient(Conv2d p) {
      return new Bordered(
          p.n(),
          p.outH(),
          p.outW() * p.k(),
          p.kernelH() - 1 - p.padTop(),
          (p.kernelW() - 1 - p.padLeft()) * p.k(),
          p.h() + p.kernelH() - 1,
          wholeRuns((p.w() + p.kernelW() - 1) * p.k()));
    }

    private static int wholeRuns(int elements) {
      return Math.ceilDiv(elements, RUN) * RUN;
    }

    Launch.Scratch memory() {
      return new Launch.Scratch("bordered", Shape.of(n, lines, stride).size());
    }

    Launch copy(Launch.Arg<float[]> map, int offset) {
      return Launch.of(
          memory().length() / RUN,
          Conv2dTiles::conv2dBorder,
          map,
          memory(),
          Launch.shape(n, h, width, top, left, lines, stride, offset));
    }
  }

  /** bordered [n,lines,stride] from x [n,height,width]: zeros around it. */
  public static void conv2dBorder(float[] x, float[] bordered, int[] shape) {
    int n = shape[0];
    int height = shape[1];
    int width = shape[2];
    int top = shape[3];
    int left = shape[4];
    int lines = shape[5];
    int stride = shape[6];
    int xAt = shape[7];
    for (@Parallel int i = 0; i < n * lines * (stride / RUN); i++) {
      int first = (i % (stride / RUN)) * RUN - left;
      int line = i / (stride / RUN);
      int y = line % lines - top;
      int nearY = Math.min(Math.max(y, 0), height - 1);
      int from = xAt + ((line / lines) * height + nearY) * width;
      float[] run = new float[RUN];
      if (first >= 0 && first + RUN <= width) {
        for (int j = 0; j < RUN; j++) {
          run[j] = x[from + first + j];
        }
      } else {
        for (int j = 0; j < RUN; j++) {
          int near = Math.min(Math.max(first + j, 0), width - 1);
          float value = x[from + near];
          run[j] = near == first + j ? value : 0f;
        }
      }
      float inside = nearY == y ? 1f : 0f;
      for (int j = 0; j < RUN; j++) {
        bordered[i * RUN + j] = inside > 0f ? run[j] : 0f;
      }
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

  /**
   * y [n,outH,outW,k] from x [n,lines,stride], where the window of an output pixel begins, and w
   * [kernelH,window,k]; plus b [k] where biased, not below 0 where rectified, 0 where masked and
   * the mask [n,outH,outW,k] is not positive.
   */
  public static void conv2dTiles(
      float[] x, float[] w, float[] b, float[] mask, float[] y, int[] shape) {
    int n = shape[0];
    int outH = shape[1];
    int outW = shape[2];
    int k = shape[3];
    int kernelH = shape[4];
    int window = shape[5];
    int c = shape[6];
    int lines = shape[7];
    int stride = shape[8];
    int wAt = shape[9];
    int bAt = shape[10];
    int maskAt = shape[11];
    int yAt = shape[12];
    int biased = shape[13];
    int rectified = shape[14];
    int masked = shape[15];
    int tiles = (outW + PIXELS - 1) / PIXELS;
    int blocks = (k + LANES - 1) / LANES;
    for (@Parallel int i = 0; i < n * outH * tiles * blocks; i++) {
      int channel = Math.min((i % blocks) * LANES, k - LANES);
      int tile = i / blocks;
      int ox = Math.min((tile % tiles) * PIXELS, outW - PIXELS);
      int oy = (tile / tiles) % outH;
      int row = tile / (tiles * outH);
      float[] sums = new float[PIXELS * LANES];
      for (int lane = 0; lane < LANES; lane++) {
        float bias = biased == 1 ? b[bAt + channel + lane] : 0f;
        for (int pixel = 0; pixel < PIXELS; pixel++) {
          sums[pixel * LANES + lane] = bias;
        }
      }
      for (int ky = 0; ky < kernelH; ky++) {
        int from = (row * lines + oy + ky) * stride + ox * c;
        int weights = wAt + ky * window * k + channel;
        for (int j = 0; j < window; j++) {
          for (int pixel = 0; pixel < PIXELS; pixel++) {
            float value = x[from + pixel * c + j];
            for (int lane = 0; lane < LANES; lane++) {
              int sum = pixel * LANES + lane;
              sums[sum] = sums[sum] + value * w[weights + j * k + lane];
            }
          }
        }
      }
      int to = ((row * outH + oy) * outW + ox) * k + channel;
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        // All loads before all stores: the compiler cannot know that y is not the mask.
        for (int lane = 0; lane < LANES; lane++) {
          int sum = pixel * LANES + lane;
          float value = rectified == 1 ? Math.max(sums[sum], 0f) : sums[sum];
          sums[sum] = masked == 0 || mask[maskAt + to + pixel * k + lane] > 0f ? value : 0f;
        }
        for (int lane = 0; lane < LANES; lane++) {
          y[yAt + to + pixel * k + lane] = sums[pixel * LANES + lane];
        }
      }
    }
  }
}
