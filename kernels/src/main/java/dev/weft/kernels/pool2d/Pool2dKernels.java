package dev.weft.kernels.pool2d;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.pool2d.Pool2d.Kind;
import java.util.List;

/**
 * {@link Pool2d} on a device: in tiles where they fit, else one work-item an output element.
 * Backwards, each element of dx gathers from the windows that it lies in, so that no two work-items
 * write to one place.
 */
public final class Pool2dKernels {
  private Pool2dKernels() {}

  static List<Launch> forward(Pool2d p, DeviceArgs args) {
    if (Pool2dTiles.fit(p)) {
      return Pool2dTiles.forward(p, args);
    }
    int items = p.n() * p.outH() * p.outW() * p.c();
    Launch.Constants shape =
        Launch.shape(
            items,
            p.h(),
            p.w(),
            p.c(),
            p.size(),
            p.stride(),
            p.outH(),
            p.outW(),
            args.offset(0),
            args.offset(1));
    return List.of(
        p.kind() == Kind.MAX
            ? Launch.of(
                items, Pool2dKernels::pool2dMaxForward, args.floats(0), args.floats(1), shape)
            : Launch.of(
                items,
                Pool2dKernels::pool2dSumForward,
                args.floats(0),
                args.floats(1),
                Launch.reals(p.scale()),
                shape));
  }

  static List<Launch> backward(Pool2d.Backward op, DeviceArgs args) {
    Pool2d p = op.pool();
    if (Pool2dTiles.fit(p)) {
      return Pool2dTiles.backward(p, op.reluInput(), args);
    }
    int items = p.n() * p.h() * p.w() * p.c();
    // Where x is no slot, dy stands in for it: the kernel never looks at it.
    int x = op.readsX() ? 1 : 0;
    int dx = x + 1;
    Launch.Constants shape =
        Launch.shape(
            items,
            p.h(),
            p.w(),
            p.c(),
            p.size(),
            p.stride(),
            p.outH(),
            p.outW(),
            args.offset(0),
            args.offset(x),
            args.offset(dx),
            op.reluInput() ? 1 : 0);
    return List.of(
        p.kind() == Kind.MAX
            ? Launch.of(
                items,
                Pool2dKernels::pool2dMaxBackward,
                args.floats(0),
                args.floats(x),
                args.floats(dx),
                shape)
            : Launch.of(
                items,
                Pool2dKernels::pool2dSumBackward,
                args.floats(0),
                args.floats(x),
                args.floats(dx),
                Launch.reals(p.scale()),
                shape));
  }

  /** y [n,oh,ow,c], the maxima of the windows of x [n,h,w,c]. */
  public static void pool2dMaxForward(float[] x, float[] y, int[] shape) {
    int items = shape[0];
    int h = shape[1];
    int w = shape[2];
    int c = shape[3];
    int size = shape[4];
    int stride = shape[5];
    int outH = shape[6];
    int outW = shape[7];
    int xAt = shape[8];
    int yAt = shape[9];
    for (@Parallel int i = 0; i < items; i++) {
      int pixel = i / c;
      int line = pixel / outW;
      int corner = ((line / outH) * h + (line % outH) * stride) * w + (pixel % outW) * stride;
      int from = xAt + corner * c + i % c;
      float best = x[from];
      for (int ky = 0; ky < size; ky++) {
        for (int kx = 0; kx < size; kx++) {
          float value = x[from + (ky * w + kx) * c];
          best = value > best ? value : best;
        }
      }
      y[yAt + i] = best;
    }
  }

  /** y [n,oh,ow,c], scale[0] times the sums of the windows of x [n,h,w,c]. */
  public static void pool2dSumForward(float[] x, float[] y, float[] scale, int[] shape) {
    int items = shape[0];
    int h = shape[1];
    int w = shape[2];
    int c = shape[3];
    int size = shape[4];
    int stride = shape[5];
    int outH = shape[6];
    int outW = shape[7];
    int xAt = shape[8];
    int yAt = shape[9];
    for (@Parallel int i = 0; i < items; i++) {
      int pixel = i / c;
      int line = pixel / outW;
      int corner = ((line / outH) * h + (line % outH) * stride) * w + (pixel % outW) * stride;
      int from = xAt + corner * c + i % c;
      float sum = 0f;
      for (int ky = 0; ky < size; ky++) {
        for (int kx = 0; kx < size; kx++) {
          sum = sum + x[from + (ky * w + kx) * c];
        }
      }
      y[yAt + i] = sum * scale[0];
    }
  }

  /** dx [n,h,w,c] from dy [n,oh,ow,c] and x; 0 where masked and x is not positive. */
  public static void pool2dMaxBackward(float[] dy, float[] x, float[] dx, int[] shape) {
    int items = shape[0];
    int h = shape[1];
    int w = shape[2];
    int c = shape[3];
    int size = shape[4];
    int stride = shape[5];
    int outH = shape[6];
    int outW = shape[7];
    int dyAt = shape[8];
    int xAt = shape[9];
    int dxAt = shape[10];
    int masked = shape[11];
    for (@Parallel int i = 0; i < items; i++) {
      int channel = i % c;
      int pixel = i / c;
      int ix = pixel % w;
      int line = pixel / w;
      int iy = line % h;
      int row = line / h;
      // The first window that reaches this far, and the last that begins this early.
      int firstY = Math.max(0, iy - size + stride) / stride;
      int lastY = Math.min(iy / stride, outH - 1);
      int firstX = Math.max(0, ix - size + stride) / stride;
      int lastX = Math.min(ix / stride, outW - 1);
      float sum = 0f;
      for (int oy = firstY; oy <= lastY; oy++) {
        for (int ox = firstX; ox <= lastX; ox++) {
          int best = ((row * h + oy * stride) * w + ox * stride) * c + channel;
          float maximum = x[xAt + best];
          for (int ky = 0; ky < size; ky++) {
            for (int kx = 0; kx < size; kx++) {
              int at = ((row * h + oy * stride + ky) * w + ox * stride + kx) * c + channel;
              float value = x[xAt + at];
              best = value > maximum ? at : best;
              maximum = value > maximum ? value : maximum;
            }
          }
          float g = dy[dyAt + ((row * outH + oy) * outW + ox) * c + channel];
          sum = best == i ? sum + g : sum;
        }
      }
      dx[dxAt + i] = masked == 0 || x[xAt + i] > 0f ? sum : 0f;
    }
  }

  /** dx [n,h,w,c], scale[0] times sums of dy [n,oh,ow,c]; 0 where masked and x is not positive. */
  public static void pool2dSumBackward(
      float[] dy, float[] x, float[] dx, float[] scale, int[] shape) {
    int items = shape[0];
    int h = shape[1];
    int w = shape[2];
    int c = shape[3];
    int size = shape[4];
    int stride = shape[5];
    int outH = shape[6];
    int outW = shape[7];
    int dyAt = shape[8];
    int xAt = shape[9];
    int dxAt = shape[10];
    int masked = shape[11];
    for (@Parallel int i = 0; i < items; i++) {
      int pixel = i / c;
      int ix = pixel % w;
      int line = pixel / w;
      int iy = line % h;
      int row = line / h;
      int firstY = Math.max(0, iy - size + stride) / stride;
      int lastY = Math.min(iy / stride, outH - 1);
      int firstX = Math.max(0, ix - size + stride) / stride;
      int lastX = Math.min(ix / stride, outW - 1);
      float sum = 0f;
      for (int oy = firstY; oy <= lastY; oy++) {
        for (int ox = firstX; ox <= lastX; ox++) {
          sum = sum + dy[dyAt + ((row * outH + oy) * outW + ox) * c + i % c];
        }
      }
      dx[dxAt + i] = masked == 0 || x[xAt + i] > 0f ? sum * scale[0] : 0f;
    }
  }
}
