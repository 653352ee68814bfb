package dev.weft.models.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a number lies in an ONNX file. */
public enum Precision {
  /** As Weft trains. */
  FLOAT32(1, 32),
  /** Half precision (IEEE 754 binary16). */
  FLOAT16(10, 16),
  /** An integer -127 to 127, times a scale. */
  INT8(3, 8),
  /** An integer -7 to 7, times a scale; two of them a byte. */
  INT4(22, 4);

  private final int onnx;
  private final int bits;

  Precision(int onnx, int bits) {
    this.onnx = onnx;
    this.bits = bits;
  }

  /** Whether numbers are integers times a scale. */
  public boolean isInteger() {
    return this == INT8 || this == INT4;
  }

  /** The largest integer; the smallest is its negative. */
  public int largest() {
    return (1 << (bits - 1)) - 1;
  }

  /** Bytes that {@code count} numbers take. */
  int bytes(int count) {
    return Math.toIntExact(Math.ceilDiv((long) count * bits, Byte.SIZE));
  }

  /** The number that stands for it in ONNX 1.16, {@code TensorProto.DataType}. */
  int onnx() {
    return onnx;
  }

  /**
   * The inverse of {@link #onnx}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Precision of(long onnx) {
    return Arrays.stream(values())
        .filter(precision -> precision.onnx == onnx)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("data type " + onnx));
  }

  /** The word for it, such as {@code int8}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words for all of them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Precision::word).toList();
  }
}
