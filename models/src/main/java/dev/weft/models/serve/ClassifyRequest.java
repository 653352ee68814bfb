package dev.weft.models.serve;

import dev.weft.models.predict.BadImageException;
import dev.weft.models.predict.GarmentReader;
import dev.weft.models.predict.Prepared;
import dev.weft.runtime.JsonErrors;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is to be classified: an image, or JSON with several images or their pixels. */
final class ClassifyRequest {
  /** Most images of one request. */
  static final int MAX_IMAGES = 64;

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]*+");

  /** Tokens of JSON beside those of the pixels that are asked about. */
  private static final long MORE_TOKENS = 1000;

  private final JsonMapper json;
  private final GarmentReader reader;
  private final int height;
  private final int width;

  ClassifyRequest(int height, int width) {
    this.reader = new GarmentReader(height, width);
    this.height = height;
    this.width = width;
    this.json =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxTokenCount(mostTokens(height, width))
                            .build())
                    .build())
            .build();
  }

  /**
   * Tokens that the pixels of twice as many images as are allowed have: a body of empty objects
   * would take thirty times its size in memory.
   */
  private static long mostTokens(int height, int width) {
    long image = 2 + height * (2L + width);
    return 2 * MAX_IMAGES * image + MORE_TOKENS;
  }

  /** Refuses types that are not read, before the body is. */
  static boolean isJson(String contentType) throws HttpFailure {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "application/json" -> true;
      case "", "image/png", "image/jpeg", "image/*", "application/octet-stream" -> false;
      default ->
          throw new HttpFailure(
              415,
              "Content-Type %s; send image/png, image/jpeg, application/octet-stream or application/json"
                  .formatted(type));
    };
  }

  /**
   * Makes the images of a body ready for the model.
   *
   * @throws HttpFailure 400 if it cannot be used
   * @throws InterruptedException if nobody waits for them any more
   */
  List<Prepared> parse(byte[] body, boolean isJson) throws HttpFailure, InterruptedException {
    if (isJson) {
      return parseJson(body);
    }
    return List.of(image(body, "the image"));
  }

  private Prepared image(byte[] file, String called) throws HttpFailure {
    try {
      return reader.read(file);
    } catch (BadImageException e) {
      throw new HttpFailure(400, called + " " + e.getMessage());
    }
  }

  private List<Prepared> parseJson(byte[] body) throws HttpFailure, InterruptedException {
    JsonNode root;
    try {
      root = json.readTree(body);
    } catch (JacksonException e) {
      throw new HttpFailure(400, "no JSON: " + JsonErrors.reason(e));
    }
    JsonNode images = root.path("images");
    JsonNode pixels = root.path("pixels");
    if (images.isArray() == pixels.isArray()) {
      throw new HttpFailure(
          400,
          "the JSON must have either 'images', a list of base64, or 'pixels', a list of lists");
    }
    JsonNode list = images.isArray() ? images : pixels;
    if (list.isEmpty() || list.size() > MAX_IMAGES) {
      throw new HttpFailure(
          400, String.format(Locale.ROOT, "%d images; allowed: 1 to %d", list.size(), MAX_IMAGES));
    }
    List<Prepared> prepared = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException(); // large ones take a second each
      }
      prepared.add(images.isArray() ? base64(list.get(i), i) : pixels(list.get(i), i));
    }
    return prepared;
  }

  private Prepared base64(JsonNode node, int i) throws HttpFailure {
    String text = node.isString() ? node.asString().replaceFirst("^data:[^,]*,", "") : "?";
    try {
      // The decoder skips line ends, but whatever else there is, too.
      if (!BASE64.matcher(text).matches()) {
        throw notBase64(i);
      }
      return image(Base64.getMimeDecoder().decode(text), "images[" + i + "]");
    } catch (IllegalArgumentException e) {
      throw notBase64(i);
    }
  }

  private static HttpFailure notBase64(int i) {
    return new HttpFailure(400, "images[" + i + "] is not base64");
  }

  /** Flat, or a list of rows; 0 is black, 255 white. */
  private Prepared pixels(JsonNode node, int i) throws HttpFailure {
    byte[] pixels = new byte[height * width];
    int n = 0;
    for (JsonNode row : node) {
      for (JsonNode value : row.isArray() ? row : List.of(row)) {
        double number =
            value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN; // may be too long
        if (!(number >= 0 && number <= 255)) {
          throw new HttpFailure(400, "pixels[" + i + "]: every value must be 0 to 255");
        }
        if (n < pixels.length) {
          pixels[n] = (byte) Math.round(number);
        }
        n++;
      }
    }
    if (n != pixels.length) {
      throw new HttpFailure(
          400,
          String.format(Locale.ROOT, "pixels[%d] has %d values, not %dx%d", i, n, height, width));
    }
    return new Prepared(pixels, Prepared.How.AS_IT_IS);
  }
}
