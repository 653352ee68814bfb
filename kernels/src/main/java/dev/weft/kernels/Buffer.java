package dev.weft.kernels;

/**
 * A piece of device memory that a {@link Program} owns.
 *
 * @param name unique within its program
 * @param type of every element
 * @param length number of elements, 1 to {@link Index#MOST_ELEMENTS}
 */
public record Buffer(String name, DType type, int length) {
  public Buffer {
    if (length < 1 || length > Index.MOST_ELEMENTS) {
      throw new IllegalArgumentException("buffer " + name + ": length " + length);
    }
  }

  /** The whole buffer seen as a tensor of {@code shape}, under the buffer's own name. */
  public Tensor tensor(Shape shape) {
    return new Tensor(name, this, 0, shape);
  }

  /** The whole buffer seen as a vector. */
  public Tensor tensor() {
    return tensor(Shape.of(length));
  }
}
