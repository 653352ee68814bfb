package dev.weft.kernels.dense;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import java.util.List;

/**
 * {@link Dense} on a device: in tiles where they fit and pay, else in its simplest form here: one
 * work-item an output element.
 */
public final class DenseKernels {
  private DenseKernels() {}

  static List<Launch> forward(Dense p, boolean relu, DeviceArgs args) {
    if (DenseTiles.fitForward(p)) {
      return DenseTiles.forward(p, relu, args);
    }
    return List.of(
        Launch.of(
            p.n() * p.out(),
            DenseKernels::denseForward,
            args.floats(0),
            args.floats(1),
            args.floats(2),
            args.floats(3),
            Launch.shape(
                p.n(),
                p.in(),
                p.out(),
                args.offset(0),
                args.offset(1),
                args.offset(2),
                args.offset(3),
                relu ? 1 : 0)));
  }

  static List<Launch> backwardData(Dense p, boolean reluInput, DeviceArgs args) {
    if (DenseTiles.fitBackwardData(p)) {
      return DenseTiles.backwardData(p, reluInput, args);
    }
    int mask = reluInput ? 2 : 0;
    int dx = reluInput ? 3 : 2;
    // Without a mask dy stands in for x: the kernel then never looks at what it reads there.
    return List.of(
        Launch.of(
            p.n() * p.in(),
            DenseKernels::denseBackwardData,
            args.floats(0),
            args.floats(1),
            args.floats(mask),
            args.floats(dx),
            Launch.shape(
                p.n(),
                p.in(),
                p.out(),
                args.offset(0),
                args.offset(1),
                args.offset(mask),
                args.offset(dx),
                reluInput ? 1 : 0)));
  }

  static List<Launch> backwardWeights(Dense p, DeviceArgs args) {
    if (DenseTiles.fitBackwardWeights(p)) {
      return DenseTiles.backwardWeights(p, args);
    }
    return List.of(
        Launch.of(
            p.in() * p.out(),
            DenseKernels::denseBackwardWeights,
            args.floats(0),
            args.floats(1),
            args.floats(2),
            Launch.shape(p.n(), p.in(), p.out(), args.offset(0), args.offset(1), args.offset(2))),
        backwardBias(p, args));
  }

  static Launch backwardBias(Dense p, DeviceArgs args) {
    return Launch.of(
        p.out(),
        DenseKernels::denseBackwardBias,
        args.floats(1),
        args.floats(3),
        Launch.shape(p.n(), p.out(), args.offset(1), args.offset(3)));
  }

  /** y [n,out] from x [n,in], w [in,out] and b [out]. */
  public static void denseForward(float[] x, float[] w, float[] b, float[] y, int[] shape) {
    int n = shape[0];
    int in = shape[1];
    int out = shape[2];
    int xAt = shape[3];
    int wAt = shape[4];
    int bAt = shape[5];
    int yAt = shape[6];
    int relu = shape[7];
    for (@Parallel int i = 0; i < n * out; i++) {
      int o = i % out;
      int from = xAt + (i / out) * in;
      float sum = b[bAt + o];
      for (int j = 0; j < in; j++) {
        sum = sum + x[from + j] * w[wAt + j * out + o];
      }
      y[yAt + i] = relu == 1 ? Math.max(sum, 0f) : sum;
    }
  }

  /** dx [n,in] from dy [n,out] and w [in,out]; 0 where masked and x is not positive. */
  public static void denseBackwardData(float[] dy, float[] w, float[] x, float[] dx, int[] shape) {
    int n = shape[0];
    int in = shape[1];
    int out = shape[2];
    int dyAt = shape[3];
    int wAt = shape[4];
    int xAt = shape[5];
    int dxAt = shape[6];
    int masked = shape[7];
    for (@Parallel int i = 0; i < n * in; i++) {
      int from = dyAt + (i / in) * out;
      int weights = wAt + (i % in) * out;
      float sum = 0f;
      for (int o = 0; o < out; o++) {
        sum = sum + dy[from + o] * w[weights + o];
      }
      dx[dxAt + i] = masked == 0 || x[xAt + i] > 0f ? sum : 0f;
    }
  }

  /** dw [in,out] from x [n,in] and dy [n,out]. */
  public static void denseBackwardWeights(float[] x, float[] dy, float[] dw, int[] shape) {
    int n = shape[0];
    int in = shape[1];
    int out = shape[2];
    int xAt = shape[3];
    int dyAt = shape[4];
    int dwAt = shape[5];
    for (@Parallel int i = 0; i < in * out; i++) {
      int o = i % out;
      int j = i / out;
      float sum = 0f;
      for (int row = 0; row < n; row++) {
        sum = sum + x[xAt + row * in + j] * dy[dyAt + row * out + o];
      }
      dw[dwAt + i] = sum;
    }
  }

  /** db [out]: the sum of dy over the batch. */
  public static void denseBackwardBias(float[] dy, float[] db, int[] shape) {
    int n = shape[0];
    int out = shape[1];
    int dyAt = shape[2];
    int dbAt = shape[3];
    for (@Parallel int o = 0; o < out; o++) {
      float sum = 0f;
      for (int row = 0; row < n; row++) {
        sum = sum + dy[dyAt + row * out + o];
      }
      db[dbAt + o] = sum;
    }
  }
}
