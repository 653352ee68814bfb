package dev.weft.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaceTest {
  private long now = 7;
  private final Pace pace = new Pace(now);

  /** Makes steps until a look is due; tells how many. */
  private int stepsUntilDue(long nanosEach) {
    do {
      pace.step();
      now += nanosEach;
    } while (!pace.isDue());
    int made = pace.unseen();
    pace.looked(now);
    return made;
  }

  @Test
  void looksAfterEverySlowStep() {
    for (int i = 0; i < 5; i++) {
      assertEquals(1, stepsUntilDue(150_000_000));
    }
  }

  @Test
  void looksAtFastStepsTenTimesASecond() {
    long[] looks = {1, 2, 4, 8, 16, 32, 64, 100, 100};
    for (long expected : looks) {
      assertEquals(expected, stepsUntilDue(1_000_000));
    }
  }

  @Test
  void followsStepsThatSlowDown() {
    for (int i = 0; i < 10; i++) {
      stepsUntilDue(1_000_000);
    }
    assertEquals(100, stepsUntilDue(20_000_000));
    assertEquals(5, stepsUntilDue(20_000_000));
  }

  /** A clock that stands still must not make it wait for ever. */
  @Test
  void hasAnUpperBound() {
    for (int i = 0; i < 24; i++) {
      assertTrue(stepsUntilDue(0) <= 1 << 20);
      assertEquals(0, pace.unseen());
    }
  }
}
