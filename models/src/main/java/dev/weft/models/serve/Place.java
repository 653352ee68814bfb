package dev.weft.models.serve;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A request's place in the queue. It is given back when the request has been answered and all work
 * for it has ended: an answer that takes too long is sent while a thread still works at it, and
 * were the place free by then, work would pile up that no limit counts. Safe for threads.
 */
final class Place implements AutoCloseable {
  private final Semaphore places;
  private final Executor workers;
  private final AtomicInteger holders = new AtomicInteger(1);

  /** Takes over a permit of {@code places}. */
  Place(Semaphore places, Executor workers) {
    this.places = places;
    this.workers = workers;
  }

  /** Has work done, which holds the place until it has ended, or is cancelled before it begins. */
  <T> Future<T> submit(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    holders.incrementAndGet();
    workers.execute(() -> {
      try {
        task.run();
      } finally {
        close();
      }
    });
    return task;
  }

  /** The request has been answered. */
  @Override
  public void close() {
    if (holders.decrementAndGet() == 0) {
      places.release();
    }
  }
}
