package dev.weft.models.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ServerLocaleTest {
  /** Prometheus and the page of the server read ASCII digits only. */
  @Test
  void answersDoNotDependOnTheUsersLanguage() throws Exception {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.of("ar", "EG"));
    try (RunningServer server = RunningServer.usual()) {
      assertEquals(200, server.send(server.image()).statusCode());
      HttpRequest example = HttpRequest.newBuilder(server.at("/examples/0.png")).build();
      assertEquals(200, server.send(example).statusCode());
      String few = "{\"pixels\":[[1,2]]}";
      server.assertError(
          400, "pixels[0] has 2 values, not 28x28", server.postJson(RunningServer.CLASSIFY, few));
      String metrics = server.get("/metrics");
      assertTrue(
          metrics.contains("weft_requests_total{path=\"/v1/classify\",code=\"200\"} 1\n"), metrics);
      assertTrue(metrics.chars().allMatch(c -> c < 128), metrics);
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }
}
