package dev.weft.models.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A line of a terminal that is drawn over again and again, at most ten times a second. */
public final class LiveLine {
  private static final long INTERVAL_NANOS = 100_000_000;

  /** A line that wraps could not be drawn over. */
  private static final int WIDTH = 79;

  private static final int BAR = 10;
  private static final String ERASE_TO_END = "\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private boolean drawn;
  private long last;

  /**
   * Draws nothing yet.
   *
   * @param terminal whether to draw at all
   * @param nanoTime as {@link System#nanoTime}
   */
  public LiveLine(PrintStream out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  /** Draws what {@code text} gives, unless it was drawn only just now. */
  public void draw(Supplier<String> text) {
    if (!terminal) {
      return;
    }
    long now = nanoTime.getAsLong();
    if (drawn && now - last < INTERVAL_NANOS) {
      return;
    }
    String line = text.get();
    out.print("\r" + line.substring(0, Math.min(WIDTH, line.length())) + ERASE_TO_END);
    out.flush();
    drawn = true;
    last = now;
  }

  /** Takes the line away. */
  public void clear() {
    if (drawn) {
      out.print("\r" + ERASE_TO_END);
      out.flush();
      drawn = false;
    }
  }

  /** A bar such as {@code [====> ]}. */
  static String bar(long done, long all) {
    int filled = (int) (BAR * Math.min(done, all) / Math.max(1, all));
    String head = filled < BAR ? ">" : "";
    return "[" + "=".repeat(filled) + head + " ".repeat(BAR - filled - head.length()) + "]";
  }
}
