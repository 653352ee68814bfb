package dev.weft.kernels.dense;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Grain;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import java.util.List;

/**
 * {@link Dense} on a device: in tiles where they fit and pay, else in its simplest form here: one
 * work-item an output element.
 */
public final class DenseKernels {
  /** Rows that a work-item computes in the backward pass of many, so as to read weights once. */
  private static final int ROWS = 8;

  /** Sums that a work-item keeps beside each other, so as not to wait for every single load. */
  private static final int APART = 8;

  private DenseKernels() {}

  static List<Launch> forward(Dense p, boolean relu, DeviceArgs args) {
    if (DenseTiles.fitForward(p, args)) {
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
    if (DenseTiles.fitBackwardData(p, args)) {
      return DenseTiles.backwardData(p, reluInput, args);
    }
    int mask = reluInput ? 2 : 0;
    int dx = reluInput ? 3 : 2;
    boolean rows = p.n() * p.in() >= Grain.BUSY;
    // Without a mask dy stands in for x: the kernel then never looks at what it reads there.
    return List.of(
        Launch.of(
            (rows ? Math.ceilDiv(p.n(), ROWS) : p.n()) * p.in(),
            rows ? DenseKernels::denseBackwardDataRows : DenseKernels::denseBackwardData,
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
    if (DenseTiles.fitBackwardWeights(p, args)) {
      return DenseTiles.backwardWeights(p, args);
    }
    return args.shareBuffer(2, 3)
        ? List.of(backwardWeights(p, 0, p.in() + 1, 2, args))
        : List.of(backwardWeights(p, 0, p.in(), 2, args), backwardWeights(p, p.in(), 1, 3, args));
  }

  static Launch backwardBias(Dense p, DeviceArgs args) {
    return backwardWeights(p, p.in(), 1, 3, args);
  }

  /** The gradients of the weights of some inputs; those of input {@code in} are the biases. */
  private static Launch backwardWeights(Dense p, int first, int inputs, int slot, DeviceArgs args) {
    return Launch.of(
        inputs * p.out(),
        DenseKernels::denseBackwardWeights,
        args.floats(0),
        args.floats(1),
        args.floats(slot),
        Launch.shape(
            inputs * p.out(),
            first,
            p.n(),
            p.in(),
            p.out(),
            args.offset(0),
            args.offset(1),
            args.offset(2),
            args.offset(3)));
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
      float positive = sum < 0f ? 0f : sum;
      y[yAt + i] = relu == 1 ? positive : sum;
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

  /** {@link #denseBackwardData}, a work-item {@value #ROWS} rows of one input. */
  public static void denseBackwardDataRows(
      float[] dy, float[] w, float[] x, float[] dx, int[] shape) {
    int n = shape[0];
    int in = shape[1];
    int out = shape[2];
    int dyAt = shape[3];
    int wAt = shape[4];
    int xAt = shape[5];
    int dxAt = shape[6];
    int masked = shape[7];
    for (@Parallel int i = 0; i < (n + ROWS - 1) / ROWS * in; i++) {
      // Rows past the last repeat it.
      int row = i / in * ROWS;
      int weights = wAt + (i % in) * out;
      float[] sums = new float[ROWS];
      for (int r = 0; r < ROWS; r++) {
        sums[r] = 0f;
      }
      for (int o = 0; o < out; o++) {
        float weight = w[weights + o];
        for (int r = 0; r < ROWS; r++) {
          sums[r] = sums[r] + dy[dyAt + Math.min(row + r, n - 1) * out + o] * weight;
        }
      }
      for (int r = 0; r < ROWS; r++) {
        int at = Math.min(row + r, n - 1) * in + i % in;
        sums[r] = masked == 0 || x[xAt + at] > 0f ? sums[r] : 0f;
      }
      for (int r = 0; r < ROWS; r++) {
        dx[dxAt + Math.min(row + r, n - 1) * in + i % in] = sums[r];
      }
    }
  }

  /**
   * Rows of dw [in,out] from x [n,in] and dy [n,out], from row {@code first} on. Row {@code in} is
   * db [out], which lies at dbAt: the bias is the weight of an input that is always 1.
   */
  public static void denseBackwardWeights(float[] x, float[] dy, float[] dw, int[] shape) {
    int items = shape[0];
    int first = shape[1];
    int n = shape[2];
    int in = shape[3];
    int out = shape[4];
    int xAt = shape[5];
    int dyAt = shape[6];
    int dwAt = shape[7];
    int dbAt = shape[8];
    for (@Parallel int i = 0; i < items; i++) {
      int o = i % out;
      int j = first + i / out;
      int input = xAt + Math.min(j, in - 1);
      float[] apart = new float[APART];
      for (int a = 0; a < APART; a++) {
        apart[a] = 0f;
      }
      int whole = n - n % APART;
      for (int row = 0; row < whole; row += APART) {
        for (int a = 0; a < APART; a++) {
          float value = x[input + (row + a) * in];
          apart[a] = apart[a] + (j < in ? value : 1f) * dy[dyAt + (row + a) * out + o];
        }
      }
      float sum = 0f;
      for (int row = whole; row < n; row++) {
        float value = x[input + row * in];
        sum = sum + (j < in ? value : 1f) * dy[dyAt + row * out + o];
      }
      for (int a = 0; a < APART; a++) {
        sum = sum + apart[a];
      }
      int to = j < in ? dwAt + j * out : dbAt;
      dw[to + o] = sum;
    }
  }
}
