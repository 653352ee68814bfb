package dev.weft.models.predict;

import dev.weft.models.MoreMemory;
import dev.weft.runtime.train.Predictor;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks a model about files, however many: while it works at a batch the next ones are read and
 * decoded, and no more than three batches are in memory at any time.
 */
public final class FileStream {
  private static final int BATCHES_AHEAD = 2;
  private static final String INTERRUPTED = "was not looked at: the program was asked to end";

  private final Predictor predictor;
  private final GarmentReader reader;
  private final double threshold;

  /** Is told of each file, in the order of the files, by the thread that runs the stream. */
  public interface Listener {
    /** What the model says of a file. */
    void answered(Path file, Prepared seen, Answer answer);

    /** A file that cannot be used, and why. */
    void failed(Path file, String reason);
  }

  /**
   * Asks {@code predictor}, which stays the caller's.
   *
   * @param threshold least probability at which a class is named, 0..1
   */
  public FileStream(Predictor predictor, double threshold) {
    this.predictor = predictor;
    this.reader = new GarmentReader(predictor.height(), predictor.width());
    this.threshold = threshold;
  }

  private record Pending(Path file, Future<Prepared> prepared) {}

  private record Ready(Path file, Prepared prepared) {}

  /**
   * Works through all files. Where its thread is interrupted, the rest has failed, and the thread
   * stays interrupted.
   *
   * @param folder that relative names are seen from
   */
  public void run(Path folder, List<Path> files, Listener listener) {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService decoders =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("weft-decode-", 0).factory());
    try {
      Iterator<Path> rest = files.iterator();
      ArrayDeque<Pending> ahead = new ArrayDeque<>();
      List<Ready> batch = new ArrayList<>();
      while (rest.hasNext() || !ahead.isEmpty()) {
        while (rest.hasNext() && ahead.size() < BATCHES_AHEAD * predictor.batch()) {
          Path file = rest.next();
          ahead.add(new Pending(file, decoders.submit(() -> reader.read(folder.resolve(file)))));
        }
        Pending next = ahead.remove();
        try {
          batch.add(new Ready(next.file, next.prepared.get()));
        } catch (ExecutionException e) {
          // Those before it come first.
          answer(batch, listener);
          listener.failed(next.file, reason(e));
        } catch (InterruptedException e) {
          answer(batch, listener);
          listener.failed(next.file, INTERRUPTED);
          ahead.forEach(pending -> listener.failed(pending.file, INTERRUPTED));
          rest.forEachRemaining(file -> listener.failed(file, INTERRUPTED));
          Thread.currentThread().interrupt();
          return;
        }
        if (batch.size() == predictor.batch()) {
          answer(batch, listener);
        }
      }
      answer(batch, listener);
    } finally {
      decoders.shutdownNow();
    }
  }

  private static String reason(ExecutionException e) {
    return switch (e.getCause()) {
      case BadImageException bad -> bad.getMessage();
      case OutOfMemoryError error -> "needs more memory than Java has; " + MoreMemory.advice();
      case Error error -> throw error;
      case RuntimeException failure -> throw failure;
      case null, default -> throw new IllegalStateException(e);
    };
  }

  private void answer(List<Ready> batch, Listener listener) {
    if (batch.isEmpty()) {
      return;
    }
    float[] probabilities =
        predictor.predict(batch.stream().map(ready -> ready.prepared.pixels()).toList());
    for (int row = 0; row < batch.size(); row++) {
      Ready ready = batch.get(row);
      Answer answer = Answer.of(probabilities, row, predictor.classNames(), threshold);
      listener.answered(ready.file, ready.prepared, answer);
    }
    batch.clear();
  }
}
