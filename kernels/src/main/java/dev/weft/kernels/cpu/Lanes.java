package dev.weft.kernels.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The vector widths that all CPU forms use. */
public final class Lanes {
  private static final int MOST_BITS = 512;

  /** The machine's preferred width, but {@value #MOST_BITS} bits at most. */
  public static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.vectorBitSize() > MOST_BITS
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  /** Floats a vector: 16 with AVX-512, 8 with AVX2, 4 with NEON. */
  public static final int LENGTH = SPECIES.length();

  /** As many ints as {@link #SPECIES} has floats. */
  public static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(SPECIES.vectorBitSize()));

  /**
   * What channels are padded to a multiple of: a vector, or half a one where that is 16 floats
   * long, as layers of eight channels are common.
   */
  public static final int UNIT = Math.min(8, LENGTH);

  /** Vectors of {@link #UNIT} floats. */
  public static final VectorSpecies<Float> UNITS = species(UNIT);

  /** Vector registers: 32 with 512-bit vectors and on ARM, else 16. */
  public static final int REGISTERS =
      LENGTH == 16 || System.getProperty("os.arch").equals("aarch64") ? 32 : 16;

  /** Vectors of sums that leave registers for the operands of a multiply-add. */
  static final int SUMS = REGISTERS - 4;

  /**
   * As {@link #SUMS}, for weight gradients, whose tiles of 26 and 28 sums leave the registers now
   * and then (784 to 24: 61 us, with 24 of them 39 us).
   */
  static final int FILTER_SUMS = REGISTERS == 32 ? 24 : SUMS;

  /**
   * Vectors of sums below which units are idle, as a multiply-add waits for the one before it on
   * the same sum: two units, four cycles.
   */
  static final int BUSY_SUMS = 8;

  /** Floats behind the last element of an array that vectors may read, and never write. */
  public static final int SLACK = 64;

  private Lanes() {}

  /** The least multiple of {@link #UNIT} that is at least {@code n}. */
  public static int roundUp(int n) {
    return (n + UNIT - 1) / UNIT * UNIT;
  }

  /** The species of {@code lanes} floats. */
  public static VectorSpecies<Float> species(int lanes) {
    return VectorSpecies.of(float.class, VectorShape.forBitSize(lanes * Float.SIZE));
  }
}
