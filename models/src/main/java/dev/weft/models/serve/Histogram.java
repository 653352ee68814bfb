package dev.weft.models.serve;

import java.util.Locale;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Counts values by size, as Prometheus has histograms. Safe for threads. */
final class Histogram {
  private final String name;
  private final String help;
  private final double[] bounds;
  private final LongAdder[] counts;
  private final DoubleAdder sum = new DoubleAdder();

  /** With upper bounds that ascend; larger values are counted too. */
  Histogram(String name, String help, double... bounds) {
    this.name = name;
    this.help = help;
    this.bounds = bounds.clone();
    this.counts = new LongAdder[bounds.length + 1];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  void add(double value) {
    int bucket = 0;
    while (bucket < bounds.length && value > bounds[bucket]) {
      bucket++;
    }
    counts[bucket].increment();
    sum.add(value);
  }

  void print(StringBuilder text) {
    text.append("# HELP %s %s%n# TYPE %s histogram%n".formatted(name, help, name));
    long total = 0;
    for (int i = 0; i < counts.length; i++) {
      total += counts[i].sum();
      String bound = i < bounds.length ? String.valueOf(bounds[i]) : "+Inf";
      text.append(String.format(Locale.ROOT, "%s_bucket{le=\"%s\"} %d%n", name, bound, total));
    }
    text.append(
        String.format(Locale.ROOT, "%s_sum %.6f%n%s_count %d%n", name, sum.sum(), name, total));
  }
}
