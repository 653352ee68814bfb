package dev.weft.models.serve;

import static dev.weft.models.serve.RunningServer.CLASSIFY;
import static dev.weft.models.serve.RunningServer.IMAGE;
import static dev.weft.models.serve.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.models.predict.Photos;
import dev.weft.runtime.data.DrawnGarments;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class ClassifyTest {
  @Test
  void classifiesAnImage() throws Exception {
    try (RunningServer server = RunningServer.usual()) {
      HttpResponse<String> response = server.send(server.image());
      assertEquals(200, response.statusCode(), response.body());
      JsonNode result = json(response).at("/results/0");
      assertEquals("Dress", result.get("class").asString());
      assertEquals(3, result.get("top").size());
      assertEquals(10, result.get("probabilities").size());
      assertEquals("used as it is", result.get("seen").asString());
    }
  }

  @Test
  void explainsWhereAskedTo() throws Exception {
    try (RunningServer server = RunningServer.usual()) {
      JsonNode result =
          json(server.send(server.post(CLASSIFY + "?explain=true", "image/png", IMAGE)))
              .at("/results/0");
      assertEquals(784, result.get("map").size());
      assertEquals("gradcam", result.get("map_kind").asString());
      assertEquals(
          DrawnGarments.generate(1, 1).image(0)[400] & 0xff, result.get("input").get(400).asInt());
    }
  }

  @Test
  void takesSeveralImagesAndPixels() throws Exception {
    try (RunningServer server = new RunningServer(true, 64, 20, 30)) {
      String one = '"' + Base64.getEncoder().encodeToString(IMAGE) + '"';
      String images = "{\"images\":[" + one + "," + one + "," + one + "]}";
      JsonNode answers = json(server.send(server.postJson(CLASSIFY, images)));
      assertEquals(3, answers.get("results").size());
      assertEquals(List.of(3), server.batches(), "one batch");
      String pixels = "{\"pixels\":[" + Arrays.toString(new int[784]) + "]}";
      HttpResponse<String> response = server.send(server.postJson(CLASSIFY, pixels));
      assertEquals(200, response.statusCode(), response.body());
    }
  }

  /** In memory they would take thirty times the 8 MB that a body may have. */
  @Test
  void emptyObjectsAreNotCollected() throws Exception {
    try (RunningServer server = RunningServer.usual()) {
      for (String many : List.of("[],", "{},", "0,")) {
        String body = "{\"more\":[%s0]}".formatted(many.repeat(500_000));
        server.assertError(400, "exceeds the maximum", server.postJson(CLASSIFY, body));
      }
      String most = "{\"pixels\":[%s]}".formatted(rows(64));
      HttpResponse<String> response = server.send(server.postJson(CLASSIFY, most));
      assertEquals(64, json(response).get("results").size());
      String more = "{\"pixels\":[%s]}".formatted(rows(65));
      server.assertError(400, "65 images", server.postJson(CLASSIFY, more));
    }
  }

  private static String rows(int images) {
    String image = Arrays.deepToString(new int[28][28]);
    return String.join(",", Collections.nCopies(images, image));
  }

  @Test
  void errorsAreJson() throws Exception {
    try (RunningServer server = RunningServer.usual()) {
      String path = CLASSIFY;
      byte[] bomb = Photos.claiming(IMAGE, 60_000, 60_000);
      server.assertError(400, "claims to be 60000 by 60000", server.post(path, "image/png", bomb));
      server.assertError(
          400, "is neither PNG nor JPEG", server.post(path, "image/png", new byte[9]));
      for (String bad :
          List.of(
              "{",
              "[]",
              "{\"images\":[]}",
              "{\"images\":[1]}",
              "{\"pixels\":[[1,2]]}",
              "{\"pixels\":[[256]]}",
              "{\"pixels\":[[1e999]]}",
              "{\"pixels\":[[1%s]]}".formatted("0".repeat(400)),
              "{\"pixels\":[[-1%s]]}".formatted("0".repeat(400)))) {
        server.assertError(400, "", server.postJson(path, bad));
      }
      for (String bad : List.of("{", "[[1,", "{\"images\":", "[".repeat(9999), "1".repeat(9999))) {
        HttpResponse<String> answer = server.send(server.postJson(path, bad));
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("no JSON: "), answer.body());
        assertFalse(
            answer.body().matches("(?s).*(Source|REDACTED|StreamRead|\\\\n).*"), answer.body());
      }
      for (String bad : List.of("\"!!\"", "\"iVBORw0KGgo!\"", "1")) {
        String body = "{\"images\":[%s]}".formatted(bad);
        server.assertError(400, "images[0] is not base64", server.postJson(path, body));
      }
      server.assertError(400, "query 'x=1'", server.post(path + "?x=1", "image/png", IMAGE));
      server.assertError(404, "there is no /nothing", server.post("/nothing", "image/png", IMAGE));
      server.assertError(405, "use POST", HttpRequest.newBuilder(server.at(path)).build());
      server.assertError(405, "use GET", server.post("/healthz", "image/png", IMAGE));
      server.assertError(415, "text/plain", server.post(path, "text/plain", IMAGE));
      server.assertError(
          413, "larger than 8 MB", server.post(path, "image/png", new byte[(8 << 20) + 1]));
      assertTrue(
          server
              .get("/metrics")
              .contains("weft_requests_total{path=\"/v1/classify\",code=\"413\"} 1"));
    }
  }
}
