package dev.weft.kernels.relu;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import java.util.List;

/** {@link Relu} on a device: one work-item an element. */
public final class ReluKernels {
  private ReluKernels() {}

  static List<Launch> forward(Relu relu, DeviceArgs args) {
    int items = relu.shape().size();
    return List.of(
        Launch.of(
            items,
            ReluKernels::reluForward,
            args.floats(0),
            args.floats(1),
            Launch.shape(items, args.offset(0), args.offset(1))));
  }

  static List<Launch> backward(Relu relu, DeviceArgs args) {
    int items = relu.shape().size();
    return List.of(
        Launch.of(
            items,
            ReluKernels::reluBackward,
            args.floats(0),
            args.floats(1),
            args.floats(2),
            Launch.shape(items, args.offset(0), args.offset(1), args.offset(2))));
  }

  /** y from x, shape[0] elements each. Math.max becomes fmax on a device, which hides a NaN. */
  public static void reluForward(float[] x, float[] y, int[] shape) {
    int items = shape[0];
    int xAt = shape[1];
    int yAt = shape[2];
    for (@Parallel int i = 0; i < items; i++) {
      float value = x[xAt + i];
      y[yAt + i] = value < 0f ? 0f : value;
    }
  }

  /** dx from y and dy, shape[0] elements each. */
  public static void reluBackward(float[] y, float[] dy, float[] dx, int[] shape) {
    int items = shape[0];
    int yAt = shape[1];
    int dyAt = shape[2];
    int dxAt = shape[3];
    for (@Parallel int i = 0; i < items; i++) {
      dx[dxAt + i] = y[yAt + i] > 0f ? dy[dyAt + i] : 0f;
    }
  }
}
