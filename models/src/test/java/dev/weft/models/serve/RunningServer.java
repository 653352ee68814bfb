package dev.weft.models.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.models.explain.Explainer;
import dev.weft.models.predict.SeenImage;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.data.FashionMnist;
import dev.weft.runtime.graph.Initializers;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ParameterLayout;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server with a model that says class 3 of every image with 0.55, and a client of it. */
final class RunningServer implements AutoCloseable {
  static final byte[] IMAGE = SeenImage.png(DrawnGarments.generate(1, 1).image(0), 28, 28);
  static final String CLASSIFY = "/v1/classify";

  private final HttpClient client = HttpClient.newHttpClient();
  private final ConcurrentLinkedQueue<Integer> batches = new ConcurrentLinkedQueue<>();
  private final CountDownLatch open;
  private final Explanations explanations = new Explanations(explainer());
  private final WeftServer server;
  private final URI uri;
  private volatile boolean lacksMemory;

  /**
   * Starts it.
   *
   * @param isOpen whether the model answers; else it waits for {@link #open}
   */
  RunningServer(boolean isOpen, int queue, int waitMillis, int timeoutSeconds) {
    open = new CountDownLatch(isOpen ? 0 : 1);
    server =
        new WeftServer(
            new Served("m", FashionMnist.CLASS_NAMES, 28, 28, this::answer, explanations),
            new ServeOptions(
                "127.0.0.1",
                0,
                queue,
                32,
                Duration.ofMillis(waitMillis),
                Duration.ofSeconds(timeoutSeconds),
                0.5));
    uri = URI.create("http://127.0.0.1:" + server.address().getPort());
  }

  /** One with a queue of 64 that answers at once. */
  static RunningServer usual() {
    return new RunningServer(true, 64, 1, 30);
  }

  private float[] answer(List<byte[]> images) {
    try {
      open.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (lacksMemory) {
      throw new IllegalStateException(new OutOfMemoryError("Java heap space"));
    }
    batches.add(images.size());
    float[] all = new float[images.size() * 10];
    Arrays.fill(all, 0.05f);
    for (int i = 0; i < images.size(); i++) {
      all[i * 10 + 3] = 0.55f;
    }
    return all;
  }

  private static Explainer explainer() {
    ModelSpec model =
        ModelSpec.parse(
            """
            {"name": "m", "input": [28, 28, 1], "layers": [
              {"type": "conv2d", "filters": 4, "kernel": 3, "padding": "same", "activation": "relu"},
              {"type": "flatten"},
              {"type": "dense", "units": 10, "activation": "softmax"}]}
            """,
            "m");
    ParameterLayout layout = ParameterLayout.of(model.summary());
    float[] values = Initializers.parameters(layout, 1);
    List<NamedTensor> weights = new ArrayList<>();
    for (ParameterLayout.Entry entry : layout.entries()) {
      int end = entry.offset() + entry.shape().size();
      weights.add(
          NamedTensor.of(
              entry.name(), entry.shape(), Arrays.copyOfRange(values, entry.offset(), end)));
    }
    return Explainer.open(model, NamedTensor.byName(weights), Backends.load().choose("cpu"));
  }

  /** Lets the model answer. */
  void open() {
    open.countDown();
  }

  /** From now on the model finds no memory, or finds some again. */
  void lackMemory(boolean lacks) {
    lacksMemory = lacks;
  }

  /** Sizes of the batches that the model was asked about. */
  List<Integer> batches() {
    return List.copyOf(batches);
  }

  /** Where {@code path} is. */
  URI at(String path) {
    return uri.resolve(path);
  }

  HttpRequest post(String path, String type, byte[] body) {
    return HttpRequest.newBuilder(at(path))
        .header("Content-Type", type)
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  HttpRequest postJson(String path, String body) {
    return post(path, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  /** An image, to be classified. */
  HttpRequest image() {
    return post(CLASSIFY, "image/png", IMAGE);
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  /** What lies at a path. */
  String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = send(HttpRequest.newBuilder(at(path)).build());
    assertEquals(200, response.statusCode());
    return response.body();
  }

  static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.builder().build().readTree(response.body());
  }

  /** Checks for an answer that says what is wrong. */
  void assertError(int code, String message, HttpRequest request) throws Exception {
    HttpResponse<String> response = send(request);
    assertEquals(code, response.statusCode(), response.body());
    assertEquals(code, json(response).at("/error/code").asInt());
    String said = json(response).at("/error/message").asString();
    assertTrue(said.contains(message), said);
  }

  /** A client that has sent a part of its image, and sends no more. */
  Socket slow() throws IOException {
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket
        .getOutputStream()
        .write(
            "POST /v1/classify HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\nabc"
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Stops it, when what is under way has been answered. */
  void stop() {
    server.close();
  }

  @Override
  public void close() {
    open();
    server.close();
    explanations.close();
    client.close();
  }
}
