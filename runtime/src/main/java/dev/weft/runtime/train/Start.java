package dev.weft.runtime.train;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a run starts from. */
public sealed interface Start {
  /** Freshly drawn weights. */
  record Fresh() implements Start {}

  /** Weights that are there already, with the model's own names and shapes; else as a fresh run. */
  record Given(Map<String, NamedTensor> weights) implements Start {
    public Given {
      weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
  }

  /** Weights out of a file; everything else as in a fresh run. */
  record Weights(Path file) implements Start {}

  /** The newest checkpoint of the run folder. */
  record Resume(Checkpoint checkpoint) implements Start {}
}
