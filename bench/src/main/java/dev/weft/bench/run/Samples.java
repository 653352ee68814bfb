package dev.weft.bench.run;

import dev.weft.bench.result.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.util.Statistics;

/** Times of one thing, in nanoseconds. */
final class Samples {
  /** Quantiles that stand for all values of a JVM: every half per cent. */
  private static final int QUANTILES = 201;

  /** As many times as the standard deviation holds 95 % of a normal distribution. */
  private static final double NORMAL_95 = 1.96;

  /** Ascending; all there were, or some of them, evenly picked. */
  private final double[] sorted;

  private final long count;

  private Samples(double[] sorted, long count) {
    this.sorted = sorted;
    this.count = count;
  }

  /**
   * Values that stand for others.
   *
   * @param sorted ascending
   * @param count how many they stand for
   */
  static Samples of(List<Double> sorted, long count) {
    return new Samples(sorted.stream().mapToDouble(d -> d).toArray(), count);
  }

  /** How many there were. */
  long count() {
    return count;
  }

  /** All values of several iterations together. */
  static Samples of(List<Statistics> iterations) {
    List<Map.Entry<Double, Long>> all = new ArrayList<>();
    long count = 0;
    for (Statistics iteration : iterations) {
      for (Iterator<Map.Entry<Double, Long>> i = iteration.getRawData(); i.hasNext(); ) {
        Map.Entry<Double, Long> value = i.next();
        all.add(value);
        count += value.getValue();
      }
    }
    double[] sorted = new double[Math.toIntExact(count)];
    int at = 0;
    for (Map.Entry<Double, Long> value : all) {
      int to = at + Math.toIntExact(value.getValue());
      Arrays.fill(sorted, at, to, value.getKey());
      at = to;
    }
    Arrays.sort(sorted);
    return new Samples(sorted, count);
  }

  /** The values of several JVMs, of which each counts the same. */
  static Samples together(List<Samples> rounds) {
    double[] all =
        rounds.stream()
            .flatMapToDouble(round -> Arrays.stream(round.quantiles()))
            .sorted()
            .toArray();
    return new Samples(all, rounds.stream().mapToLong(Samples::count).sum());
  }

  /** {@value #QUANTILES} values from the least to the greatest that stand for all of these. */
  List<Double> thinned() {
    return Arrays.stream(quantiles()).boxed().toList();
  }

  private double[] quantiles() {
    double[] values = new double[QUANTILES];
    for (int i = 0; i < values.length; i++) {
      values[i] = Spread.quantile(sorted, (double) i / (QUANTILES - 1));
    }
    return values;
  }

  double median() {
    return Spread.quantile(sorted, 0.5);
  }

  /**
   * Half of the width of the median's 95 % confidence interval, as a share of the median: the ranks
   * n/2 -+ 1.96 sqrt(n)/2 (Conover, Practical Nonparametric Statistics, 1999, ch. 3.2).
   */
  double uncertainty() {
    double width = NORMAL_95 / (2 * Math.sqrt((double) count));
    double low = Spread.quantile(sorted, Math.max(0, 0.5 - width));
    double high = Spread.quantile(sorted, Math.min(1, 0.5 + width));
    return (high - low) / (2 * median());
  }

  Spread spread() {
    return new Spread(
        median(), Spread.quantile(sorted, 0.25), Spread.quantile(sorted, 0.75), count);
  }
}
