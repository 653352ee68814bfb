package dev.weft.models.tensorboard;

import dev.weft.runtime.train.HardwareLine;
import dev.weft.runtime.train.MetricsLine;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Lines of a run's logs as points of TensorBoard's curves. */
public final class HistoryEvents {
  private final EventFile events;
  private final Instant now;
  private final Map<Long, Instant> ends = new HashMap<>();

  /**
   * Writes to {@code events}.
   *
   * @param now the time of points whose own is not known
   */
  public HistoryEvents(EventFile events, Instant now) {
    this.events = events;
    this.now = now;
  }

  /** The time of an epoch: before its results, which have no time of their own. */
  public void time(HardwareLine.Epoch epoch) {
    Instant end = Instant.parse(epoch.time());
    ends.put(epoch.step(), end);
    events.scalar("images_per_second", epoch.step(), end, epoch.imagesPerSecond());
    events.scalar("epoch_seconds", epoch.step(), end, epoch.epochSeconds());
  }

  /** The results of an epoch. */
  public void epoch(MetricsLine.Epoch epoch) {
    Instant when = ends.getOrDefault(epoch.step(), now);
    events.scalar("loss", epoch.step(), when, epoch.trainLoss());
    events.scalar("accuracy", epoch.step(), when, epoch.trainAccuracy());
    epoch.valLoss().ifPresent(loss -> events.scalar("val_loss", epoch.step(), when, loss));
    epoch
        .valAccuracy()
        .ifPresent(accuracy -> events.scalar("val_accuracy", epoch.step(), when, accuracy));
  }

  /** The result of a step. */
  public void step(MetricsLine.Step step) {
    events.scalar("step_loss", step.step(), now, step.loss());
  }

  /** A sample of the use of the machine. */
  public void sample(HardwareLine.Sample sample) {
    Instant when = Instant.parse(sample.time());
    events.scalar("hardware/cpu_cores", sample.step(), when, sample.cpuCores());
    events.scalar("hardware/memory_mb", sample.step(), when, sample.memoryBytes() / 1e6);
    events.scalar("hardware/images_per_second", sample.step(), when, sample.imagesPerSecond());
  }
}
