package dev.weft.bench.run;

import dev.weft.bench.result.Roof;
import dev.weft.bench.subject.Check;
import dev.weft.bench.subject.Subject;
import dev.weft.bench.subject.Subject.Kind;
import dev.weft.bench.subject.Workload;
import dev.weft.kernels.Cost;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what a device can do at most, by probes that run through its backend like everything
 * else. As a roof is a limit, the faster quartile counts and not the median.
 *
 * @param effort how thoroughly
 */
record Roofs(Effort effort) {
  private static final int FEWEST_ROUNDS = 64;
  private static final int MOST_ROUNDS = 1 << 14;

  /** So long that neither the start of a kernel nor its few loads and stores count. */
  private static final double LONG_ENOUGH_NANOS = 30e6;

  private static final long MOST_MILLIS = 1000;
  private static final int SAMPLES = 10;

  /** Elements; with both arrays 64 KiB, 512 KiB, 1 MiB, 4 MiB, 16 MiB, 32 MiB and 128 MiB. */
  private static final List<Integer> COPIES =
      List.of(1 << 13, 1 << 16, 1 << 17, 1 << 19, 1 << 21, 1 << 22, 1 << 24);

  private static final int MOST_OF_SLOW = 1 << 21;

  /**
   * Measures one device.
   *
   * @param device whose id and threads are taken
   * @param name of the device
   * @param slow whether it would take minutes with large probes
   */
  Roof measure(Task device, String name, boolean slow) {
    List<Roof.Copied> copies = new ArrayList<>();
    for (int size : COPIES) {
      if (!slow || size <= MOST_OF_SLOW) {
        Subject probe = Subject.probe(Kind.COPY, size);
        long bytes = cost(probe).bytes();
        copies.add(new Roof.Copied(bytes, bytes / low(probe, device)));
      }
    }
    double launch = time(Subject.probe(Kind.LAUNCH, 0), device).median();
    return new Roof(device.device(), name, device.threads(), peak(device, slow), copies, launch);
  }

  /** More and more of the same, until it takes long. */
  private double peak(Task device, boolean slow) {
    double peak = 0;
    for (int rounds = FEWEST_ROUNDS; rounds <= MOST_ROUNDS; rounds *= 8) {
      Subject probe = Subject.probe(Kind.FMA, rounds);
      double nanos = low(probe, device);
      peak = Math.max(peak, cost(probe).operations() / nanos);
      if (slow || nanos >= LONG_ENOUGH_NANOS) {
        break;
      }
    }
    return peak;
  }

  private double low(Subject probe, Task device) {
    return time(probe, device).spread().low();
  }

  private Samples time(Subject probe, Task device) {
    int checkBatch = Check.batch(probe, 1, effort.checkBudget());
    long most = Math.min(MOST_MILLIS, effort.mostMillis());
    return new JmhTimer(effort.withSamples(SAMPLES))
        .time(device.withProbe(probe), checkBatch, most);
  }

  private static Cost cost(Subject probe) {
    Workload workload = Workload.of(probe, 1);
    return workload.program().cost(workload.whole());
  }
}
