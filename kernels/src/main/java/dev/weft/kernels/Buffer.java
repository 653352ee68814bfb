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

  /**
   * To be called before values are copied from or to the host.
   *
   * @throws IllegalArgumentException if {@code elements} of {@code hostType} do not fill the buffer
   */
  public void requireFilledBy(int elements, DType hostType) {
    if (type != hostType || length != elements) {
      throw new IllegalArgumentException("%s given %d of %s".formatted(this, elements, hostType));
    }
  }
}
