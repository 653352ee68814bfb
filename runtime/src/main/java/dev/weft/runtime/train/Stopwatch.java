package dev.weft.runtime.train;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Takes the times of a run while it passes on what it is told. */
public final class Stopwatch implements TrainListener {
  private static final double NANOS = 1e9;

  private final TrainListener next;
  private final LongSupplier nanoTime;

  private long[] stepNanos = new long[1024];
  private int steps;
  private long last;
  private int lastStep;
  private boolean running;
  private double epochSeconds;
  private int epochs;

  /**
   * Passes everything on to {@code next}.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  public Stopwatch(TrainListener next, LongSupplier nanoTime) {
    this.next = next;
    this.nanoTime = nanoTime;
  }

  @Override
  public void steps(
      int epoch, int stepInEpoch, int stepsOfEpoch, Totals totals, double imagesPerSecond) {
    long now = nanoTime.getAsLong();
    int made = stepInEpoch - lastStep;
    if (running && made > 0) {
      if (steps + made > stepNanos.length) {
        stepNanos = Arrays.copyOf(stepNanos, 2 * (steps + made));
      }
      Arrays.fill(stepNanos, steps, steps + made, (now - last) / made);
      steps += made;
    }
    last = now;
    lastStep = stepInEpoch;
    running = true;
    next.steps(epoch, stepInEpoch, stepsOfEpoch, totals, imagesPerSecond);
  }

  @Override
  public void epoch(EpochReport report) {
    running = false; // validation and checkpoint are no part of the next step
    epochSeconds += report.seconds();
    epochs++;
    next.epoch(report);
  }

  /** Mean over all epochs; empty before the first. */
  public OptionalDouble secondsPerEpoch() {
    return epochs == 0 ? OptionalDouble.empty() : OptionalDouble.of(epochSeconds / epochs);
  }

  /**
   * Median over all steps but the first of each epoch; empty before there is one. Of steps that
   * were told of together each counts with their mean.
   */
  public OptionalDouble stepsPerSecond() {
    if (steps == 0) {
      return OptionalDouble.empty();
    }
    long[] sorted = Arrays.copyOf(stepNanos, steps);
    Arrays.sort(sorted);
    double median = (sorted[(steps - 1) / 2] + sorted[steps / 2]) / 2.0;
    return OptionalDouble.of(NANOS / Math.max(1, median));
  }
}
