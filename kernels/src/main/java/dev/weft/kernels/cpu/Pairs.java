package dev.weft.kernels.cpu;

import java.util.ArrayList;
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

  /** Each lane of the lower half twice. */
  static final VectorShuffle<Float> DOUBLED = VectorShuffle.fromOp(Lanes.SPECIES, lane -> lane / 2);

  /** Of pair p: lanes {@code 2 * p} and {@code 2 * p + 1}, over and over. */
  static final List<VectorShuffle<Float>> REPEAT =
      IntStream.range(0, Lanes.LENGTH / 2)
          .mapToObj(pair -> VectorShuffle.fromOp(Lanes.SPECIES, lane -> 2 * pair + (lane & 1)))
          .toList();

  /**
   * Rows whose input values adjoin, of which one load brings all. Where there is an odd number of
   * them, one half of the last pair is nobody's.
   *
   * @param row first row
   * @param count rows, at most {@link Lanes#LENGTH}
   * @param firstPair pair of the first row
   */
  record Run(int row, int count, int firstPair) {

    int pairs() {
      return (count + 1) / 2;
    }

    /** All runs of rows with input values at {@code offsets}. */
    static List<Run> of(List<Integer> offsets) {
      List<Run> runs = new ArrayList<>();
      Run run = new Run(0, 0, 0);
      for (int row = 0; row < offsets.size(); row++) {
        boolean adjoins = run.count > 0 && offsets.get(row) == offsets.get(row - 1) + 1;
        if (adjoins && run.count < Lanes.LENGTH) {
          runs.removeLast();
          run = new Run(run.row, run.count + 1, run.firstPair);
        } else {
          run = new Run(row, 1, run.firstPair + run.pairs());
        }
        runs.add(run);
      }
      return List.copyOf(runs);
    }

    /** Pairs of all of {@code runs}. */
    static int pairs(List<Run> runs) {
      return runs.getLast().firstPair + runs.getLast().pairs();
    }
  }

  private Pairs() {}

  /** Whether {@code panel} is better summed in pairs of {@code depth} adjoining input values. */
  static boolean suit(Panels.Panel panel, int depth) {
    return 2 * panel.lanes() == Lanes.LENGTH && depth > 2;
  }
}
