package dev.weft.bench.result;

import java.util.Arrays;

/**
 * Many measurements of one thing.
 *
 * @param median half of them are below
 * @param low a quarter is below
 * @param high a quarter is above
 * @param samples how many there were
 */
public record Spread(double median, double low, double high, long samples) {

  /** Of single values, at least one. */
  public static Spread of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(
        quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75), sorted.length);
  }

  /**
   * The value below which a share of others lies, between two of them by interpolation.
   *
   * @param sorted ascending, at least one
   * @param share 0..1
   */
  public static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** From quartile to quartile, as a share of the median. */
  public double relative() {
    return median == 0 ? 0 : (high - low) / median;
  }

  /** Whether the quartiles of both have nothing in common. */
  public boolean apartFrom(Spread other) {
    return high < other.low || other.high < low;
  }
}
