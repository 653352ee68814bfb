package dev.weft.models.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The numbers of a tensor as the bytes of ONNX's {@code raw_data}, little-endian. */
final class OnnxNumbers {
  private OnnxNumbers() {}

  /** Values that {@code precision} can hold, as bytes. */
  static byte[] encode(Precision precision, float[] values) {
    ByteBuffer raw =
        ByteBuffer.allocate(precision.bytes(values.length)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < values.length; i++) {
      switch (precision) {
        case FLOAT32 -> raw.putFloat(values[i]);
        case FLOAT16 -> raw.putShort(Float.floatToFloat16(values[i]));
        case INT8 -> raw.put((byte) values[i]);
        case INT4 -> {
          int shift = 4 * (i % 2); // the first of two lies in the lower half
          raw.put(i / 2, (byte) (raw.get(i / 2) | ((int) values[i] & 0xf) << shift));
        }
      }
    }
    return raw.array();
  }

  /**
   * The inverse of {@link #encode}.
   *
   * @param count number of values
   * @throws IllegalArgumentException if these are more or fewer bytes
   */
  static float[] decode(Precision precision, byte[] bytes, int count) {
    if (bytes.length != precision.bytes(count)) {
      throw new IllegalArgumentException(
          "%d bytes for %d numbers of %s".formatted(bytes.length, count, precision.word()));
    }
    ByteBuffer raw = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (precision) {
            case FLOAT32 -> raw.getFloat();
            case FLOAT16 -> Float.float16ToFloat(raw.getShort());
            case INT8 -> raw.get();
            case INT4 -> (byte) (raw.get(i / 2) << (4 - 4 * (i % 2))) >> 4;
          };
    }
    return values;
  }
}
