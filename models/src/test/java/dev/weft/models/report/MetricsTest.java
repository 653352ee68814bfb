package dev.weft.models.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.train.Evaluation;
import dev.weft.runtime.train.Predictions;
import dev.weft.runtime.train.Totals;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against values worked out by hand. */
class MetricsTest {
  private static final double ULP = 1e-12;

  private static Predictions predictions(float[] probabilities, int... actual) {
    return new Predictions(
        new Totals(1, 0, actual.length, 0), probabilities, actual, probabilities.length / actual.length);
  }

  @Test
  void classesAgainstAllOthers() {
    int[][] confusion = {{5, 1, 0}, {2, 3, 0}, {4, 0, 0}};
    List<ClassMetrics> classes =
        ClassMetrics.of(new Evaluation(1, 8 / 15.0, confusion), List.of("a", "b", "c"));
    ClassMetrics a = classes.get(0);
    assertEquals(6, a.images());
    assertEquals(5 / 6.0, a.recall().orElseThrow(), ULP);
    assertEquals(5 / 11.0, a.precision().orElseThrow(), ULP);
    assertEquals(10 / 17.0, a.f1().orElseThrow(), ULP);
    assertEquals(8 / 15.0, a.accuracy().orElseThrow(), ULP, "5 hits, 3 others not taken for a");
    ClassMetrics c = classes.get(2);
    assertTrue(c.precision().isEmpty(), "nothing was taken for c");
    assertEquals(0, c.recall().orElseThrow());
    assertEquals(0, c.f1().orElseThrow());
    assertEquals(11 / 15.0, c.accuracy().orElseThrow(), ULP);
  }

  /**
   * Two bins. Confidences 0.5 (right) and 0.5 (wrong) fall into the first, which ends at 0.5: no
   * gap. 0.75 (wrong) and 1 (right) into the second: accuracy 0.5, confidence 0.875.
   */
  @Test
  void calibrationOfTwoBins() {
    Predictions four =
        predictions(new float[] {0.5f, 0.5f, 0.5f, 0.5f, 0.75f, 0.25f, 0, 1}, 0, 1, 1, 1);
    Calibration calibration = Calibration.of(four, 2);
    assertEquals(List.of(2, 2), calibration.bins().stream().map(Calibration.Bin::images).toList());
    assertEquals(0.375 / 2, calibration.expectedError(), ULP);
    assertEquals(0.375, calibration.largestError(), ULP);
    assertEquals(2.75 / 4, calibration.confidence(), ULP);
  }

  @Test
  void oneThatIsAlwaysSureAndRightIsCalibrated() {
    Calibration calibration = Calibration.of(predictions(new float[] {1, 0, 0, 1}, 0, 1), 15);
    assertEquals(0, calibration.expectedError());
    assertEquals(2, calibration.bins().getLast().images());
  }

  @Test
  void theSurestMistakesComeFirst() {
    Predictions four =
        predictions(new float[] {0.9f, 0.1f, 0.2f, 0.8f, 0.05f, 0.95f, 0.8f, 0.2f}, 1, 0, 1, 1);
    List<Mistake> mistakes = Mistake.surest(four, 2);
    assertEquals(List.of(0, 1), mistakes.stream().map(Mistake::image).toList());
    assertEquals(new Mistake(0, 1, 0, 0.9f, 0.1f), mistakes.getFirst());
    assertEquals(3, Mistake.surest(four, 10).size());
  }
}
