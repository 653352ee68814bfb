package dev.weft.runtime.data;

/**
 * The random numbers of this package: small, seedable, and the same on every JDK for all time.
 *
 * <p>SplitMix64 as in Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA
 * 2014, figures 16 and 17, with the finaliser "Mix13" of Stafford: the state is a counter that
 * advances by the golden gamma, and an output is a hash of it.
 */
public final class SplitMix64 {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** Starts at {@code seed}; any value is good, and neighbours are unrelated. */
  public SplitMix64(long seed) {
    state = seed;
  }

  /** An independent generator for each pair of a seed and a stream, such as an epoch's number. */
  public static SplitMix64 of(long seed, long stream) {
    // Hashed twice: seeds that differ by a multiple of the gamma would give one shifted sequence.
    return new SplitMix64(mix(mix(seed + GOLDEN_GAMMA) + stream));
  }

  /** The next 64 bits. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** The next integer of 0..bound-1; its bias, below bound / 2^64, cannot be noticed. */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound " + bound);
    }
    return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
  }

  /** The next number of [0, 1), a multiple of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** The next number of [low, high). */
  public double between(double low, double high) {
    return low + (high - low) * nextDouble();
  }

  /** True with the given probability. */
  public boolean chance(double probability) {
    return nextDouble() < probability;
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
