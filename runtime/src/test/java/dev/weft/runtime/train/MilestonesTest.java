package dev.weft.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.runtime.train.Milestones.Reached;
import dev.weft.runtime.train.TrainListener.EpochReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilestonesTest {
  private final List<String> passedOn = new ArrayList<>();
  private double now;
  private long hits;
  private int tests;

  private Milestones milestones(Double... wanted) {
    Milestones made =
        new Milestones(
            new TrainListener() {
              @Override
              public void steps(
                  int epoch, int stepInEpoch, int steps, Totals totals, double imagesPerSecond) {
                passedOn.add("steps " + stepInEpoch);
              }

              @Override
              public void epoch(EpochReport report) {
                passedOn.add("epoch " + report.epoch());
              }
            },
            List.of(wanted),
            () -> now);
    made.test(() -> {
      tests++;
      return new Totals(1, hits, 1000, 0);
    });
    return made;
  }

  private void epoch(Milestones milestones, int epoch, long hitsThen, double seconds) {
    hits = hitsThen;
    now = seconds;
    Totals totals = new Totals(1, 1, 1, 1);
    milestones.epoch(new EpochReport(epoch, epoch, totals, totals, 1, 1, 1, true, true));
  }

  @Test
  void notesTheFirstEpochOfEach() {
    Milestones milestones = milestones(0.91, 0.9);
    epoch(milestones, 1, 899, 3);
    epoch(milestones, 2, 900, 5.5);
    epoch(milestones, 3, 890, 7);
    epoch(milestones, 4, 950, 9);
    assertEquals(
        List.of(new Reached(0.9, 0.9, 2, 5.5), new Reached(0.91, 0.95, 4, 9)),
        milestones.reached());
    assertEquals(List.of("epoch 1", "epoch 2", "epoch 3", "epoch 4"), passedOn);
    epoch(milestones, 5, 990, 11);
    assertEquals(4, tests, "all were reached: nothing is left to test for");
  }

  @Test
  void testsNothingWhereNothingIsWanted() {
    Milestones milestones = milestones();
    milestones.steps(1, 3, 9, new Totals(1, 1, 1, 1), 1);
    epoch(milestones, 1, 1000, 1);
    assertEquals(0, tests);
    assertEquals(List.of(), milestones.reached());
    assertEquals(List.of("steps 3", "epoch 1"), passedOn);
  }
}
