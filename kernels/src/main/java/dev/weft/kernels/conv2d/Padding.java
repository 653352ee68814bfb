package dev.weft.kernels.conv2d;

/** What a convolution does at the border of its input. */
public enum Padding {
  /**
   * Zeros are added so that the output has {@code ceil(in / stride)} pixels; where their number is
   * odd, bottom and right get one more than top and left, as TensorFlow defines it.
   */
  SAME,
  /** Nothing is added; the output has {@code ceil((in - kernel + 1) / stride)} pixels. */
  VALID;

  /** Output pixels along one axis. */
  int out(int in, int kernel, int stride) {
    return switch (this) {
      case SAME -> (in + stride - 1) / stride;
      case VALID -> (in - kernel) / stride + 1;
    };
  }

  /** Zeros before the first pixel along one axis. */
  int before(int in, int kernel, int stride) {
    return total(in, kernel, stride) / 2;
  }

  /** Zeros after the last pixel along one axis. */
  int after(int in, int kernel, int stride) {
    return total(in, kernel, stride) - before(in, kernel, stride);
  }

  private int total(int in, int kernel, int stride) {
    return switch (this) {
      case SAME -> Math.max(0, (out(in, kernel, stride) - 1) * stride + kernel - in);
      case VALID -> 0;
    };
  }
}
