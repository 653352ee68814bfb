package dev.weft.models.cli;

import dev.weft.runtime.data.DownloadProgress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows how downloads go: a bar on a terminal, else a line a file. */
final class DownloadConsole implements DownloadProgress, AutoCloseable {
  private final PrintStream out;
  private final boolean terminal;
  private final LiveLine line;

  /**
   * Shows on {@code out}.
   *
   * @param terminal whether to draw a bar
   * @param nanoTime as {@link System#nanoTime}
   */
  DownloadConsole(PrintStream out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.line = new LiveLine(out, terminal, nanoTime);
  }

  @Override
  public void update(String file, long bytes, long total) {
    if (!terminal && bytes == 0) {
      out.println("downloading " + file + (total < 0 ? "" : " (" + megabytes(total) + " MB)"));
    }
    line.draw(() ->
        total < 0
            ? "downloading %s %s MB".formatted(file, megabytes(bytes))
            : "downloading %s %s %s/%s MB"
                .formatted(file, LiveLine.bar(bytes, total), megabytes(bytes), megabytes(total)));
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }

  @Override
  public void close() {
    line.clear();
  }
}
