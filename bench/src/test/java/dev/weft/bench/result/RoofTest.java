package dev.weft.bench.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoofTest {
  private static final Roof ROOF = Rows.ROOF;

  @Test
  void bandwidthIsThatOfTheCacheWhereTheDataFit() {
    assertEquals(200, ROOF.bandwidth(1));
    assertEquals(200, ROOF.bandwidth(1 << 16));
    assertEquals(20, ROOF.bandwidth((1 << 16) + 1));
    assertEquals(20, ROOF.bandwidth(1L << 40), "more than was ever copied");
  }

  /** Small copies are slow where starting them takes long: who has little data can do better. */
  @Test
  void bandwidthNeverGrowsWithTheData() {
    Roof slowStart =
        new Roof(
            "gpu",
            "",
            0,
            1,
            List.of(new Roof.Copied(100, 2), new Roof.Copied(1000, 50), new Roof.Copied(10000, 30)),
            1);
    assertEquals(50, slowStart.bandwidth(10));
    assertEquals(50, slowStart.bandwidth(1000));
    assertEquals(30, slowStart.bandwidth(1001));
  }

  @Test
  void ofTwoMeasurementsTheBetterIsTheLimit() {
    Roof other =
        new Roof(
            "cpu",
            "",
            0,
            120,
            List.of(new Roof.Copied(1 << 16, 150), new Roof.Copied(1 << 27, 25)),
            2000);
    Roof both = ROOF.orBetter(other);
    assertEquals(120, both.peakGflops());
    assertEquals(200, both.bandwidth(1));
    assertEquals(25, both.bandwidth(1 << 27));
    assertEquals(1000, both.launchNanos());
  }

  @Test
  void leastTimeIsThatOfTheLowerRoof() {
    // 100 GFLOP/s: 10^6 operations in 10 us; 20 GB/s: 2*10^6 bytes in 100 us.
    assertEquals(10_000, ROOF.nanos(1_000_000, 1000), 1e-9);
    assertEquals(100_000, ROOF.nanos(1_000_000, 2_000_000), 1e-9);
    assertEquals(0, ROOF.nanos(0, 0));
  }

  @Test
  void boundIsTheLowerRoofUnlessACallIsHardlyMoreThanNothing() {
    assertEquals("compute", ROOF.bound(1_000_000, 1000, 20_000));
    assertEquals("memory", ROOF.bound(1_000_000, 2_000_000, 200_000));
    assertEquals("memory", ROOF.bound(0, 2_000_000, 200_000));
    assertEquals("launch", ROOF.bound(1_000_000, 1000, 1_999));
  }

  @Test
  void ratesAreOfTheMedian() {
    Row row = Rows.row("conv2d.forward", 19_000, 20_000, 24_000);
    assertEquals(50, row.gflops(), 1e-9);
    assertEquals(65_536 / 20_000.0, row.gbs(), 1e-9);
    assertEquals(0.5, row.roofShare(), 1e-9);
    assertEquals(0.25, row.nanos().relative(), 1e-9);
  }

  @Test
  void quartilesOfSingleValues() {
    assertEquals(new Spread(3, 2, 4, 5), Spread.of(new double[] {5, 1, 4, 2, 3}));
    assertEquals(new Spread(7, 7, 7, 1), Spread.of(new double[] {7}));
    assertEquals(1.5, Spread.of(new double[] {1, 2}).median());
  }
}
