package dev.weft.runtime.checkpoint;

import dev.weft.kernels.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tensor as it lies in a file: name, element type, row-major shape and values. Immutable; equal
 * if all of these are equal bit for bit.
 */
public final class NamedTensor {
  private final String name;
  private final StoredType type;
  private final Shape shape;
  private final byte[] data;

  /** Takes over {@code data}: little-endian values, which nobody may change any more. */
  NamedTensor(String name, StoredType type, Shape shape, byte[] data) {
    if (data.length != (long) shape.size() * type.bytes()) {
      throw new IllegalArgumentException(
          "%s: %d bytes do not fill %s %s".formatted(name, data.length, type, shape));
    }
    this.name = name;
    this.type = type;
    this.shape = shape;
    this.data = data;
  }

  /**
   * A tensor of {@link StoredType#F32}.
   *
   * @param values row-major, as many as {@code shape} has; copied
   * @throws IllegalArgumentException if the count of values is another
   */
  public static NamedTensor of(String name, Shape shape, float... values) {
    byte[] data = new byte[Math.multiplyExact(values.length, Float.BYTES)];
    littleEndian(data).asFloatBuffer().put(values);
    return new NamedTensor(name, StoredType.F32, shape, data);
  }

  /** A tensor of {@link StoredType#I32}, otherwise as {@link #of(String, Shape, float...)}. */
  public static NamedTensor of(String name, Shape shape, int... values) {
    byte[] data = new byte[Math.multiplyExact(values.length, Integer.BYTES)];
    littleEndian(data).asIntBuffer().put(values);
    return new NamedTensor(name, StoredType.I32, shape, data);
  }

  /** A tensor of {@link StoredType#I64}, otherwise as {@link #of(String, Shape, float...)}. */
  public static NamedTensor of(String name, Shape shape, long... values) {
    byte[] data = new byte[Math.multiplyExact(values.length, Long.BYTES)];
    littleEndian(data).asLongBuffer().put(values);
    return new NamedTensor(name, StoredType.I64, shape, data);
  }

  /** A tensor of {@link StoredType#U8}, otherwise as {@link #of(String, Shape, float...)}. */
  public static NamedTensor of(String name, Shape shape, byte... values) {
    return new NamedTensor(name, StoredType.U8, shape, values.clone());
  }

  /**
   * The tensors by their names, in the order given.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static Map<String, NamedTensor> byName(Collection<NamedTensor> tensors) {
    Map<String, NamedTensor> map = new LinkedHashMap<>();
    for (NamedTensor tensor : tensors) {
      if (map.put(tensor.name, tensor) != null) {
        throw new IllegalArgumentException("two tensors are named " + tensor.name);
      }
    }
    return Collections.unmodifiableMap(map);
  }

  /**
   * An unmodifiable copy, in the same order.
   *
   * @throws IllegalArgumentException if a tensor lies under another name than its own
   */
  static Map<String, NamedTensor> copyOf(Map<String, NamedTensor> tensors) {
    tensors.forEach((name, tensor) -> {
      if (!name.equals(tensor.name)) {
        throw new IllegalArgumentException(tensor.name + " lies under " + name);
      }
    });
    return Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /** The same values under another name. */
  NamedTensor withName(String other) {
    return new NamedTensor(other, type, shape, data);
  }

  public String name() {
    return name;
  }

  public StoredType type() {
    return type;
  }

  public Shape shape() {
    return shape;
  }

  /**
   * A copy of the values, row-major.
   *
   * @throws IllegalStateException if the type is not {@link StoredType#F32}
   */
  public float[] floats() {
    float[] values = new float[shape.size()];
    values(StoredType.F32).asFloatBuffer().get(values);
    return values;
  }

  /** As {@link #floats()}, for {@link StoredType#I32}. */
  public int[] ints() {
    int[] values = new int[shape.size()];
    values(StoredType.I32).asIntBuffer().get(values);
    return values;
  }

  /** As {@link #floats()}, for {@link StoredType#I64}. */
  public long[] longs() {
    long[] values = new long[shape.size()];
    values(StoredType.I64).asLongBuffer().get(values);
    return values;
  }

  /** As {@link #floats()}, for {@link StoredType#U8}. */
  public byte[] bytes() {
    byte[] values = new byte[shape.size()];
    values(StoredType.U8).get(values);
    return values;
  }

  /** The values as they lie in a file; not to be changed. */
  byte[] data() {
    return data;
  }

  /** Index of the first NaN or infinity, -1 if there is none. */
  int firstNonFinite() {
    if (type == StoredType.F32) {
      ByteBuffer floats = values(StoredType.F32);
      for (int i = 0; i < shape.size(); i++) {
        if (!Float.isFinite(floats.getFloat(i * Float.BYTES))) {
          return i;
        }
      }
    }
    return -1;
  }

  private ByteBuffer values(StoredType wanted) {
    if (type != wanted) {
      throw new IllegalStateException("%s holds %s, not %s".formatted(name, type, wanted));
    }
    return littleEndian(data);
  }

  private static ByteBuffer littleEndian(byte[] data) {
    return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof NamedTensor other
        && name.equals(other.name)
        && type == other.type
        && shape.equals(other.shape)
        && Arrays.equals(data, other.data);
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return name + " " + type + " " + shape;
  }
}
