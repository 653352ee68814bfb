package dev.weft.bench.run;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.util.Statistics;

/**
 * Iterations of one thing so far, of which the first are warm-up: code that has not been compiled
 * to the end is several times as slow, for longer the less often it runs.
 */
final class Iterations {
  /** Warm is what is no slower than so many times the fastest iteration. */
  private static final double WARM = 1.05;

  /** Iterations that count, at least. */
  private static final int FEWEST = 3;

  private final Effort effort;
  private final List<Statistics> all = new ArrayList<>();

  Iterations(Effort effort) {
    this.effort = effort;
  }

  void add(Statistics iteration) {
    all.add(iteration);
  }

  /** Forgets all, which were warm-up. */
  void clear() {
    all.clear();
  }

  /**
   * Those that count: from the first that is as fast as the fastest, but at least half of them.
   * Never the very first, unless it is the only one.
   */
  Samples counted() {
    double fastest = all.stream().mapToDouble(Iterations::median).min().orElse(0);
    int from = Math.min(1, all.size() - 1);
    while (from < all.size() / 2 && median(all.get(from)) > WARM * fastest) {
      from++;
    }
    return Samples.of(all.subList(from, all.size()));
  }

  private static double median(Statistics iteration) {
    return iteration.getPercentile(50);
  }

  /** Whether there is no need for more: many values, a median that is known and no longer moves. */
  boolean enough() {
    if (!effort.measures()) {
      return !all.isEmpty();
    }
    if (all.size() <= FEWEST) {
      return false;
    }
    Samples counted = counted();
    return counted.count() >= effort.samplesInRound()
        && counted.uncertainty() <= effort.precision()
        && settled();
  }

  /** Whether the last iterations agree with each other. */
  private boolean settled() {
    List<Statistics> last = all.subList(all.size() - FEWEST, all.size());
    double least = last.stream().mapToDouble(Iterations::median).min().orElse(0);
    double most = last.stream().mapToDouble(Iterations::median).max().orElse(0);
    return most <= WARM * least;
  }
}
