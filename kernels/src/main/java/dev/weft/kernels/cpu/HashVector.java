package dev.weft.kernels.cpu;

import dev.weft.kernels.Hash;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** {@link Hash} of neighbouring indices. */
public final class HashVector {
  private HashVector() {}

  /** The numbers of {@code index}, {@code index + 1} and so on, 0 to 2^24 - 1 each. */
  public static IntVector of(int seed, int step, int index) {
    IntVector numbers = IntVector.broadcast(Lanes.INTS, index + seed).addIndex(1);
    return mix(mix(numbers).lanewise(VectorOperators.XOR, step))
        .lanewise(VectorOperators.AND, 0xffffff);
  }

  private static IntVector mix(IntVector v) {
    v = v.lanewise(VectorOperators.XOR, v.lanewise(VectorOperators.LSHR, 16));
    v = v.mul(0x21f0aaad);
    v = v.lanewise(VectorOperators.XOR, v.lanewise(VectorOperators.LSHR, 15));
    v = v.mul(0x735a2d97);
    return v.lanewise(VectorOperators.XOR, v.lanewise(VectorOperators.LSHR, 15));
  }
}
