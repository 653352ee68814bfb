package dev.weft.kernels.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The vector width that all CPU forms use. */
public final class Lanes {
  /**
   * The machine's preferred width, but 256 bits at most: cores with 512-bit registers that split
   * such operations in two lose nothing, and the tiles of {@link RowTiles} are made for two vectors
   * a row.
   */
  public static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.vectorBitSize() > 256
          ? FloatVector.SPECIES_256
          : FloatVector.SPECIES_PREFERRED;

  /** Floats a vector: 8 with AVX2, 4 with NEON. */
  public static final int LENGTH = SPECIES.length();

  /** As many ints as {@link #SPECIES} has floats. */
  public static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(SPECIES.vectorBitSize()));

  private Lanes() {}

  /** The least multiple of {@link #LENGTH} that is at least {@code n}. */
  public static int roundUp(int n) {
    return (n + LENGTH - 1) / LENGTH * LENGTH;
  }
}
