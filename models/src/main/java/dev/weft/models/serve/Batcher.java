package dev.weft.models.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks a model about the images of several requests at once: the first image opens a batch, which
 * is worked at when it is full or has been open for some time. One thread asks the model.
 */
final class Batcher implements AutoCloseable {
  /** Answers for images, {@code [n,h,w]} to {@code [n,classes]}. */
  @FunctionalInterface
  interface Model {
    float[] predict(List<byte[]> images);
  }

  private record Job(byte[] image, CompletableFuture<float[]> answer) {}

  private final Model model;
  private final int batch;
  private final long waitNanos;
  private final Metrics metrics;
  private final LinkedBlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  Batcher(Model model, int batch, Duration wait, Metrics metrics) {
    this.model = model;
    this.batch = batch;
    this.waitNanos = wait.toNanos();
    this.metrics = metrics;
    this.thread = Thread.ofPlatform().daemon().name("weft-inference").start(this::loop);
  }

  /** The probabilities of the classes for an image, in time. */
  CompletableFuture<float[]> submit(byte[] image) {
    CompletableFuture<float[]> answer = new CompletableFuture<>();
    jobs.add(new Job(image, answer));
    if (closed) {
      answer.completeExceptionally(new IllegalStateException("closed"));
    }
    return answer;
  }

  private void loop() {
    while (!closed) {
      try {
        List<Job> open = collect(jobs.take());
        // Whoever waited has given up, by its time-out.
        open.removeIf(job -> job.answer.isDone());
        if (!open.isEmpty()) {
          answer(open);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private List<Job> collect(Job first) throws InterruptedException {
    List<Job> open = new ArrayList<>(List.of(first));
    long end = System.nanoTime() + waitNanos;
    while (open.size() < batch) {
      @Nullable Job next = jobs.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        break;
      }
      open.add(next);
    }
    return open;
  }

  private void answer(List<Job> open) {
    long start = System.nanoTime();
    try {
      float[] all = model.predict(open.stream().map(Job::image).toList());
      int classes = all.length / open.size();
      metrics.batch(open.size(), (System.nanoTime() - start) / 1e9);
      for (int i = 0; i < open.size(); i++) {
        open.get(i).answer.complete(Arrays.copyOfRange(all, i * classes, (i + 1) * classes));
      }
    } catch (RuntimeException | Error e) {
      // The server goes on: these requests are answered 500.
      open.forEach(job -> job.answer.completeExceptionally(e));
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    jobs.forEach(job -> job.answer.completeExceptionally(new IllegalStateException("closed")));
  }
}
