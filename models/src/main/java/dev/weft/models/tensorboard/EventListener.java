package dev.weft.models.tensorboard;

import dev.weft.runtime.train.Totals;
import dev.weft.runtime.train.TrainListener;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Writes event files while a run trains, so that TensorBoard shows it live; passes all on. */
public final class EventListener implements TrainListener, AutoCloseable {
  private final TrainListener next;
  private final Path folder;
  private final long before;
  private final InstantSource clock;
  private @Nullable EventFile opened;

  /**
   * Begins no file before there is something to write.
   *
   * @param folder for event files
   * @param before steps done before: what older files have after them is void
   */
  public EventListener(TrainListener next, Path folder, long before, InstantSource clock) {
    this.next = next;
    this.folder = folder;
    this.before = before;
    this.clock = clock;
  }

  private EventFile events() {
    EventFile events = opened;
    if (events == null) {
      events = new EventFile(folder, clock.instant());
      opened = events;
      if (before > 0) {
        events.restart(before + 1, clock.instant());
      }
    }
    return events;
  }

  @Override
  public void steps(int epoch, int stepInEpoch, int steps, Totals totals, double imagesPerSecond) {
    next.steps(epoch, stepInEpoch, steps, totals, imagesPerSecond);
  }

  @Override
  public void epoch(EpochReport report) {
    EventFile events = events();
    Instant now = clock.instant();
    long step = report.step();
    events.scalar("loss", step, now, report.train().loss());
    events.scalar("accuracy", step, now, report.train().accuracy());
    if (report.validated()) {
      events.scalar("val_loss", step, now, report.validation().loss());
      events.scalar("val_accuracy", step, now, report.validation().accuracy());
    }
    events.scalar("images_per_second", step, now, report.imagesPerSecond());
    events.scalar("epoch_seconds", step, now, report.seconds());
    events.flush();
    next.epoch(report);
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.close();
    }
  }
}
