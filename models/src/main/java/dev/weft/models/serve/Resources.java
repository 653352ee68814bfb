package dev.weft.models.serve;

import dev.weft.models.predict.SeenImage;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.train.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What is there to get: the page, its examples, the description, health and figures. */
final class Resources {
  private static final long EXAMPLES_SEED = 5;
  private static final int EXAMPLES = 10;

  private final Map<String, Supplier<Content>> all = new LinkedHashMap<>();

  /**
   * Something to get.
   *
   * @param type of content
   */
  record Content(String type, byte[] bytes) {}

  Resources(Served served, Metrics metrics) {
    add("/", "text/html; charset=utf-8", read("page.html"));
    add("/openapi.json", "application/json", read("openapi.json"));
    Dataset drawn = DrawnGarments.generate(EXAMPLES_SEED, EXAMPLES);
    for (int i = 0; i < EXAMPLES; i++) {
      add(
          "/examples/" + i + ".png",
          "image/png",
          SeenImage.png(drawn.image(i), drawn.h(), drawn.w()));
    }
    Map<String, String> health = new LinkedHashMap<>();
    health.put("status", "ok");
    health.put("model", served.name());
    add("/healthz", "application/json", JsonText.line(health).getBytes(StandardCharsets.UTF_8));
    all.put(
        "/metrics",
        () ->
            new Content(
                "text/plain; version=0.0.4; charset=utf-8",
                metrics.text().getBytes(StandardCharsets.UTF_8)));
  }

  private void add(String path, String type, byte[] bytes) {
    Content content = new Content(type, bytes);
    all.put(path, () -> content);
  }

  Optional<Content> find(String path) {
    return Optional.ofNullable(all.get(path)).map(Supplier::get);
  }

  private static byte[] read(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
