package dev.weft.bench.run;

import dev.weft.bench.result.Roof;
import dev.weft.bench.result.Spread;
import dev.weft.bench.subject.Check;
import dev.weft.bench.subject.Opener;
import dev.weft.bench.subject.Subject;
import dev.weft.bench.subject.Subject.Kind;
import dev.weft.bench.subject.Workload;
import dev.weft.kernels.Cost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what a device can do at most, by probes that run through its backend like everything
 * else. As a roof is a limit, the faster quartile counts and not the median.
 */
final class Roofs {
  private static final int FEWEST_ROUNDS = 64;
  private static final int MOST_ROUNDS = 1 << 14;
  private static final double LONG_ENOUGH_NANOS = 2e6;

  /** Elements; with both arrays 64 KiB, 1 MiB, 16 MiB, 32 MiB and 128 MiB. */
  private static final List<Integer> COPIES = List.of(1 << 13, 1 << 17, 1 << 21, 1 << 22, 1 << 24);

  private static final int MOST_OF_SLOW = 1 << 21;

  private final JmhTimer timer;
  private final Effort effort;

  Roofs(Effort effort) {
    Duration most = Duration.ofMillis(200);
    Duration time = effort.iteration().compareTo(most) < 0 ? effort.iteration() : most;
    this.effort =
        new Effort(
            effort.name(),
            Math.min(1, effort.forks()),
            effort.warmups(),
            effort.iterations(),
            time,
            effort.checkBudget());
    timer = new JmhTimer(this.effort);
  }

  /** Measures one device. */
  Roof measure(Opener opener, boolean slow) {
    String device = opener.id();
    List<Roof.Copied> copies = new ArrayList<>();
    for (int size : COPIES) {
      if (!slow || size <= MOST_OF_SLOW) {
        Cost cost = cost(Subject.probe(Kind.COPY, size));
        Spread time = time(Subject.probe(Kind.COPY, size), opener);
        copies.add(new Roof.Copied(cost.bytes(), cost.bytes() / time.low()));
      }
    }
    return new Roof(
        device,
        opener.choice().device().name(),
        opener.threads(),
        peak(opener, slow),
        copies,
        time(Subject.probe(Kind.LAUNCH, 0), opener).median());
  }

  /** More and more of the same, until the start of a kernel no longer counts. */
  private double peak(Opener opener, boolean slow) {
    double peak = 0;
    for (int rounds = FEWEST_ROUNDS; rounds <= MOST_ROUNDS; rounds *= 8) {
      Subject probe = Subject.probe(Kind.FMA, rounds);
      Spread time = time(probe, opener);
      peak = Math.max(peak, cost(probe).operations() / time.low());
      if (slow || time.low() >= LONG_ENOUGH_NANOS) {
        break;
      }
    }
    return peak;
  }

  private Spread time(Subject probe, Opener opener) {
    int checkBatch = Check.batch(probe, 1, effort.checkBudget());
    return timer.time(probe, opener.id(), opener.threads(), 1, checkBatch);
  }

  private static Cost cost(Subject probe) {
    Workload workload = Workload.of(probe, 1);
    return workload.program().cost(workload.whole());
  }
}
