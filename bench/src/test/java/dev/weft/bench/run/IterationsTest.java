package dev.weft.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.bench.result.Spread;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.util.MultisetStatistics;
import org.openjdk.jmh.util.Statistics;

class IterationsTest {
  private static final Effort EFFORT = Effort.quick();

  /** So many values around a median, evenly up to a tenth of {@code width} away. */
  private static Statistics iteration(int count, double median, double width) {
    MultisetStatistics values = new MultisetStatistics();
    for (int i = 0; i < count; i++) {
      values.addValue(median * (1 + width * ((i + 0.5) / count - 0.5)), 1);
    }
    return values;
  }

  private static Iterations of(double... medians) {
    Iterations iterations = new Iterations(EFFORT);
    for (double median : medians) {
      iterations.add(iteration(100, median, 0.02));
    }
    return iterations;
  }

  @Test
  void slowFirstIterationsAreWarmUp() {
    Iterations iterations = of(1700, 900, 200, 17, 17.2, 17.1, 17);
    assertEquals(17.1, iterations.counted().median(), 0.2);
    assertEquals(400, iterations.counted().count());
    assertTrue(iterations.enough());
  }

  /** Code that waits for the JIT takes the same time again and again, too. */
  @Test
  void whatIsForgottenCountsNoMore() {
    Iterations iterations = of(2500, 2500, 2500, 2500, 2500);
    assertTrue(iterations.enough());
    iterations.clear();
    assertFalse(iterations.enough());
    for (int i = 0; i < 5; i++) {
      iterations.add(iteration(100, 43, 0.02));
    }
    assertTrue(iterations.enough());
    assertEquals(43, iterations.counted().median(), 1);
  }

  @Test
  void theFirstNeverCountsAndHalfAlwaysDoes() {
    assertEquals(300, of(17, 17, 17, 17).counted().count());
    // One fast iteration at the end is luck: the slow ones before it are the truth.
    assertEquals(300, of(20, 20, 20, 20, 20, 10).counted().count());
    assertEquals(20, of(20, 20, 20, 20, 20, 10).counted().median(), 0.5);
  }

  @Test
  void thereIsNotEnoughBeforeTimesSettle() {
    assertFalse(of(17, 17, 17).enough(), "too few");
    assertFalse(of(170, 120, 90, 60).enough(), "falling");
    assertFalse(of(17, 17, 17, 17, 25).enough(), "the last ones differ");
    Iterations wide = new Iterations(EFFORT);
    for (int i = 0; i < 5; i++) {
      wide.add(iteration(20, 17, 1));
    }
    assertFalse(wide.enough(), "the median is not known yet");
    for (int i = 0; i < 5; i++) {
      wide.add(iteration(5000, 17, 1));
    }
    assertTrue(wide.enough(), "it is, by the number of values");
  }

  @Test
  void everyJvmCountsTheSame() {
    Samples many = Samples.of(List.of(iteration(10_000, 10, 0.1)));
    Samples few = Samples.of(List.of(iteration(30, 20, 0.1)));
    Samples both = Samples.together(List.of(Samples.of(many.thinned(), many.count()), few));
    assertEquals(10_030, both.count());
    assertEquals(15, both.median(), 5);
    Spread spread = both.spread();
    assertEquals(10, spread.low(), 0.5);
    assertEquals(20, spread.high(), 1);
  }

  @Test
  void theUncertaintyShrinksWithTheRootOfTheNumber() {
    double few = Samples.of(List.of(iteration(100, 10, 1))).uncertainty();
    double many = Samples.of(List.of(iteration(10_000, 10, 1))).uncertainty();
    assertEquals(0.98 / Math.sqrt(100), few, 0.01); // evenly spread from 5 to 15
    assertEquals(10, few / many, 0.2);
  }

  @Test
  void whatQuickThingsLeaveIsForSlowOnes() {
    assertEquals(3 * (60_000 / 95), EFFORT.millis(Duration.ZERO, 95));
    assertEquals(6000, EFFORT.millis(Duration.ofSeconds(20), 4), "but no more than that");
    assertEquals(320, EFFORT.millis(Duration.ofMinutes(5), 4), "nor less");
  }
}
