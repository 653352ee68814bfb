package dev.weft.kernels.dropout;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Hash;
import dev.weft.kernels.Index;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.StepState;
import java.util.List;

/**
 * {@link Dropout} on a device: a work-item an element; or, where work-items do much, {@value #RUN}
 * neighbours. Where these do not divide all elements, the last run is moved back: both that overlap
 * there write the same.
 */
public final class DropoutKernels {
  private static final int RUN = 16;

  private DropoutKernels() {}

  private static boolean runs(DeviceArgs args, int size) {
    return args.coarse() && size >= RUN;
  }

  /** Slots x, state, y of the forward pass, or dy, state, dx: the mask is its own transpose. */
  static List<Launch> apply(Dropout p, DeviceArgs args) {
    int size = p.shape().size();
    boolean runs = runs(args, size);
    return List.of(
        Launch.of(
            runs ? Math.ceilDiv(size, RUN) : size,
            runs ? DropoutKernels::dropoutApplyRuns : DropoutKernels::dropoutApply,
            args.floats(0),
            args.ints(1),
            args.floats(2),
            Launch.reals(p.scale()),
            Launch.shape(
                size, p.threshold(), p.seed(), args.offset(0), args.offset(1), args.offset(2))));
  }

  static List<Launch> applyAndMask(Dropout p, DeviceArgs args) {
    int size = p.shape().size();
    boolean runs = runs(args, size);
    return List.of(
        Launch.of(
            runs ? Math.ceilDiv(size, RUN) : size,
            runs ? DropoutKernels::dropoutApplyAndMaskRuns : DropoutKernels::dropoutApplyAndMask,
            args.floats(0),
            args.ints(1),
            args.floats(2),
            args.floats(3),
            Launch.reals(p.scale()),
            Launch.shape(
                size,
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
      int hash = Hash.of(seed, step, i);
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
      int hash = Hash.of(seed, step, i);
      dx[dxAt + i] = hash >= threshold && x[xAt + i] > 0f ? dy[dyAt + i] * factor : 0f;
    }
  }

  /** {@link #dropoutApply} in runs. */
  public static void dropoutApplyRuns(
      float[] x, int[] state, float[] y, float[] scale, int[] shape) {
    int size = shape[0];
    int threshold = shape[1];
    int seed = shape[2];
    int xAt = shape[3];
    int stateAt = shape[4];
    int yAt = shape[5];
    int step = state[stateAt + StepState.STEP];
    float factor = scale[0];
    for (@Parallel int i = 0; i < (size + RUN - 1) / RUN; i++) {
      int first = Math.min(i * RUN, size - RUN);
      long from = Index.first(xAt + first);
      long to = Index.first(yAt + first);
      float[] run = new float[RUN];
      for (int j = 0; j < RUN; j++) {
        run[j] = x[(int) (from + j)] * factor;
      }
      for (int j = 0; j < RUN; j++) {
        run[j] = Hash.of(seed, step, first + j) >= threshold ? run[j] : 0f;
      }
      for (int j = 0; j < RUN; j++) {
        y[(int) (to + j)] = run[j];
      }
    }
  }

  /** {@link #dropoutApplyAndMask} in runs. */
  public static void dropoutApplyAndMaskRuns(
      float[] dy, int[] state, float[] x, float[] dx, float[] scale, int[] shape) {
    int size = shape[0];
    int threshold = shape[1];
    int seed = shape[2];
    int dyAt = shape[3];
    int stateAt = shape[4];
    int xAt = shape[5];
    int dxAt = shape[6];
    int step = state[stateAt + StepState.STEP];
    float factor = scale[0];
    for (@Parallel int i = 0; i < (size + RUN - 1) / RUN; i++) {
      int first = Math.min(i * RUN, size - RUN);
      long gradients = Index.first(dyAt + first);
      long masks = Index.first(xAt + first);
      long to = Index.first(dxAt + first);
      float[] run = new float[RUN];
      for (int j = 0; j < RUN; j++) {
        run[j] = dy[(int) (gradients + j)] * factor;
      }
      for (int j = 0; j < RUN; j++) {
        run[j] = x[(int) (masks + j)] > 0f ? run[j] : 0f;
      }
      for (int j = 0; j < RUN; j++) {
        run[j] = Hash.of(seed, step, first + j) >= threshold ? run[j] : 0f;
      }
      for (int j = 0; j < RUN; j++) {
        dx[(int) (to + j)] = run[j];
      }
    }
  }
}
