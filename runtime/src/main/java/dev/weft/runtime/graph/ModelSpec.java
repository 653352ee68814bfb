package dev.weft.runtime.graph;

import dev.weft.kernels.Shape;
import dev.weft.runtime.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A model: a sequence of layers that turns an image into probabilities of classes.
 *
 * <p>In JSON:
 *
 * <pre>{@code
 * {
 *   "name": "tiny",
 *   "description": "optional, shown to the user",
 *   "input": [28, 28, 1],
 *   "layers": [
 *     {"type": "conv2d", "filters": 8, "kernel": 3, "padding": "same", "activation": "relu"},
 *     {"type": "pool", "kind": "max", "size": 2, "stride": 2},
 *     {"type": "dropout", "rate": 0.25},
 *     {"type": "flatten"},
 *     {"type": "dense", "units": 10, "activation": "softmax"}
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code kernel} and {@code stride} of conv2d take one number or {@code [height, width]}. Where
 * left out, {@code stride} is 1 for conv2d and {@code size} for pool, and {@code activation} is
 * none. There is also {@code {"type": "relu"}}.
 *
 * @param name letters, digits, {@code . _ -}, at most 64, the first a letter or digit: it names
 *     folders
 * @param description one line for the user, at most 1000 characters; may be empty
 * @param input shape of an image, {@code [h,w,c]}, at most 4096x4096x64
 * @param layers 1 to 256; the last is dense with softmax
 */
public record ModelSpec(String name, String description, Shape input, List<LayerSpec> layers) {
  /** Most layers of a model. */
  static final int MAX_LAYERS = 256;

  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_DESCRIPTION = 1000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /**
   * Checks the ranges above and that each layer fits the one before it.
   *
   * @throws IllegalArgumentException saying what does not fit, and what would
   */
  public ModelSpec {
    layers = List.copyOf(layers);
    requireName(name);
    requireDescription(description);
    requireInput(input);
    requireLayerCount(layers.size());
    summarize(input, layers);
  }

  /**
   * Reads a model from a JSON file of at most 1 MB.
   *
   * @throws UserException if the file cannot be read or is no valid model; the line names file,
   *     line, column and what is allowed there
   */
  public static ModelSpec read(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new UserException(file + ": there is no such model file", e);
    } catch (IOException e) {
      throw new UserException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
    if (bytes.length > MAX_BYTES) {
      throw new UserException(file + " is larger than 1 MB: that is no model");
    }
    try {
      String json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return parse(json.replaceFirst("^\uFEFF", ""), file.toString()); // a byte order mark
    } catch (CharacterCodingException e) {
      throw new UserException(file + " is not text in UTF-8; save it in that encoding", e);
    }
  }

  /**
   * Reads a model from JSON text.
   *
   * @param json the text, such as {@link #toJson} makes
   * @param source where it came from, for messages
   * @throws UserException if it is no valid model, as for {@link #read}
   */
  public static ModelSpec parse(String json, String source) {
    return ModelJson.read(json, source);
  }

  /** This model as JSON on one line; equal models give equal text. */
  public String toJson() {
    return ModelJson.write(this);
  }

  /** Number of classes that the model tells apart. */
  public int classes() {
    return summary().layers().getLast().output().size();
  }

  /** The layers with their names, shapes and sizes. */
  public ModelSummary summary() {
    return summarize(input, layers);
  }

  private static ModelSummary summarize(Shape input, List<LayerSpec> layers) {
    ModelSummary.Builder summary = new ModelSummary.Builder(input);
    layers.forEach(summary::add);
    return summary.build();
  }

  static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new FieldException(
          "name", Json.quote(name), "up to 64 letters, digits, '.', '_' and '-'");
    }
  }

  static void requireDescription(String description) {
    if (description.length() > MAX_DESCRIPTION
        || description.chars().anyMatch(Character::isISOControl)) {
      throw new FieldException(
          "description", Json.quote(description), "one line of at most 1000 characters");
    }
  }

  static void requireInput(Shape input) {
    if (input.rank() != 3
        || Math.max(input.dim(0), input.dim(1)) > 4096
        || input.dim(2) > 64
        || input.size() > ModelSummary.MAX_ELEMENTS) {
      throw new FieldException(
          "input",
          input,
          "[height, width, channels] of at most 4096, 4096 and 64, and %d elements in all"
              .formatted(ModelSummary.MAX_ELEMENTS));
    }
  }

  static void requireLayerCount(int count) {
    if (count < 1 || count > MAX_LAYERS) {
      throw new FieldException(
          "layers", "a list of " + count, "1 to %d layers".formatted(MAX_LAYERS));
    }
  }
}
