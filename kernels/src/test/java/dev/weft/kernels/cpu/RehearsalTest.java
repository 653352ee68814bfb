package dev.weft.kernels.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final float[] NONE = {};
  private static final Panels.Panel PANEL = new Panels(Lanes.UNIT).all().getFirst();

  private final int[] idle = new int[1];
  private final int[] working = new int[1];

  /** HotSpot compiles a method as a whole after 600 calls, and its loops after 40,000 rounds. */
  @Test
  void roundsStayFewForTheNumberOfCalls() {
    RowTiles tiles =
        Rehearsal.of(
            (x, xAt, w, wAt, bias, biasAt, y, yAt, work, count, lines) -> {
              if (work) {
                working[0] += count * lines;
              } else {
                idle[0] += count * lines;
              }
            },
            432);
    for (int i = 0; i < 50; i++) {
      tiles.run(NONE, 0, NONE, 0, NONE, 0, NONE, 0, true, 2, 3);
    }
    assertEquals(300, working[0]);
    assertTrue(working[0] * 432 < 40_000 / 600 * (working[0] + idle[0]), idle[0] + " idle");
  }

  @Test
  void shallowTilesAreNotCalledWithoutWork() {
    RowTiles tiles =
        Rehearsal.of(
            (x, xAt, w, wAt, bias, biasAt, y, yAt, work, count, lines) ->
                working[0] += work ? 1 : 100,
            30);
    tiles.run(NONE, 0, NONE, 0, NONE, 0, NONE, 0, true, 2, 1);
    assertEquals(1, working[0]);
  }

  @Test
  void linesAreCalledOneByOneUntilATileHasWorkedLong() {
    FilterTiles.Geometry geometry = FilterTiles.Geometry.of(28, 1000, 1, 100, 1, Lanes.UNIT);
    List<Integer> calls = new ArrayList<>();
    FilterTiles tiles =
        Rehearsal.of(
            (x, xAt, dy, dyAt, dw, dwAt, lines) -> calls.addAll(List.of(xAt, dyAt, lines)),
            geometry);
    tiles.run(NONE, 1, NONE, 2, NONE, 0, 3);
    assertEquals(List.of(1, 2, 1, 1001, 102, 1, 2001, 202, 1), calls);
    for (int i = 0; i < 100_000; i++) {
      calls.clear();
      tiles.run(NONE, 1, NONE, 2, NONE, 0, 3);
    }
    assertEquals(List.of(1, 2, 3), calls);
  }

  @Test
  void aCallWithoutWorkWritesNothing() {
    float[] ones = new float[4 * Lanes.LENGTH];
    Arrays.fill(ones, 1f);
    float[] result = ones.clone();
    RowTilesCode.of(
            new RowTiles.Geometry(
                1, 0, 1, 0, 2, 0, 1, 0, Lanes.UNIT, Lanes.UNIT, PANEL, 2, true, true))
        .run(ones, 0, ones, 0, ones, 0, result, 0, false, 1, 1);
    assertArrayEquals(ones, result);
  }
}
