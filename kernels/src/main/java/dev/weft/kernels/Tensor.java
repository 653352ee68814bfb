package dev.weft.kernels;

/**
 * A row-major view of part of a {@link Buffer}: what a {@link Call} reads or writes.
 *
 * <p>Several views may share a buffer: all weights lie in one parameter buffer, and a flattened map
 * is a second view of the map itself.
 *
 * @param name for messages and reports, such as {@code conv1.weight}
 * @param buffer where the elements lie
 * @param offset index of the first element in {@code buffer}
 * @param shape extents; {@code offset + shape.size()} is at most the buffer's length
 */
public record Tensor(String name, Buffer buffer, int offset, Shape shape) {
  public Tensor {
    if (offset < 0 || offset + (long) shape.size() > buffer.length()) {
      throw new IllegalArgumentException(
          "tensor %s %s at %d does not fit buffer %s of %d elements"
              .formatted(name, shape, offset, buffer.name(), buffer.length()));
    }
  }

  public DType type() {
    return buffer.type();
  }

  /** The same elements in the same order under another shape of the same size. */
  public Tensor reshape(Shape other) {
    if (other.size() != shape.size()) {
      throw new IllegalArgumentException("cannot view " + shape + " as " + other);
    }
    return new Tensor(name, buffer, offset, other);
  }

  /** Whether this view is all of its buffer. */
  public boolean coversBuffer() {
    return offset == 0 && shape.size() == buffer.length();
  }
}
