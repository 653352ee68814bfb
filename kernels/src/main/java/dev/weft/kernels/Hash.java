package dev.weft.kernels;

/**
 * Random numbers without a state: a hash of seed, step and index, the same on every backend.
 *
 * <pre>
 *   hash = mix(mix((index + seed) mod 2^32) xor step) mod 2^24
 * </pre>
 *
 * {@code mix}, a bijection of the 32-bit numbers, has the form of MurmurHash3's finaliser and
 * constants found by search (C. Wellons, github.com/skeeto/hash-prospector). Neighbouring seeds
 * give the same numbers an index further on: where they are to differ, spread seeds over all 32
 * bits.
 *
 * <p>For kernels and the CPU; {@link HashReference} is the definition.
 */
public final class Hash {
  private Hash() {}

  /** A number from 0 to 2^24 - 1. */
  public static int of(int seed, int step, int index) {
    return mix(mix(index + seed) ^ step) & 0xffffff;
  }

  /** Sums and products wrap alike with and without a sign; masks, as devices lack {@code >>>}. */
  private static int mix(int v) {
    v = v ^ ((v >> 16) & 0xffff);
    v = v * 0x21f0aaad;
    v = v ^ ((v >> 15) & 0x1ffff);
    v = v * 0x735a2d97;
    return v ^ ((v >> 15) & 0x1ffff);
  }
}
