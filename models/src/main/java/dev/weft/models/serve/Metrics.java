package dev.weft.models.serve;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** What a server has done, in the text format of Prometheus 0.0.4. Safe for threads. */
final class Metrics {
  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final Histogram seconds =
      new Histogram(
          "weft_request_duration_seconds",
          "From the head of a request to the end of its answer.",
          0.001,
          0.0025,
          0.005,
          0.01,
          0.025,
          0.05,
          0.1,
          0.25,
          0.5,
          1,
          2.5,
          5,
          10,
          30);
  private final Histogram batches =
      new Histogram("weft_batch_images", "Images of a batch.", 1, 2, 4, 8, 16, 32, 64, 128);
  private final Histogram inference =
      new Histogram(
          "weft_batch_duration_seconds",
          "Time that the model took for a batch.",
          0.0005,
          0.001,
          0.0025,
          0.005,
          0.01,
          0.025,
          0.05,
          0.1,
          0.25,
          0.5,
          1);
  private final int queueLimit;
  private final IntSupplier queued;

  Metrics(int queueLimit, IntSupplier queued) {
    this.queueLimit = queueLimit;
    this.queued = queued;
  }

  void request(String path, int code, double took) {
    requests
        .computeIfAbsent(
            String.format(Locale.ROOT, "path=\"%s\",code=\"%d\"", path, code),
            key -> new LongAdder())
        .increment();
    seconds.add(took);
  }

  void batch(int images, double took) {
    batches.add(images);
    inference.add(took);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    head(text, "weft_requests_total", "counter", "Requests answered.");
    new TreeMap<>(requests)
        .forEach((labels, count) ->
            text.append(
                String.format(Locale.ROOT, "weft_requests_total{%s} %d%n", labels, count.sum())));
    seconds.print(text);
    batches.print(text);
    inference.print(text);
    gauge(text, "weft_queue_requests", "Requests worked at or waiting.", queued.getAsInt());
    gauge(text, "weft_queue_limit", "Most of them before 429.", queueLimit);
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    gauge(text, "weft_memory_used_bytes", "Heap in use, garbage included.", used);
    gauge(text, "weft_memory_max_bytes", "Most that the heap may take.", runtime.maxMemory());
    return text.toString().replace("\r\n", "\n");
  }

  private static void gauge(StringBuilder text, String name, String help, long value) {
    head(text, name, "gauge", help);
    text.append(String.format(Locale.ROOT, "%s %d%n", name, value));
  }

  private static void head(StringBuilder text, String name, String type, String help) {
    text.append("# HELP %s %s%n# TYPE %s %s%n".formatted(name, help, name, type));
  }
}
