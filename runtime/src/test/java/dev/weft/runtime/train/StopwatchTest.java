package dev.weft.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.runtime.train.TrainListener.EpochReport;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StopwatchTest {
  private static final Totals TOTALS = new Totals(1, 1, 1, 1);

  private final List<String> passedOn = new ArrayList<>();
  private long now = 1_000_000_000;

  private final Stopwatch watch =
      new Stopwatch(
          new TrainListener() {
            @Override
            public void steps(
                int epoch, int stepInEpoch, int steps, Totals totals, double imagesPerSecond) {
              passedOn.add(epoch + "." + stepInEpoch + "/" + steps);
            }

            @Override
            public void epoch(EpochReport report) {
              passedOn.add("epoch " + report.epoch());
            }
          },
          () -> now);

  private void step(int epoch, int stepInEpoch, long milliseconds) {
    now += milliseconds * 1_000_000;
    watch.steps(epoch, stepInEpoch, 3, TOTALS, 1);
  }

  private void epoch(int epoch, double seconds) {
    watch.epoch(new EpochReport(epoch, epoch * 3L, TOTALS, TOTALS, seconds, 1, 1, true, true));
  }

  @Test
  void knowsNothingBeforeTheFirstStep() {
    assertEquals(OptionalDouble.empty(), watch.stepsPerSecond());
    assertEquals(OptionalDouble.empty(), watch.secondsPerEpoch());
    step(1, 1, 10);
    assertEquals(OptionalDouble.empty(), watch.stepsPerSecond());
  }

  /** Steps of 20, 40, 10 and 30 ms count; the first of each epoch has validation before it. */
  @Test
  void takesTheMedianOfTheSteps() {
    step(1, 1, 500);
    step(1, 2, 20);
    step(1, 3, 40);
    epoch(1, 2);
    step(2, 1, 900);
    step(2, 2, 10);
    step(2, 3, 30);
    epoch(2, 3);
    assertEquals(1000 / 25.0, watch.stepsPerSecond().orElseThrow(), 1e-9);
    assertEquals(2.5, watch.secondsPerEpoch().orElseThrow());
    assertEquals(
        List.of("1.1/3", "1.2/3", "1.3/3", "epoch 1", "2.1/3", "2.2/3", "2.3/3", "epoch 2"),
        passedOn);
  }

  @Test
  void holdsAnyNumberOfSteps() {
    for (int i = 1; i <= 5000; i++) {
      step(1, i, i <= 2501 ? 10 : 20);
    }
    assertEquals(100, watch.stepsPerSecond().orElseThrow(), 1e-9);
  }
}
