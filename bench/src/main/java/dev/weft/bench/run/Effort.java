package dev.weft.bench.run;

import java.time.Duration;

/**
 * How much time is spent. A thing is timed in iterations until its median is known well enough: see
 * {@link Iterations}.
 *
 * @param name for people
 * @param rounds JVMs in which everything is timed, one after the other; 0 for this one
 * @param iterationMillis how long an iteration of a step is; half of that for a call
 * @param samples least number of values, over all rounds
 * @param precision the uncertainty of the median that is good enough, as a share
 * @param mostMillis most time for a thing in a round
 * @param allMillis time for all things, which those that need little leave to the others; 0 for as
 *     long as it takes
 * @param checkBudget operations that the reference may take to check a step
 */
public record Effort(
    String name,
    int rounds,
    long iterationMillis,
    int samples,
    double precision,
    long mostMillis,
    long allMillis,
    long checkBudget) {
  private static final Duration QUICK_IN_ALL = Duration.ofSeconds(60);

  /** The median of a step is that of at least so many. */
  private static final int SAMPLES = 200;

  /** What results to be published need. */
  public static Effort precise(int rounds) {
    return new Effort("precise", rounds, 100, SAMPLES, 0.01, 15_000, 0, 400_000_000);
  }

  /** As precise as it can be within two minutes in all. */
  public static Effort quick() {
    return new Effort("quick", 0, 80, 50, 0.02, 6000, QUICK_IN_ALL.toMillis(), 160_000_000);
  }

  /** Whether everything works; the times mean nothing. */
  public static Effort smoke() {
    return new Effort("smoke", 0, 1, 1, Double.POSITIVE_INFINITY, 0, 0, 20_000_000);
  }

  /** The same with so many samples in a round. */
  Effort withSamples(int least) {
    return new Effort(
        name,
        rounds,
        iterationMillis,
        measures() ? least * Math.max(1, rounds) : samples,
        precision,
        mostMillis,
        allMillis,
        checkBudget);
  }

  /** Whether times are looked at. */
  boolean measures() {
    return mostMillis > 0;
  }

  /** How many times a training is started. */
  public int starts() {
    return Math.max(1, rounds);
  }

  /** How long a training is watched from its start. */
  public long startMillis() {
    return measures() ? (rounds > 0 ? 12_000 : 4000) : 0;
  }

  /** Least number of values in a round. */
  int samplesInRound() {
    return Math.ceilDiv(samples, Math.max(1, rounds));
  }

  /**
   * Most time for the next thing.
   *
   * @param spent since the start
   * @param left things to be timed, this one included
   */
  long millis(Duration spent, int left) {
    if (allMillis == 0 || !measures()) {
      return mostMillis;
    }
    long share = Math.max(0, allMillis - spent.toMillis()) / Math.max(1, left);
    // Most need less than their share.
    return Math.clamp(3 * share, 4 * iterationMillis, mostMillis);
  }

  /** About how long it takes to time so many whole programs and so many calls. */
  public Duration estimate(int programs, int calls) {
    if (rounds == 0) {
      int all = programs + calls;
      return Duration.ofMillis(
          measures() ? 20_000 + Math.min(650L * all, 2 * allMillis) : 100L * all);
    }
    // As it came out on a machine with two cores: calls are known well enough sooner.
    return Duration.ofMillis(rounds * (15_000 + 3500L * programs + 1800L * calls));
  }
}
