package dev.weft.kernels.dropout;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.StepState;
import java.util.List;

/** {@link Dropout} on a device: one work-item an element. */
public final class DropoutKernels {
  private DropoutKernels() {}

  /** Slots x, state, y of the forward pass, or dy, state, dx: the mask is its own transpose. */
  static List<Launch> apply(Dropout p, DeviceArgs args) {
    int items = p.shape().size();
    return List.of(
        Launch.of(
            items,
            DropoutKernels::dropoutApply,
            args.floats(0),
            args.ints(1),
            args.floats(2),
            Launch.reals(p.scale()),
            Launch.shape(
                items, p.threshold(), p.seed(), args.offset(0), args.offset(1), args.offset(2))));
  }

  static List<Launch> applyAndMask(Dropout p, DeviceArgs args) {
    int items = p.shape().size();
    return List.of(
        Launch.of(
            items,
            DropoutKernels::dropoutApplyAndMask,
            args.floats(0),
            args.ints(1),
            args.floats(2),
            args.floats(3),
            Launch.reals(p.scale()),
            Launch.shape(
                items,
                p.threshold(),
                p.seed(),
                args.offset(0),
                args.offset(1),
                args.offset(2),
                args.offset(3))));
  }

  /** y from x, shape[0] elements each: scale[0] times those kept, 0 for the others. */
  public static void dropoutApply(float[] x, int[] state, float[] y, float[] scale, int[] shape) {
    int items = shape[0];
    int threshold = shape[1];
    int seed = shape[2];
    int xAt = shape[3];
    int stateAt = shape[4];
    int yAt = shape[5];
    int step = state[stateAt + StepState.STEP];
    float factor = scale[0];
    for (@Parallel int i = 0; i < items; i++) {
      int hash = hash(seed, step, i);
      y[yAt + i] = hash >= threshold ? x[xAt + i] * factor : 0f;
    }
  }

  /** dx from dy, shape[0] elements each; 0 also where x is not positive. */
  public static void dropoutApplyAndMask(
      float[] dy, int[] state, float[] x, float[] dx, float[] scale, int[] shape) {
    int items = shape[0];
    int threshold = shape[1];
    int seed = shape[2];
    int dyAt = shape[3];
    int stateAt = shape[4];
    int xAt = shape[5];
    int dxAt = shape[6];
    int step = state[stateAt + StepState.STEP];
    float factor = scale[0];
    for (@Parallel int i = 0; i < items; i++) {
      int hash = hash(seed, step, i);
      dx[dxAt + i] = hash >= threshold && x[xAt + i] > 0f ? dy[dyAt + i] * factor : 0f;
    }
  }

  /** The low 24 bits of the hash. */
  private static int hash(int seed, int step, int index) {
    return mix(mix(index + seed) ^ step) & 0xffffff;
  }

  /** Sums and products wrap alike with and without a sign; masks, as devices lack {@code >>>}. */
  private static int mix(int v) {
    v = v ^ ((v >> 16) & 0xffff);
    v = v * 0x21f0aaad;
    v = v ^ ((v >> 15) & 0x1ffff);
    v = v * 0x735a2d97;
    return v ^ ((v >> 15) & 0x1ffff);
  }
}
