package dev.weft.bench.cli;

import dev.weft.bench.run.Measurer;
import dev.weft.models.cli.Context;
import dev.weft.models.cli.LiveLine;
import java.time.Duration;

/** On a terminal, what is being measured and about how long it will take. */
final class ProgressLine implements Measurer.Progress, AutoCloseable {
  private static final int FEW = 3;

  private final LiveLine line;
  private final long start = System.nanoTime();

  ProgressLine(Context context) {
    line = new LiveLine(context.err(), context.terminal(), System::nanoTime);
  }

  @Override
  public void next(int index, int all, String what) {
    Duration spent = Duration.ofNanos(System.nanoTime() - start);
    String left =
        index < FEW ? "" : ", " + words(spent.multipliedBy(all - index).dividedBy(index)) + " left";
    line.draw(() -> "%d of %d%s: %s".formatted(index + 1, all, left, what));
  }

  /** A time such as {@code 40 s} or {@code 3 minutes}. */
  static String words(Duration time) {
    long minutes = (time.toSeconds() + 30) / 60;
    return minutes < 2 ? time.toSeconds() + " s" : minutes + " minutes";
  }

  /** Since the start, in words. */
  String spent() {
    return words(Duration.ofNanos(System.nanoTime() - start));
  }

  /** Takes it away, so that something else can be written. */
  void clear() {
    line.clear();
  }

  @Override
  public void close() {
    clear();
  }
}
