package dev.weft.runtime.train;

/**
 * How many steps to make before looking at what they add up to. To look is to wait for the device,
 * which a GPU had better not do after every step; to queue steps for long would leave the user
 * without news, and without the means to stop them.
 */
final class Pace {
  private static final long INTERVAL_NANOS = 100_000_000;
  private static final long MOST = 1 << 20;

  private long lookedNanos;
  private int unseen;
  private int wanted = 1;

  /**
   * Begins with a look after the first step.
   *
   * @param nanos the time, as of {@link System#nanoTime}
   */
  Pace(long nanos) {
    lookedNanos = nanos;
  }

  /** Counts a step. */
  void step() {
    unseen++;
  }

  /** Steps since the last look. */
  int unseen() {
    return unseen;
  }

  /** Whether it is time to look. */
  boolean isDue() {
    return unseen >= wanted;
  }

  /**
   * Takes what the steps since the last look took, waiting included, for that of those to come.
   *
   * @param nanos the time after looking
   */
  void looked(long nanos) {
    long each = Math.max(1, (nanos - lookedNanos) / Math.max(1, unseen));
    // No leap: what the first steps take says little about the others.
    wanted = (int) Math.clamp(INTERVAL_NANOS / each, 1, Math.min(2L * wanted, MOST));
    lookedNanos = nanos;
    unseen = 0;
  }
}
