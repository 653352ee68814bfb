package dev.weft.runtime.train;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Writes down what training takes of the machine, about once a second and at the end of each epoch,
 * while it passes on what it is told.
 */
public final class HardwareLog implements TrainListener {
  private static final double NANOS = 1e9;
  private static final long INTERVAL_NANOS = 1_000_000_000;

  private final TrainListener next;
  private final RunFolder folder;
  private final LongSupplier nanoTime;
  private final InstantSource clock;
  private final Supplier<HardwareUse> use;

  private boolean running;
  private double seconds;
  private long lastNanos;
  private HardwareUse lastUse = new HardwareUse(0, 0, 0, 0);
  private int epoch;
  private long step;
  private long rows;
  private long images;

  /** Writes to {@link RunFolder#hardware} of {@code folder}. */
  public HardwareLog(TrainListener next, RunFolder folder) {
    this(next, folder, System::nanoTime, InstantSource.system(), HardwareUse::now);
  }

  HardwareLog(
      TrainListener next,
      RunFolder folder,
      LongSupplier nanoTime,
      InstantSource clock,
      Supplier<HardwareUse> use) {
    this.next = next;
    this.folder = folder;
    this.nanoTime = nanoTime;
    this.clock = clock;
    this.use = use;
  }

  @Override
  public void steps(
      int epochNow, int stepInEpoch, int steps, Totals totals, double imagesPerSecond) {
    step = (long) (epochNow - 1) * steps + stepInEpoch;
    if (!running) {
      start(epochNow, totals);
    } else {
      images += totals.rows() - (epochNow == epoch ? rows : 0);
      epoch = epochNow;
      rows = totals.rows();
      if (nanoTime.getAsLong() - lastNanos >= INTERVAL_NANOS) {
        sample();
      }
    }
    next.steps(epochNow, stepInEpoch, steps, totals, imagesPerSecond);
  }

  /** The time of the first step is not known: all counts begin after it. */
  private void start(int epochNow, Totals totals) {
    seconds = RunHistory.read(folder).seconds();
    lastNanos = nanoTime.getAsLong();
    lastUse = use.get();
    epoch = epochNow;
    rows = totals.rows();
    running = true;
  }

  private void sample() {
    long now = nanoTime.getAsLong();
    if (now == lastNanos) {
      return;
    }
    HardwareUse used = use.get();
    double interval = (now - lastNanos) / NANOS;
    seconds += interval;
    folder.appendHardware(
        new HardwareLine.Sample(
            "sample",
            clock.instant().toString(),
            seconds,
            step,
            images / interval,
            (used.cpuNanos() - lastUse.cpuNanos()) / NANOS / interval,
            used.machineCpu(),
            used.memoryBytes(),
            used.heapBytes()));
    lastNanos = now;
    lastUse = used;
    images = 0;
  }

  @Override
  public void epoch(EpochReport report) {
    if (running) {
      sample();
    }
    folder.appendHardware(
        new HardwareLine.Epoch(
            "epoch",
            clock.instant().toString(),
            report.step(),
            report.epoch(),
            report.seconds(),
            report.imagesPerSecond()));
    next.epoch(report);
  }
}
