package dev.weft.runtime.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Mirrors on a server of the test's own, good ones and bad ones; closed after each test. */
final class TestMirrors implements AutoCloseable {
  static final Duration LONG = Duration.ofSeconds(20);

  /** What a mirror does with one request for a file whose right gzip bytes are given. */
  interface Mirror {
    void answer(HttpExchange exchange, byte[] right) throws IOException;
  }

  private final List<byte[]> contents;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  /** Starts with one mirror, "good", that gives the four contents as gzip. */
  TestMirrors(List<byte[]> contents) throws IOException {
    this.contents = contents;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    add("good", TestMirrors::send);
    server.start();
  }

  void add(String name, Mirror mirror) {
    server.createContext(
        "/" + name + "/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(path);
            String file = path.substring(path.lastIndexOf('/') + 1).replace(".gz", "");
            mirror.answer(exchange, IdxFiles.gzip(contents.get(IdxFiles.NAMES.indexOf(file))));
          }
        });
  }

  /** Paths that were asked for, in order. */
  List<String> requests() {
    return requests;
  }

  /** A downloader that tries the named mirrors in turn. */
  Downloader downloader(Duration stall, String... names) {
    List<URI> addresses =
        Arrays.stream(names)
            .map(name -> "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name + "/")
            .map(URI::create)
            .toList();
    return new Downloader(addresses, new Downloader.Timeouts(LONG, stall, LONG));
  }

  static void send(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Keeps a client waiting, but not longer than the test. */
  void await(Duration duration) {
    try {
      var _ = end.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /** Names of the files in a folder, sorted; none if there is no folder. */
  static List<String> list(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
