package dev.weft.kernels.cpu;

import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.VectorShuffle;

/**
 * How the sums of a weight gradient fill whole vectors where channels fill half a vector: each sum
 * holds two neighbouring rows for each channel, lane {@code 2 * channel + row}. One load of a whole
 * vector of input serves up to half as many pairs, each repeated over the lanes by one instruction.
 * (10 to 8 channels and 512-bit vectors: 1.5 times the speed of half vectors.)
 */
final class Pairs {
  /** Most rows of a {@link FilterTiles} tile: leaves registers for what repeats pairs. */
  static final int MOST_ROWS = 40;

  /** Lanes 0, 2, 4 and so on, twice. */
  static final VectorShuffle<Float> EVEN =
      VectorShuffle.fromOp(Lanes.SPECIES, lane -> 2 * lane % Lanes.LENGTH);

  /** Lanes 1, 3, 5 and so on, twice. */
  static final VectorShuffle<Float> ODD =
      VectorShuffle.fromOp(Lanes.SPECIES, lane -> (2 * lane + 1) % Lanes.LENGTH);

  /** Each lane of the lower half twice. */
  static final VectorShuffle<Float> DOUBLED = VectorShuffle.fromOp(Lanes.SPECIES, lane -> lane / 2);

  /** Of pair p: lanes {@code 2 * p} and {@code 2 * p + 1}, over and over. */
  static final List<VectorShuffle<Float>> REPEAT =
      IntStream.range(0, Lanes.LENGTH / 2)
          .mapToObj(pair -> VectorShuffle.fromOp(Lanes.SPECIES, lane -> 2 * pair + (lane & 1)))
          .toList();

  private Pairs() {}

  /** Whether {@code panel} is better summed in pairs of {@code depth} adjoining input values. */
  static boolean suit(Panels.Panel panel, int depth) {
    return 2 * panel.lanes() == Lanes.LENGTH && depth > 2;
  }
}
