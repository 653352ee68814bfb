package dev.weft.runtime.train;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where the weights come from that a run did not draw itself: words in {@code config.json} and in
 * checkpoints, which stay there as it goes on. A run that drew its weights has none.
 */
public final class Origin {
  /** The file that {@code --init} named. */
  public static final String INIT = "init";

  /** Digest of the weights that a run was given to start from. */
  public static final String INIT_SHA256 = "init-sha256";

  /** What the weights of an imported run were read from. */
  public static final String IMPORTED_FROM = "imported-from";

  /** The run whose weights these were made of. */
  public static final String MADE_FROM = "made-from";

  private Origin() {}

  /**
   * Words of a run that starts.
   *
   * @param weights those that it starts from; are asked for where they come out of a file
   */
  static Map<String, String> of(
      Start start, String modelJson, Supplier<Map<String, NamedTensor>> weights) {
    Map<String, String> words = new LinkedHashMap<>();
    switch (start) {
      case Start.Fresh() -> {}
      case Start.Given given ->
          words.put(INIT_SHA256, Checkpoint.sha256(modelJson, given.weights()));
      case Start.Weights(var file) -> {
        words.put(INIT, file.toString());
        words.put(INIT_SHA256, Checkpoint.sha256(modelJson, weights.get()));
      }
      case Start.Resume(Checkpoint before) -> {
        for (String name : List.of(INIT, INIT_SHA256, IMPORTED_FROM, MADE_FROM)) {
          String word = before.config().get(name);
          if (word != null) {
            words.put(name, word);
          }
        }
      }
    }
    return words;
  }
}
