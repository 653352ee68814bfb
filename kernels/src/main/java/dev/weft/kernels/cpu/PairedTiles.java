package dev.weft.kernels.cpu;

import java.util.List;
import java.util.stream.IntStream;

/** Adds what a tile sums in {@link Pairs} to rows of half a vector. */
final class PairedTiles implements FilterTiles {
  private final FilterTiles code;
  private final int sums;
  // Of each row: where its sum for channel 0 lies among the pairs. The others follow, 2 apart.
  private final int[] firstSum;
  private final int dwRow;

  PairedTiles(FilterTiles code, List<Pairs.Run> runs, int dwRow) {
    this.code = code;
    this.sums = Pairs.Run.pairs(runs) * Lanes.LENGTH;
    this.firstSum =
        runs.stream()
            .flatMapToInt(run ->
                IntStream.range(0, run.count())
                    .map(row -> (run.firstPair() + row / 2) * Lanes.LENGTH + row % 2))
            .toArray();
    this.dwRow = dwRow;
  }

  @Override
  public void run(float[] x, int xAt, float[] dy, int dyAt, float[] dw, int dwAt, int lines) {
    float[] pairs = new float[sums];
    code.run(x, xAt, dy, dyAt, pairs, 0, lines);
    for (int row = 0; row < firstSum.length; row++) {
      int from = firstSum[row];
      int to = dwAt + row * dwRow;
      for (int channel = 0; channel < Lanes.LENGTH / 2; channel++) {
        dw[to + channel] += pairs[from + 2 * channel];
      }
    }
  }
}
