package dev.weft.runtime.backend.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share the tasks of one wave after another. A step has some five waves of a
 * millisecond or so, too short to wake a sleeping thread for each: a thread that waits spins for a
 * while before it parks.
 */
final class Workers implements AutoCloseable {
  private static final int SPINS = 20_000;

  /** Independent tasks, numbered from 0. */
  interface Tasks {

    /** How many there are. */
    int count();

    /**
     * Does one of them.
     *
     * @param worker who does it, from 0: no two tasks have the same at one time
     */
    void run(int task, int worker);
  }

  /** One wave: its tasks, the next to be taken, and how many are done. */
  private static final class Round {
    final Tasks tasks;
    final int count;
    final AtomicInteger next = new AtomicInteger();
    final AtomicInteger done = new AtomicInteger();
    final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Round(Tasks tasks) {
      this.tasks = tasks;
      this.count = tasks.count();
    }

    void work(int worker) {
      for (int task = next.getAndIncrement(); task < count; task = next.getAndIncrement()) {
        try {
          tasks.run(task, worker);
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
      int worker = i;
      Thread.Builder thread = Thread.ofPlatform().daemon().name("weft-cpu-" + worker);
      this.threads.add(thread.start(() -> loop(worker)));
    }
  }

  /** Runs each task once, and returns when all are done. */
  @SuppressWarnings("ThreadPriorityCheck") // yields to a worker that has lost its core, no more
  void run(Tasks tasks) {
    Round round = new Round(tasks);
    if (round.count > 1) {
      current = round;
      threads.forEach(LockSupport::unpark);
    }
    round.work(0);
    for (int spins = 0; round.done.get() < round.count; spins++) {
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

  private void loop(int worker) {
    Round last = null;
    int spins = 0;
    while (!closed) {
      Round round = current;
      if (round != last && round != null) {
        round.work(worker);
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
