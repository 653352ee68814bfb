package dev.weft.runtime.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file, from mirrors good and bad. */
class DownloaderTest {
  private static final List<byte[]> CONTENTS = IdxFiles.four();

  private static final Duration LONG = TestMirrors.LONG;

  @TempDir private Path root;
  private Path cache;
  private TestMirrors mirrors;

  @BeforeEach
  void start() throws IOException {
    cache = root.resolve("weft/fashion-mnist");
    mirrors = new TestMirrors(CONTENTS);
  }

  @AfterEach
  void stop() {
    mirrors.close();
  }

  private final OfficialFile file = IdxFiles.official(IdxFiles.NAMES.get(0), CONTENTS.get(0));

  /** Fetches the file, checks that it alone is there, and takes it away again. */
  private void assertFetched(String... names) throws IOException {
    mirrors.downloader(LONG, names).fetch(file, cache, (name, bytes, total) -> {});
    assertEquals(List.of(file.name() + ".gz"), TestMirrors.list(cache));
    assertTrue(file.isHeldBy(cache.resolve(file.name() + ".gz")));
    Files.delete(cache.resolve(file.name() + ".gz"));
  }

  /** Fails to fetch the file, of which nothing may be left behind, and gives the reason. */
  private String failure(Duration stall, String... names) throws IOException {
    Downloader downloader = mirrors.downloader(stall, names);
    DownloadFailedException e =
        assertThrows(
            DownloadFailedException.class,
            () -> downloader.fetch(file, cache, (name, bytes, total) -> {}));
    assertEquals(List.of(), TestMirrors.list(cache));
    return Objects.requireNonNull(e.getMessage());
  }

  @Test
  void saysWhyEachMirrorFailed() throws IOException {
    mirrors.add("404", (exchange, right) -> exchange.sendResponseHeaders(404, -1));
    mirrors.add(
        "page",
        (exchange, right) -> TestMirrors.send(exchange, "<html>log in</html>".getBytes(UTF_8)));
    assertEquals(
        "127.0.0.1: HTTP status 404; 127.0.0.1: not the official bytes",
        failure(LONG, "404", "page"));
  }

  @Test
  void takesTheNextMirrorWhenOneIsBad() throws IOException {
    mirrors.add(
        "truncated", (exchange, right) -> TestMirrors.send(exchange, Arrays.copyOf(right, 30)));
    mirrors.add(
        "corrupt",
        (exchange, right) -> {
          right[right.length - 5] ^= 1;
          TestMirrors.send(exchange, right);
        });
    mirrors.add(
        "page",
        (exchange, right) -> TestMirrors.send(exchange, "<html>log in</html>".getBytes(UTF_8)));
    mirrors.add(
        "other",
        (exchange, right) -> TestMirrors.send(exchange, IdxFiles.gzip(IdxFiles.labels(3))));
    mirrors.add("nothing", (exchange, right) -> TestMirrors.send(exchange, new byte[0]));
    mirrors.add("404", (exchange, right) -> exchange.sendResponseHeaders(404, -1));
    mirrors.add("broken-off", DownloaderTest::breakOff);
    for (String bad :
        List.of("truncated", "corrupt", "page", "other", "404", "nothing", "broken-off")) {
      String reason = failure(LONG, bad);
      assertTrue(reason.startsWith("127.0.0.1: "), bad + ": " + reason);
      assertFetched(bad, "good");
    }
  }

  @Test
  void breaksOffWhatHasNoEnd() throws IOException {
    mirrors.add("endless", (exchange, right) -> sendWithoutEnd(exchange));
    assertEquals("127.0.0.1: more bytes than the official file has", failure(LONG, "endless"));
  }

  /** Sends far more than the file has. */
  private static void sendWithoutEnd(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    byte[] zeros = new byte[1 << 16];
    for (int i = 0; i < 10_000; i++) {
      out.write(zeros);
    }
  }

  /** Promises more than it sends. */
  private static void breakOff(HttpExchange exchange, byte[] right) throws IOException {
    exchange.sendResponseHeaders(200, right.length);
    exchange.getResponseBody().write(right, 0, right.length / 2);
    exchange.getResponseBody().flush();
  }

  @Test
  void waitsForASlowStart() throws IOException {
    mirrors.add(
        "slow",
        (exchange, right) -> {
          mirrors.await(Duration.ofMillis(200));
          TestMirrors.send(exchange, right);
        });
    assertFetched("slow");
  }

  @Test
  void doesNotWaitForEver() throws IOException {
    mirrors.add("silent", (exchange, right) -> mirrors.await(LONG));
    mirrors.add(
        "stalling",
        (exchange, right) -> {
          exchange.sendResponseHeaders(200, right.length);
          exchange.getResponseBody().write(right, 0, 10);
          exchange.getResponseBody().flush();
          mirrors.await(LONG);
        });
    long start = System.nanoTime();
    assertEquals(
        "127.0.0.1: no answer in time; 127.0.0.1: no data for 1 s",
        failure(Duration.ofSeconds(1), "silent", "stalling"));
    assertTrue(System.nanoTime() - start < LONG.toNanos() / 2);
  }
}
