package dev.weft.models.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class ServerPageTest {
  @Test
  void thePageNeedsNothingFromElsewhere() throws Exception {
    try (RunningServer server = RunningServer.usual()) {
      String page = server.get("/");
      assertTrue(page.contains("<html lang=\"en\">"));
      assertTrue(
          !page.contains("http://") && !page.contains("https://") && !page.contains("//cdn"));
      assertEquals(
          "3.1.0",
          JsonMapper.builder()
              .build()
              .readTree(server.get("/openapi.json"))
              .get("openapi")
              .asString());
      assertTrue(server.get("/healthz").contains("\"status\":\"ok\""));
      HttpResponse<String> example =
          server.send(HttpRequest.newBuilder(server.at("/examples/7.png")).build());
      assertEquals("image/png", example.headers().firstValue("Content-Type").orElse(""));
      assertTrue(
          server.get("/metrics").contains("weft_request_duration_seconds_bucket{le=\"+Inf\"} 4"),
          server.get("/metrics"));
    }
  }
}
