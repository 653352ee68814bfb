package dev.weft.models.compare;

import java.util.List;
import java.util.Locale;

/**
 * What several runs came to.
 *
 * @param mean of the values
 * @param min the lowest
 * @param max the highest
 * @param std sample standard deviation; 0 of a single value
 * @param n number of values, at least 1
 */
public record Spread(double mean, double min, double max, double std, int n) {

  /** That of at least one value. */
  public static Spread of(List<Double> values) {
    int n = values.size();
    double mean = values.stream().mapToDouble(x -> x).average().orElseThrow();
    double squares = values.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    return new Spread(
        mean,
        values.stream().mapToDouble(x -> x).min().orElseThrow(),
        values.stream().mapToDouble(x -> x).max().orElseThrow(),
        n == 1 ? 0 : Math.sqrt(squares / (n - 1)),
        n);
  }

  /** As {@code 0.9012 (0.8998..0.9027)}; without the range where there is one value. */
  String text(int digits) {
    String value = "%." + digits + "f";
    return n == 1
        ? String.format(Locale.ROOT, value, mean)
        : String.format(Locale.ROOT, value + " (" + value + ".." + value + ")", mean, min, max);
  }
}
