package dev.weft.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TotalsTest {
  @Test
  void meansAreOverTheImages() {
    Totals totals = Totals.of(new float[] {6, 3, 4, 9});
    assertEquals(new Totals(6, 3, 4, 9), totals);
    assertEquals(1.5, totals.loss());
    assertEquals(0.75, totals.accuracy());
  }
}
