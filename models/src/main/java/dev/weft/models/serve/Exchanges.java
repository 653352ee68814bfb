package dev.weft.models.serve;

import com.sun.net.httpserver.HttpExchange;
import dev.weft.runtime.train.JsonText;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Every request and its answer. */
final class Exchanges {
  private static final Logger LOG = System.getLogger("dev.weft.serve");
  private static final String CLASSIFY = "/v1/classify";
  private static final int QUIET_LOOKS = 5;
  private static final long LOOK_MILLIS = 10;
  private static final String JSON = "application/json";

  private final Classifier classifier;
  private final Resources resources;
  private final RequestBody bodies = new RequestBody();
  private final ServeOptions options;
  private final AtomicInteger active = new AtomicInteger();
  private volatile boolean stopping;

  private record ErrorBody(int code, String message) {}

  Exchanges(Classifier classifier, Served served, ServeOptions options) {
    this.classifier = classifier;
    this.options = options;
    this.resources = new Resources(served, classifier.metrics());
  }

  /** Connections close from now on once their request is answered. */
  void stop() {
    stopping = true;
  }

  /** Returns when no request has been under way for a moment, or after {@code most}. */
  void awaitIdle(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    for (int quiet = 0; quiet < QUIET_LOOKS && System.nanoTime() < end; ) {
      quiet = active.get() == 0 ? quiet + 1 : 0;
      Thread.sleep(LOOK_MILLIS);
    }
  }

  void handle(HttpExchange exchange) throws IOException {
    active.incrementAndGet();
    try {
      handleCounted(exchange);
    } finally {
      active.decrementAndGet();
    }
  }

  private void handleCounted(HttpExchange exchange) throws IOException {
    long start = System.nanoTime();
    String path = exchange.getRequestURI().getPath();
    boolean known = path.equals(CLASSIFY) || resources.find(path).isPresent();
    Reply reply = new Reply(exchange);
    try (exchange) {
      try {
        serve(exchange, path, reply);
      } catch (HttpFailure e) {
        fail(reply, e);
      } catch (InterruptedException e) {
        fail(reply, new HttpFailure(503, "the server is stopping"));
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "request failed", e);
        fail(reply, new HttpFailure(500, "internal error"));
      }
    } finally {
      double took = (System.nanoTime() - start) / 1e9;
      classifier.metrics().request(known ? path : "other", reply.code(), took);
    }
  }

  private void serve(HttpExchange exchange, String path, Reply reply)
      throws IOException, HttpFailure, InterruptedException {
    if (stopping) {
      reply.closeAfter();
    }
    if (path.equals(CLASSIFY)) {
      requireMethod(exchange, "POST");
      classify(exchange, reply);
      return;
    }
    Optional<Resources.Content> content = resources.find(path);
    if (content.isEmpty()) {
      throw new HttpFailure(
          404,
          "there is no %s; there are /, /v1/classify, /healthz, /metrics, /openapi.json"
              .formatted(path));
    }
    requireMethod(exchange, "GET", "HEAD");
    reply.send(200, content.get().type(), content.get().bytes());
  }

  private static void requireMethod(HttpExchange exchange, String... allowed) throws HttpFailure {
    for (String method : allowed) {
      if (exchange.getRequestMethod().equals(method)) {
        return;
      }
    }
    String all = String.join(", ", allowed);
    exchange.getResponseHeaders().set("Allow", all);
    throw new HttpFailure(
        405, "%s is not for this path; use %s".formatted(exchange.getRequestMethod(), all));
  }

  private void classify(HttpExchange exchange, Reply reply)
      throws IOException, HttpFailure, InterruptedException {
    String type =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    boolean explain =
        switch (query) {
          case "", "explain=false" -> false;
          case "explain=true" -> true;
          default ->
              throw new HttpFailure(400, "query '%s'; allowed: explain=true".formatted(query));
        };
    boolean json = ClassifyRequest.isJson(type);
    try (RequestBody.Held body = read(exchange, reply)) {
      String answer = classifier.answer(body.bytes(), json, explain);
      reply.send(200, JSON, answer.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Reads the body while a watch runs. When its time is up the answer is sent from another thread,
   * and the read is broken off: the JDK's server knows no time-out of reading.
   */
  private RequestBody.Held read(HttpExchange exchange, Reply reply)
      throws IOException, HttpFailure {
    long announced =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Length"))
            .map(Long::parseLong)
            .orElse(-1L);
    Thread reader = Thread.currentThread();
    Thread watch =
        Thread.startVirtualThread(() -> {
          try {
            Thread.sleep(options.timeout());
            fail(reply, new HttpFailure(408, "the request takes too long to arrive"));
          } catch (IOException e) {
            LOG.log(Level.DEBUG, "client went away", e);
          } catch (InterruptedException e) {
            return; // it has arrived
          }
          reader.interrupt();
        });
    try {
      return bodies.read(exchange.getRequestBody(), announced);
    } catch (HttpFailure e) {
      reply.closeAfter(); // there may be more of the body
      throw e;
    } finally {
      watch.interrupt();
    }
  }

  private static void fail(Reply reply, HttpFailure failure) throws IOException {
    if (failure.code() == 429 || failure.code() == 503) {
      reply.header("Retry-After", "1");
    }
    if (failure.code() == 408) {
      reply.closeAfter();
    }
    Map<String, Object> error =
        Map.of("error", new ErrorBody(failure.code(), String.valueOf(failure.getMessage())));
    byte[] text = JsonText.line(error).getBytes(StandardCharsets.UTF_8);
    reply.send(failure.code(), JSON, text);
  }
}
