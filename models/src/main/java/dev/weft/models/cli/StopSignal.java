package dev.weft.models.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into an orderly end: while this is open, the JVM asks for a stop and
 * waits until this is closed before it goes down, with the exit code that belongs to the signal
 * (130 or 143).
 */
final class StopSignal implements AutoCloseable {
  /** What a command ends with that was stopped and comes to its end before the JVM does. */
  static final int EXIT_CODE = 130;

  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  /** Runs {@code stop} when a signal comes, on another thread. */
  StopSignal(Runnable stop) {
    hook = Thread.ofPlatform().unstarted(() -> stopAndWait(stop));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stopAndWait(Runnable stop) {
    stop.run();
    try {
      if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println(
            "weft: ended without waiting for more; what was saved before stands, go on from it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    release();
  }

  /** From here on a signal ends the JVM at once; a second call does nothing. */
  void release() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is going down: the hook runs.
    }
  }
}
