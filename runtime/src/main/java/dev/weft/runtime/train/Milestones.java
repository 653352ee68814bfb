package dev.weft.runtime.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Tests after every epoch, and notes when accuracies were reached: what counts where the speed of
 * training is compared. Nothing is chosen by it, so that the test images stay unseen.
 */
public final class Milestones implements TrainListener {
  private final TrainListener next;
  private final List<Double> wanted;
  private final DoubleSupplier seconds;
  private final List<Reached> reached = new ArrayList<>();
  private Supplier<Totals> test = () -> new Totals(0, 0, 1, 0);

  /**
   * When an accuracy was first reached.
   *
   * @param accuracy the one that was wanted, 0..1
   * @param testAccuracy the one that was found, 0..1
   * @param epoch after which, from 1
   * @param seconds since the start of the program, with all tests until then; what the JVM takes to
   *     come up, some tens of milliseconds, is not in it
   */
  public record Reached(double accuracy, double testAccuracy, int epoch, double seconds) {}

  /**
   * Passes everything on to {@code next}, first.
   *
   * @param wanted accuracies, 0..1; where there are none, nothing is tested
   * @param seconds since the start of the program
   */
  public Milestones(TrainListener next, List<Double> wanted, DoubleSupplier seconds) {
    this.next = next;
    this.wanted = List.copyOf(wanted);
    this.seconds = seconds;
  }

  /** Tests the model of {@code trainer}, as it is after each epoch, on all test images. */
  public void test(Trainer trainer) {
    test(() ->
        trainer.model().totals(trainer.images().trainAndValidation(), trainer.images().all()));
  }

  void test(Supplier<Totals> by) {
    test = by;
  }

  @Override
  public void steps(int epoch, int stepInEpoch, int steps, Totals totals, double imagesPerSecond) {
    next.steps(epoch, stepInEpoch, steps, totals, imagesPerSecond);
  }

  @Override
  public void epoch(EpochReport report) {
    next.epoch(report);
    if (reached.size() < wanted.size()) {
      double accuracy = test.get().accuracy();
      double now = seconds.getAsDouble();
      for (double goal : wanted) {
        if (accuracy >= goal && reached.stream().noneMatch(it -> it.accuracy() == goal)) {
          reached.add(new Reached(goal, accuracy, report.epoch(), now));
        }
      }
    }
  }

  /** Those that were reached, in order. */
  public List<Reached> reached() {
    return List.copyOf(reached);
  }
}
