package dev.weft.kernels.conv2d;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import java.util.List;

/**
 * {@link Conv2d} on a device: in tiles where they fit, else in its simplest form here: one
 * work-item an output element, the contiguous index fastest, nothing shared. Taps outside the map
 * are clamped to its edge and multiplied by 0, so that all lanes run the same loop.
 */
public final class Conv2dKernels {
  private Conv2dKernels() {}

  static List<Launch> forward(Conv2d p, boolean relu, DeviceArgs args) {
    if (Conv2dTiles.fitForward(p)) {
      return Conv2dTiles.forward(p, relu, args);
    }
    return List.of(
        Launch.of(
            p.n() * p.outH() * p.outW() * p.k(),
            Conv2dKernels::conv2dForward,
            args.floats(0),
            args.floats(1),
            args.floats(2),
            args.floats(3),
            shape(
                p, args.offset(0), args.offset(1), args.offset(2), args.offset(3), relu ? 1 : 0)));
  }

  static List<Launch> backwardData(Conv2d p, boolean reluInput, DeviceArgs args) {
    if (Conv2dTiles.fitBackwardData(p)) {
      return Conv2dTiles.backwardData(p, reluInput, args);
    }
    int dx = reluInput ? 3 : 2;
    // Without a mask dx stands in for x: the kernel then never looks at what it reads there.
    return List.of(
        Launch.of(
            p.n() * p.h() * p.w() * p.c(),
            Conv2dKernels::conv2dBackwardData,
            args.floats(0),
            args.floats(1),
            args.floats(2),
            args.floats(dx),
            shape(
                p,
                args.offset(0),
                args.offset(1),
                args.offset(2),
                args.offset(dx),
                reluInput ? 1 : 0)));
  }

  static List<Launch> backwardFilter(Conv2d p, DeviceArgs args) {
    if (Conv2dFilterTiles.fit(p)) {
      return Conv2dFilterTiles.backwardFilter(p, args);
    }
    return List.of(
        Launch.of(
            p.kernelH() * p.kernelW() * p.c() * p.k(),
            Conv2dKernels::conv2dBackwardFilter,
            args.floats(0),
            args.floats(1),
            args.floats(2),
            shape(p, args.offset(0), args.offset(1), args.offset(2), 0, 0)),
        Launch.of(
            p.k(),
            Conv2dKernels::conv2dBackwardBias,
            args.floats(1),
            args.floats(3),
            Launch.shape(p.n() * p.outH() * p.outW(), p.k(), args.offset(1), args.offset(3))));
  }

  private static Launch.Constants shape(Conv2d p, int at0, int at1, int at2, int at3, int flag) {
    return Launch.shape(
        p.n(),
        p.h(),
        p.w(),
        p.c(),
        p.k(),
        p.kernelH(),
        p.kernelW(),
        p.strideH(),
        p.strideW(),
        p.padTop(),
        p.padLeft(),
        p.outH(),
        p.outW(),
        at0,
        at1,
        at2,
        at3,
        flag);
  }

  /** y [n,oh,ow,k] from x [n,h,w,c], w [kh,kw,c,k] and b [k]. */
  public static void conv2dForward(float[] x, float[] w, float[] b, float[] y, int[] shape) {
    int n = shape[0];
    int height = shape[1];
    int width = shape[2];
    int c = shape[3];
    int k = shape[4];
    int kernelH = shape[5];
    int kernelW = shape[6];
    int strideH = shape[7];
    int strideW = shape[8];
    int top = shape[9];
    int left = shape[10];
    int outH = shape[11];
    int outW = shape[12];
    int xAt = shape[13];
    int wAt = shape[14];
    int bAt = shape[15];
    int yAt = shape[16];
    int relu = shape[17];
    for (@Parallel int i = 0; i < n * outH * outW * k; i++) {
      int channel = i % k;
      int pixel = i / k;
      int ox = pixel % outW;
      int oy = (pixel / outW) % outH;
      int row = pixel / (outW * outH);
      float sum = b[bAt + channel];
      for (int ky = 0; ky < kernelH; ky++) {
        int iy = oy * strideH + ky - top;
        int nearY = Math.min(Math.max(iy, 0), height - 1);
        for (int kx = 0; kx < kernelW; kx++) {
          int ix = ox * strideW + kx - left;
          int nearX = Math.min(Math.max(ix, 0), width - 1);
          float inside = nearY == iy && nearX == ix ? 1f : 0f;
          int from = xAt + ((row * height + nearY) * width + nearX) * c;
          int weight = wAt + (ky * kernelW + kx) * c * k + channel;
          for (int ci = 0; ci < c; ci++) {
            sum = sum + inside * x[from + ci] * w[weight + ci * k];
          }
        }
      }
      y[yAt + i] = relu == 1 ? Math.max(sum, 0f) : sum;
    }
  }

  /** dx [n,h,w,c] from dy [n,oh,ow,k] and w [kh,kw,c,k]; 0 where masked and x is not positive. */
  public static void conv2dBackwardData(float[] dy, float[] w, float[] x, float[] dx, int[] shape) {
    int n = shape[0];
    int height = shape[1];
    int width = shape[2];
    int c = shape[3];
    int k = shape[4];
    int kernelH = shape[5];
    int kernelW = shape[6];
    int strideH = shape[7];
    int strideW = shape[8];
    int top = shape[9];
    int left = shape[10];
    int outH = shape[11];
    int outW = shape[12];
    int dyAt = shape[13];
    int wAt = shape[14];
    int xAt = shape[15];
    int dxAt = shape[16];
    int masked = shape[17];
    for (@Parallel int i = 0; i < n * height * width * c; i++) {
      int channel = i % c;
      int pixel = i / c;
      int ix = pixel % width;
      int iy = (pixel / width) % height;
      int row = pixel / (width * height);
      float sum = 0f;
      for (int ky = 0; ky < kernelH; ky++) {
        int lineAt = iy + top - ky;
        int oy = Math.min(Math.max(lineAt, 0) / strideH, outH - 1);
        for (int kx = 0; kx < kernelW; kx++) {
          int pixelAt = ix + left - kx;
          int ox = Math.min(Math.max(pixelAt, 0) / strideW, outW - 1);
          float inside = oy * strideH == lineAt && ox * strideW == pixelAt ? 1f : 0f;
          int from = dyAt + ((row * outH + oy) * outW + ox) * k;
          int weight = wAt + ((ky * kernelW + kx) * c + channel) * k;
          for (int ko = 0; ko < k; ko++) {
            sum = sum + inside * dy[from + ko] * w[weight + ko];
          }
        }
      }
      dx[dxAt + i] = masked == 0 || x[xAt + i] > 0f ? sum : 0f;
    }
  }

  /** dw [kh,kw,c,k] from x [n,h,w,c] and dy [n,oh,ow,k]. */
  public static void conv2dBackwardFilter(float[] x, float[] dy, float[] dw, int[] shape) {
    int n = shape[0];
    int height = shape[1];
    int width = shape[2];
    int c = shape[3];
    int k = shape[4];
    int kernelH = shape[5];
    int kernelW = shape[6];
    int strideH = shape[7];
    int strideW = shape[8];
    int top = shape[9];
    int left = shape[10];
    int outH = shape[11];
    int outW = shape[12];
    int xAt = shape[13];
    int dyAt = shape[14];
    int dwAt = shape[15];
    for (@Parallel int i = 0; i < kernelH * kernelW * c * k; i++) {
      int ko = i % k;
      int ci = (i / k) % c;
      int kx = (i / (k * c)) % kernelW;
      int ky = i / (k * c * kernelW);
      float sum = 0f;
      for (int row = 0; row < n; row++) {
        for (int oy = 0; oy < outH; oy++) {
          int iy = oy * strideH + ky - top;
          int nearY = Math.min(Math.max(iy, 0), height - 1);
          for (int ox = 0; ox < outW; ox++) {
            int ix = ox * strideW + kx - left;
            int nearX = Math.min(Math.max(ix, 0), width - 1);
            float inside = nearY == iy && nearX == ix ? 1f : 0f;
            float value = x[xAt + ((row * height + nearY) * width + nearX) * c + ci];
            sum = sum + inside * value * dy[dyAt + ((row * outH + oy) * outW + ox) * k + ko];
          }
        }
      }
      dw[dwAt + i] = sum;
    }
  }

  /** db [k]: the sum of dy over all pixels of all rows. */
  public static void conv2dBackwardBias(float[] dy, float[] db, int[] shape) {
    int pixels = shape[0];
    int k = shape[1];
    int dyAt = shape[2];
    int dbAt = shape[3];
    for (@Parallel int i = 0; i < k; i++) {
      float sum = 0f;
      for (int pixel = 0; pixel < pixels; pixel++) {
        sum = sum + dy[dyAt + pixel * k + i];
      }
      db[dbAt + i] = sum;
    }
  }
}
