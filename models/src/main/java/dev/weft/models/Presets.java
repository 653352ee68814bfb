package dev.weft.models;

import dev.weft.runtime.graph.ModelSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The models that come with Weft: the four of the paper, and LeNet-5 to compare them with. */
public final class Presets {
  /** The names of all presets. */
  public static final List<String> NAMES =
      List.of("cnn-simple", "cnn-dropout-1", "cnn-dropout-2", "cnn-dropout-3", "lenet5");

  private Presets() {}

  /** The preset called {@code name}, if there is one. */
  public static Optional<ModelSpec> find(String name) {
    return NAMES.contains(name) ? Optional.of(load(name)) : Optional.empty();
  }

  /** All presets. */
  public static List<ModelSpec> all() {
    return NAMES.stream().map(Presets::load).toList();
  }

  private static ModelSpec load(String name) {
    String file = name + ".json";
    try (InputStream json = Presets.class.getResourceAsStream(file)) {
      if (json == null) {
        throw new IllegalStateException("no resource " + file);
      }
      return ModelSpec.parse(new String(json.readAllBytes(), StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
