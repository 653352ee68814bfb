package dev.weft.kernels;

/** The definition of {@link Hash}, without a sign and without wrapping. */
public final class HashReference {
  private HashReference() {}

  /** A number from 0 to 2^24 - 1. */
  public static int of(int seed, int step, int index) {
    long hash = mix(mix(Integer.toUnsignedLong(index + seed)) ^ Integer.toUnsignedLong(step));
    return (int) (hash % (1 << 24));
  }

  /** Takes and gives numbers from 0 to 2^32 - 1. */
  private static long mix(long v) {
    v ^= v / 0x10000;
    v = v * 0x21f0aaad % 0x1_0000_0000L;
    v ^= v / 0x8000;
    v = v * 0x735a2d97 % 0x1_0000_0000L;
    return v ^ v / 0x8000;
  }
}
