package dev.weft.runtime.backend.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share the tasks of one wave after another. A step has some five waves of a
 * millisecond or so, too short to wake a sleeping thread for each: a thread that waits spins for a
 * while before it parks.
 */
final class Workers implements AutoCloseable {
  private static final int SPINS = 20_000;

  /** One wave: its tasks, the next to be taken, and how many are done. */
  private static final class Round {
    final int tasks;
    final IntConsumer body;
    final AtomicInteger next = new AtomicInteger();
    final AtomicInteger done = new AtomicInteger();
    final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Round(int tasks, IntConsumer body) {
      this.tasks = tasks;
      this.body = body;
    }

    void work() {
      for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
        try {
          body.accept(task);
        } catch (Throwable e) {
          failure.compareAndSet(null, e);
        }
        done.incrementAndGet();
      }
    }
  }

  private final List<Thread> threads = new ArrayList<>();
  private volatile @Nullable Round current;
  private volatile boolean closed;

  /**
   * Starts {@code threads - 1} threads; the caller of {@link #run} is the last.
   *
   * @param threads at least 1
   */
  Workers(int threads) {
    for (int i = 1; i < threads; i++) {
      this.threads.add(Thread.ofPlatform().daemon().name("weft-cpu-" + i).start(this::loop));
    }
  }

  /**
   * Runs {@code body} for tasks 0 to {@code tasks - 1}, each once, and returns when all are done.
   */
  void run(int tasks, IntConsumer body) {
    Round round = new Round(tasks, body);
    if (tasks > 1) {
      current = round;
      threads.forEach(LockSupport::unpark);
    }
    round.work();
    for (int spins = 0; round.done.get() < tasks; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
    Throwable failure = round.failure.get();
    if (failure != null) {
      throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
    }
  }

  private void loop() {
    Round last = null;
    int spins = 0;
    while (!closed) {
      Round round = current;
      if (round != last && round != null) {
        round.work();
        last = round;
        spins = 0;
      } else if (spins++ < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    threads.forEach(LockSupport::unpark);
  }
}
