package dev.weft.runtime.backend.opencl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Native objects that live together. Each is released once, the last first: a second release would
 * end the JVM.
 */
final class Handles implements AutoCloseable {
  private final Deque<Runnable> releases = new ArrayDeque<>();
  private boolean closed;

  /** Takes charge of {@code handle}, and returns it. */
  <T> T own(T handle, Consumer<T> release) {
    releases.push(() -> release.accept(handle));
    return handle;
  }

  /**
   * To be called before any use of a handle.
   *
   * @throws IllegalStateException if they are released
   */
  void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the native objects are released");
    }
  }

  /** Releases all, also where one of them fails. */
  @Override
  public void close() {
    closed = true;
    RuntimeException first = null;
    for (Runnable release = releases.poll(); release != null; release = releases.poll()) {
      try {
        release.run();
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
