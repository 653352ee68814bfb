package dev.weft.bench.result;

import java.util.ArrayList;
import java.util.List;

/**
 * What a device was measured to do at most: the roofline model (Williams, Waterman and Patterson,
 * CACM 52(4), 2009), with a bandwidth for each amount of data, as caches are faster than memory
 * (Ilic, Pratas and Sousa, Cache-aware roofline model, IEEE CAL 13(1), 2014).
 *
 * @param device its id
 * @param name its own name
 * @param threads threads that were asked for, 0 for as many as it takes by itself
 * @param peakGflops multiply-adds on registers, two operations each; in 10^9 a second
 * @param copies what copying gives
 * @param launchNanos time of the smallest call that there is
 */
public record Roof(
    String device,
    String name,
    int threads,
    double peakGflops,
    List<Copied> copies,
    double launchNanos) {

  /** A call that takes less than so many times the smallest one is bound by neither roof. */
  private static final double LAUNCH_BOUND = 2;

  /**
   * A copy.
   *
   * @param bytes read and written, together
   * @param gbs 10^9 of them a second
   */
  public record Copied(long bytes, double gbs) {}

  public Roof {
    copies = List.copyOf(copies);
  }

  /** The better of two measurements of one device: a roof is a limit. */
  public Roof orBetter(Roof other) {
    List<Copied> best = new ArrayList<>();
    for (Copied copy : copies) {
      double most =
          other.copies.stream()
              .filter(o -> o.bytes() == copy.bytes())
              .mapToDouble(Copied::gbs)
              .reduce(copy.gbs(), Math::max);
      best.add(new Copied(copy.bytes(), most));
    }
    return new Roof(
        device,
        name,
        threads,
        Math.max(peakGflops, other.peakGflops),
        best,
        Math.min(launchNanos, other.launchNanos));
  }

  /** The most that can be read and written, in GB/s, by who touches {@code bytes} in all. */
  public double bandwidth(long bytes) {
    long largest = copies.stream().mapToLong(Copied::bytes).max().orElse(0);
    return copies.stream()
        .filter(copy -> copy.bytes() >= Math.min(bytes, largest))
        .mapToDouble(Copied::gbs)
        .max()
        .orElse(0);
  }

  /** The least time, in nanoseconds, for so many operations over so many bytes. */
  public double nanos(long operations, long bytes) {
    return Math.max(computeNanos(operations), memoryNanos(bytes));
  }

  /** The least time, in nanoseconds, for so many operations on registers. */
  public double computeNanos(long operations) {
    return operations == 0 ? 0 : operations / peakGflops;
  }

  private double memoryNanos(long bytes) {
    return bytes == 0 ? 0 : bytes / bandwidth(bytes);
  }

  /**
   * What keeps a call from being faster: {@code compute}, {@code memory}, or {@code launch} where
   * it takes hardly longer than a call that does nothing.
   *
   * @param nanos what it takes
   */
  public String bound(long operations, long bytes, double nanos) {
    if (nanos < LAUNCH_BOUND * launchNanos) {
      return "launch";
    }
    return computeNanos(operations) >= memoryNanos(bytes) ? "compute" : "memory";
  }
}
