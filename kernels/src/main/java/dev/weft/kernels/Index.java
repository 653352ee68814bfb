package dev.weft.kernels;

/**
 * Indexes of neighbouring elements in kernels, such that a device's compiler makes vectors of them.
 */
public final class Index {
  /** Elements that a buffer may have: 4 GiB of them. */
  public static final int MOST_ELEMENTS = 1 << 30;

  private Index() {}

  /**
   * The index of the first of neighbouring elements, for {@code array[(int) (first + i)]}.
   *
   * <p>A sum of two ints may wrap, so that an optimiser cannot tell whether {@code first} and
   * {@code first + 1} are neighbours in memory, and loads them one by one. Of this long TornadoVM's
   * compiler knows that no sum with a small number leaves the range of an int: the cast disappears,
   * and the sum has 64 bits, of which none wraps. On PoCL, convolutions run twice as fast for it.
   *
   * @param index less than {@link #MOST_ELEMENTS}
   */
  @SuppressWarnings("IntLongMath") // the shifts are to be those of an int
  public static long first(int index) {
    return (index << 1) >> 1;
  }
}
