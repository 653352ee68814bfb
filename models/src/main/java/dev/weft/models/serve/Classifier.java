package dev.weft.models.serve;

import dev.weft.models.MoreMemory;
import dev.weft.models.predict.Answer;
import dev.weft.models.predict.Prepared;
import dev.weft.runtime.train.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * From the body of a request to its answer. At most so many requests are within at a time. What
 * computes runs on as many threads as there are processors: the virtual ones, which wait for
 * clients, must not be held up by it.
 */
final class Classifier implements AutoCloseable {
  private final String model;
  private final List<String> classNames;
  private final ServeOptions options;
  private final ClassifyRequest request;
  private final Batcher batcher;
  private final Explanations explanations;
  private final Semaphore places;
  private final Metrics metrics;
  private final int height;
  private final int width;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("weft-decode-", 0).factory());

  Classifier(Served served, ServeOptions options) {
    this.model = served.name();
    this.classNames = served.classNames();
    this.height = served.height();
    this.width = served.width();
    this.options = options;
    this.request = new ClassifyRequest(served.height(), served.width());
    this.explanations = served.explanations();
    this.places = new Semaphore(options.queue());
    this.metrics = new Metrics(options.queue(), () -> options.queue() - places.availablePermits());
    this.batcher = new Batcher(served.model(), options.batch(), options.batchWait(), metrics);
  }

  Metrics metrics() {
    return metrics;
  }

  /**
   * Answers a request.
   *
   * @param explain whether with maps of what speaks for the class
   * @return JSON
   * @throws HttpFailure 429 if too many requests are within, 503 if it takes too long or too much
   *     memory, 400 if the body cannot be used
   */
  String answer(byte[] body, boolean json, boolean explain)
      throws HttpFailure, InterruptedException {
    if (!places.tryAcquire()) {
      throw new HttpFailure(429, options.queue() + " requests are being worked at; try again");
    }
    try (Place place = new Place(places, workers)) {
      return answer(body, json, explain, place);
    }
  }

  private String answer(byte[] body, boolean json, boolean explain, Place place)
      throws HttpFailure, InterruptedException {
    long end = System.nanoTime() + options.timeout().toNanos();
    List<Prepared> images = await(place.submit(() -> request.parse(body, json)), end);
    if (explain && images.size() > 1) {
      throw new HttpFailure(400, "explain=true is for one image at a time");
    }
    List<CompletableFuture<float[]>> asked =
        images.stream().map(image -> batcher.submit(image.pixels())).toList();
    List<Map<String, Object>> results = new ArrayList<>();
    try {
      for (int i = 0; i < images.size(); i++) {
        float[] probabilities = await(asked.get(i), end);
        Answer answer = Answer.of(probabilities, 0, classNames, options.threshold());
        Map<String, Object> result = result(images.get(i), answer);
        if (explain) {
          byte[] pixels = images.get(i).pixels();
          int label = answer.best().label();
          result.put("map_kind", explanations.kind());
          result.put("map", await(place.submit(() -> explanations.map(pixels, label)), end));
          result.put("input", unsigned(pixels));
        }
        results.add(result);
      }
    } finally {
      asked.forEach(each -> each.cancel(false)); // those that nobody waits for any more
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("model", model);
    all.put("height", height);
    all.put("width", width);
    all.put("results", results);
    return JsonText.line(all);
  }

  private static Map<String, Object> result(Prepared image, Answer answer) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("known", answer.known());
    if (answer.known()) {
      result.put("class", answer.best().name());
      result.put("label", answer.best().label());
    }
    result.put("top", answer.top());
    result.put("probabilities", answer.probabilities());
    result.put("seen", image.how().words());
    return result;
  }

  private static int[] unsigned(byte[] pixels) {
    int[] values = new int[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = pixels[i] & 0xff;
    }
    return values;
  }

  private static <T> T await(Future<T> future, long end) throws HttpFailure, InterruptedException {
    try {
      return future.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new HttpFailure(503, "the answer takes too long; try again later");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HttpFailure failure) {
        throw failure;
      }
      if (MoreMemory.isLacking(e)) {
        throw new HttpFailure(503, "there is no memory for it at the moment; try again later");
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      future.cancel(true); // does nothing to one that is done
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    batcher.close();
  }
}
