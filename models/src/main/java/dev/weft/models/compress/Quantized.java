package dev.weft.models.compress;

import dev.weft.models.export.Precision;
import dev.weft.runtime.checkpoint.NamedTensor;

/**
 * A weight tensor with fewer bits a value.
 *
 * @param tensor the floats that the stored values stand for
 * @param scales of the stored integers, one an output channel, which is the last axis; none where
 *     floats are stored
 */
record Quantized(NamedTensor tensor, float[] scales) {
  /** The largest float16. */
  private static final float LARGEST_HALF = 65504f;

  /**
   * Rounds to the nearest value that {@code precision} has.
   *
   * <p>Integers are symmetric around 0, which stays 0, and scaled such that the largest magnitude m
   * of each output channel is the largest integer (Krishnamoorthi, arXiv:1806.08342, section 3):
   *
   * <pre>{@code
   * scale = m / 127,  code = round(w / scale),  w' = scale * code,  |w - w'| <= scale / 2
   * }</pre>
   *
   * but for the rounding of w' to float. A scale that float holds with fewer digits, or a channel
   * of zeros, gets the smallest with all. Halves end at 65504 and not at infinity.
   *
   * @param weight {@code [kh,kw,c,k]} or {@code [in,out]}, finite
   */
  static Quantized of(NamedTensor weight, Precision precision) {
    return switch (precision) {
      case FLOAT32 -> new Quantized(weight, new float[0]);
      case FLOAT16 -> halves(weight);
      case INT8, INT4 -> integers(weight, precision.largest());
    };
  }

  private static Quantized halves(NamedTensor weight) {
    float[] values = weight.floats();
    for (int i = 0; i < values.length; i++) {
      float bounded = Math.clamp(values[i], -LARGEST_HALF, LARGEST_HALF);
      values[i] = Float.float16ToFloat(Float.floatToFloat16(bounded));
    }
    return new Quantized(NamedTensor.of(weight.name(), weight.shape(), values), new float[0]);
  }

  private static Quantized integers(NamedTensor weight, int largest) {
    float[] values = weight.floats();
    float[] scales = new float[weight.shape().dim(weight.shape().rank() - 1)];
    for (int i = 0; i < values.length; i++) {
      int channel = i % scales.length;
      scales[channel] = Math.max(scales[channel], Math.abs(values[i]));
    }
    for (int channel = 0; channel < scales.length; channel++) {
      scales[channel] = Math.max(scales[channel] / largest, Float.MIN_NORMAL);
    }
    for (int i = 0; i < values.length; i++) {
      float scale = scales[i % scales.length];
      values[i] = scale * (int) Math.rint((double) values[i] / scale);
    }
    return new Quantized(NamedTensor.of(weight.name(), weight.shape(), values), scales);
  }
}
