package dev.weft.bench.run;

import java.time.Duration;

/**
 * How much time is spent on a subject.
 *
 * @param name for people
 * @param forks JVMs started for each subject; 0 to time all of them in this one
 * @param warmups iterations that do not count
 * @param iterations iterations that count
 * @param iteration how long each of either is
 * @param checkBudget operations that the reference may take to check a step
 */
public record Effort(
    String name, int forks, int warmups, int iterations, Duration iteration, long checkBudget) {
  private static final Duration QUICK_IN_ALL = Duration.ofSeconds(55);

  /** What results to be published need. */
  public static Effort precise(int forks) {
    return new Effort("precise", forks, 3, 3, Duration.ofMillis(500), 400_000_000);
  }

  /** As precise as {@code subjects} can be within two minutes in all. */
  public static Effort quick(int subjects) {
    long each = QUICK_IN_ALL.toMillis() / (3L * Math.max(1, subjects));
    return new Effort("quick", 0, 1, 2, Duration.ofMillis(Math.clamp(each, 40, 1000)), 160_000_000);
  }

  /** Whether everything works; the times mean nothing. */
  public static Effort smoke() {
    return new Effort("smoke", 0, 0, 1, Duration.ofMillis(1), 20_000_000);
  }

  /** About how long a subject takes. */
  public Duration each() {
    Duration timing = iteration.multipliedBy(warmups + iterations);
    return forks == 0 ? timing : timing.plusSeconds(2).multipliedBy(forks);
  }
}
