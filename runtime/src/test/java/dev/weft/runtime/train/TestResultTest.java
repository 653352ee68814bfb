package dev.weft.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.runtime.train.TestResult.ClassResult;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TestResultTest {

  /** Three shirts, one of them taken for a coat; one coat taken for a shirt; no bag at all. */
  @Test
  void tellsAccuracyAndPrecisionOfEachClass() {
    int[][] confusion = {{2, 1, 0}, {1, 0, 0}, {0, 0, 0}};
    TestResult result =
        TestResult.of(new Evaluation(0.7, 0.5, confusion), List.of("shirt", "coat", "bag"));
    assertEquals(4, result.images());
    assertEquals(
        List.of(
            new ClassResult("shirt", 3, OptionalDouble.of(2 / 3.0), OptionalDouble.of(2 / 3.0)),
            new ClassResult("coat", 1, OptionalDouble.of(0), OptionalDouble.of(0)),
            new ClassResult("bag", 0, OptionalDouble.empty(), OptionalDouble.empty())),
        result.classes());
  }
}
