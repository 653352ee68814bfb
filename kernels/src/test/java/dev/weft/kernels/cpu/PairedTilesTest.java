package dev.weft.kernels.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairedTilesTest {
  private static final float[] NONE = {};

  @Test
  void rowsWhoseInputsAdjoinShareRuns() {
    assertEquals(
        List.of(new Pairs.Run(0, 3, 0), new Pairs.Run(3, 2, 2), new Pairs.Run(5, 1, 3)),
        Pairs.Run.of(List.of(0, 1, 2, 10, 11, 20)));
    assertEquals(4, Pairs.Run.pairs(Pairs.Run.of(List.of(0, 1, 2, 10, 11, 20))));
  }

  /** Runs of odd length leave half a pair to nobody, which must not reach the next row. */
  @Test
  void eachRowGetsItsOwnHalfOfItsPair() {
    int dwRow = Lanes.UNIT + 1;
    FilterTiles code =
        (x, xAt, dy, dyAt, pairs, pairsAt, lines) -> {
          for (int i = 0; i < pairs.length; i++) {
            pairs[i] = i;
          }
        };
    List<Pairs.Run> runs = Pairs.Run.of(List.of(0, 1, 2, 10, 11));
    float[] dw = new float[7 + 5 * dwRow];
    dw[7] = 0.5f;
    new PairedTiles(code, runs, dwRow).run(NONE, 0, NONE, 0, dw, 7, 1);
    int[] firstSum = {0, 1, Lanes.LENGTH, 2 * Lanes.LENGTH, 2 * Lanes.LENGTH + 1};
    for (int row = 0; row < 5; row++) {
      for (int channel = 0; channel < Lanes.LENGTH / 2; channel++) {
        float before = row == 0 && channel == 0 ? 0.5f : 0f;
        assertEquals(before + firstSum[row] + 2 * channel, dw[7 + row * dwRow + channel]);
      }
      assertEquals(0f, dw[7 + row * dwRow + Lanes.UNIT]);
    }
  }
}
