package dev.weft.models.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.models.explain.Explainer;
import dev.weft.models.predict.Photos;
import dev.weft.models.predict.SeenImage;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.data.FashionMnist;
import dev.weft.runtime.graph.Initializers;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ParameterLayout;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class WeftServerTest {
  private static final byte[] IMAGE = SeenImage.png(DrawnGarments.generate(1, 1).image(0), 28, 28);

  private final HttpClient client = HttpClient.newHttpClient();
  private final ConcurrentLinkedQueue<Integer> batches = new ConcurrentLinkedQueue<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private final List<AutoCloseable> closing = new ArrayList<>();

  /** Says class 3 of every image, with 0.55. */
  private float[] answer(List<byte[]> images) {
    batches.add(images.size());
    float[] all = new float[images.size() * 10];
    Arrays.fill(all, 0.05f);
    for (int i = 0; i < images.size(); i++) {
      all[i * 10 + 3] = 0.55f;
    }
    return all;
  }

  private float[] answerWhenOpen(List<byte[]> images) {
    try {
      open.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return answer(images);
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

  private URI start(Batcher.Model model, int queue, int waitMillis, int timeoutSeconds) {
    Explanations explanations = new Explanations(explainer());
    closing.addFirst(explanations);
    Served served = new Served("m", FashionMnist.CLASS_NAMES, 28, 28, model, explanations);
    WeftServer server =
        new WeftServer(
            served,
            new ServeOptions(
                "127.0.0.1",
                0,
                queue,
                32,
                Duration.ofMillis(waitMillis),
                Duration.ofSeconds(timeoutSeconds),
                0.5));
    closing.addFirst(server);
    return URI.create("http://127.0.0.1:" + server.address().getPort());
  }

  @AfterEach
  void close() throws Exception {
    open.countDown();
    for (AutoCloseable each : closing) {
      each.close();
    }
    client.close();
  }

  private static HttpRequest post(URI server, String path, String type, byte[] body) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Content-Type", type)
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.builder().build().readTree(response.body());
  }

  private String get(URI server, String path) throws IOException, InterruptedException {
    HttpResponse<String> response = send(HttpRequest.newBuilder(server.resolve(path)).build());
    assertEquals(200, response.statusCode());
    return response.body();
  }

  @Test
  void classifiesAnImage() throws Exception {
    URI server = start(this::answer, 64, 1, 30);
    HttpResponse<String> response = send(post(server, "/v1/classify", "image/png", IMAGE));
    assertEquals(200, response.statusCode(), response.body());
    JsonNode result = json(response).at("/results/0");
    assertEquals("Dress", result.get("class").asString());
    assertEquals(3, result.get("top").size());
    assertEquals(10, result.get("probabilities").size());
    assertEquals("used as it is", result.get("seen").asString());
  }

  @Test
  void explainsWhereAskedTo() throws Exception {
    URI server = start(this::answer, 64, 1, 30);
    JsonNode result =
        json(send(post(server, "/v1/classify?explain=true", "image/png", IMAGE))).at("/results/0");
    assertEquals(784, result.get("map").size());
    assertEquals("gradcam", result.get("map_kind").asString());
    assertEquals(
        DrawnGarments.generate(1, 1).image(0)[400] & 0xff, result.get("input").get(400).asInt());
  }

  @Test
  void takesSeveralImagesAndPixels() throws Exception {
    URI server = start(this::answer, 64, 20, 30);
    String one = '"' + Base64.getEncoder().encodeToString(IMAGE) + '"';
    String images = "{\"images\":[" + one + "," + one + "," + one + "]}";
    JsonNode answers =
        json(
            send(
                post(
                    server,
                    "/v1/classify",
                    "application/json",
                    images.getBytes(StandardCharsets.UTF_8))));
    assertEquals(3, answers.get("results").size());
    assertEquals(List.of(3), List.copyOf(batches), "one batch");
    String pixels = "{\"pixels\":[" + Arrays.toString(new int[784]) + "]}";
    HttpResponse<String> response =
        send(
            post(
                server,
                "/v1/classify",
                "application/json",
                pixels.getBytes(StandardCharsets.UTF_8)));
    assertEquals(200, response.statusCode(), response.body());
  }

  private void assertError(int code, String message, HttpRequest request) throws Exception {
    HttpResponse<String> response = send(request);
    assertEquals(code, response.statusCode(), response.body());
    assertEquals(code, json(response).at("/error/code").asInt());
    String said = json(response).at("/error/message").asString();
    assertTrue(said.contains(message), said);
  }

  @Test
  void errorsAreJson() throws Exception {
    URI server = start(this::answer, 64, 1, 30);
    String path = "/v1/classify";
    byte[] bomb = Photos.claiming(IMAGE, 60_000, 60_000);
    assertError(400, "claims to be 60000 by 60000", post(server, path, "image/png", bomb));
    assertError(400, "is neither PNG nor JPEG", post(server, path, "image/png", new byte[9]));
    for (String bad :
        List.of(
            "{",
            "[]",
            "{\"images\":[]}",
            "{\"images\":[1]}",
            "{\"pixels\":[[1,2]]}",
            "{\"pixels\":[[256]]}")) {
      assertError(
          400, "", post(server, path, "application/json", bad.getBytes(StandardCharsets.UTF_8)));
    }
    assertError(400, "query 'x=1'", post(server, path + "?x=1", "image/png", IMAGE));
    assertError(404, "there is no /nothing", post(server, "/nothing", "image/png", IMAGE));
    assertError(405, "use POST", HttpRequest.newBuilder(server.resolve(path)).build());
    assertError(405, "use GET", post(server, "/healthz", "image/png", IMAGE));
    assertError(415, "text/plain", post(server, path, "text/plain", IMAGE));
    assertError(413, "larger than 8 MB", post(server, path, "image/png", new byte[(8 << 20) + 1]));
    assertTrue(
        get(server, "/metrics")
            .contains("weft_requests_total{path=\"/v1/classify\",code=\"413\"} 1"));
  }

  @Test
  void answersTogetherWhatComesTogether() throws Exception {
    URI server = start(this::answer, 64, 300, 30);
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(
          client.sendAsync(
              post(server, "/v1/classify", "image/png", IMAGE), BodyHandlers.ofString()));
    }
    for (CompletableFuture<HttpResponse<String>> each : all) {
      assertEquals(200, each.get().statusCode());
    }
    assertEquals(40, batches.stream().mapToInt(n -> n).sum());
    assertTrue(batches.size() <= 8, "40 images in batches of " + batches);
    assertTrue(batches.stream().allMatch(n -> n <= 32), batches.toString());
  }

  @Test
  void moreThanTheQueueHoldsAreTurnedAway() throws Exception {
    URI server = start(this::answerWhenOpen, 4, 1, 60);
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(
          client.sendAsync(
              post(server, "/v1/classify", "image/png", IMAGE), BodyHandlers.ofString()));
    }
    CompletableFuture<?>[] refused = all.toArray(CompletableFuture<?>[]::new);
    CompletableFuture.anyOf(refused).get(20, TimeUnit.SECONDS);
    long end = System.nanoTime() + 20_000_000_000L;
    while (all.stream().filter(CompletableFuture::isDone).count() < 6 && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertTrue(get(server, "/metrics").contains("weft_queue_requests 4\n"));
    open.countDown();
    int answered = 0;
    for (CompletableFuture<HttpResponse<String>> each : all) {
      HttpResponse<String> response = each.get();
      if (response.statusCode() == 200) {
        answered++;
      } else {
        assertEquals(429, response.statusCode());
        assertEquals("1", response.headers().firstValue("Retry-After").orElse(""));
      }
    }
    assertEquals(4, answered);
  }

  @Test
  void aRequestThatDoesNotArriveIsAnswered408() throws Exception {
    URI server = start(this::answer, 64, 1, 1);
    try (Socket socket = slow(server)) {
      socket.setSoTimeout(20_000);
      String head = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(head.startsWith("HTTP/1.1 408"), head);
      assertTrue(head.endsWith("\"message\":\"the request takes too long to arrive\"}}"), head);
    }
  }

  /** A client that has sent a part of its image, and sends no more. */
  private static Socket slow(URI server) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket
        .getOutputStream()
        .write(
            "POST /v1/classify HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\nabc"
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void slowClientsDoNotHoldTheOthersUp() throws Exception {
    URI server = start(this::answer, 64, 1, 60);
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 500; i++) {
        slow.add(slow(server));
      }
      List<Long> nanos = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        long start = System.nanoTime();
        assertEquals(200, send(post(server, "/v1/classify", "image/png", IMAGE)).statusCode());
        nanos.add(System.nanoTime() - start);
      }
      nanos.sort(null);
      assertTrue(nanos.get(98) < 1_000_000_000L, "p99 " + nanos.get(98) / 1e9 + " s");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void whatIsUnderWayIsAnsweredBeforeItStops() throws Exception {
    URI uri = start(this::answerWhenOpen, 64, 1, 30);
    WeftServer server = (WeftServer) closing.removeFirst();
    CompletableFuture<HttpResponse<String>> pending =
        client.sendAsync(post(uri, "/v1/classify", "image/png", IMAGE), BodyHandlers.ofString());
    while (!get(uri, "/metrics").contains("weft_queue_requests 1\n")) {
      Thread.sleep(10);
    }
    CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
    Thread.sleep(200);
    assertTrue(!stop.isDone(), "waits");
    open.countDown();
    assertEquals(200, pending.get().statusCode());
    stop.get(20, TimeUnit.SECONDS);
  }

  /** The JDK's server counts those as under way for ever. */
  @Test
  void clientsThatWentAwayDoNotDelayTheStop() throws Exception {
    URI server = start(this::answer, 64, 1, 30);
    slow(server).close();
    assertEquals(200, send(post(server, "/v1/classify", "image/png", IMAGE)).statusCode());
    long start = System.nanoTime();
    closing.removeFirst().close();
    assertTrue(System.nanoTime() - start < 10_000_000_000L);
  }

  @Test
  void thePageNeedsNothingFromElsewhere() throws Exception {
    URI server = start(this::answer, 64, 1, 30);
    String page = get(server, "/");
    assertTrue(page.contains("<html lang=\"en\">"));
    assertTrue(!page.contains("http://") && !page.contains("https://") && !page.contains("//cdn"));
    assertEquals(
        "3.1.0",
        JsonMapper.builder()
            .build()
            .readTree(get(server, "/openapi.json"))
            .get("openapi")
            .asString());
    assertTrue(get(server, "/healthz").contains("\"status\":\"ok\""));
    HttpResponse<InputStream> example =
        client.send(
            HttpRequest.newBuilder(server.resolve("/examples/7.png")).build(),
            BodyHandlers.ofInputStream());
    assertEquals("image/png", example.headers().firstValue("Content-Type").orElse(""));
    assertTrue(
        get(server, "/metrics").contains("weft_request_duration_seconds_bucket{le=\"+Inf\"} 4"),
        get(server, "/metrics"));
  }
}
