package dev.weft.tornado;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;

/** Kernels that move what came from the host to where a buffer lies on the device. */
public final class HostCopy {
  private HostCopy() {}

  /** A launch that copies {@code from} to {@code to}, of the same type and length. */
  static Launch launch(Buffer from, Buffer to) {
    Launch.Constants shape = Launch.shape(to.length());
    return to.type() == DType.F32
        ? Launch.of(
            to.length(),
            HostCopy::hostCopyFloats,
            new Launch.Device<>(from, false),
            new Launch.Device<>(to, true),
            shape)
        : Launch.of(
            to.length(),
            HostCopy::hostCopyInts,
            new Launch.Device<>(from, false),
            new Launch.Device<>(to, true),
            shape);
  }

  /** {@code to = from}, for the first {@code shape[0]} elements. */
  public static void hostCopyFloats(float[] from, float[] to, int[] shape) {
    int n = shape[0];
    for (@Parallel int i = 0; i < n; i++) {
      to[i] = from[i];
    }
  }

  /** {@code to = from}, for the first {@code shape[0]} elements. */
  public static void hostCopyInts(int[] from, int[] to, int[] shape) {
    int n = shape[0];
    for (@Parallel int i = 0; i < n; i++) {
      to[i] = from[i];
    }
  }
}
