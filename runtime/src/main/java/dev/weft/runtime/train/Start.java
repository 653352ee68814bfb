package dev.weft.runtime.train;

import dev.weft.runtime.checkpoint.Checkpoint;
import java.nio.file.Path;

/** Where a run starts from. */
public sealed interface Start {
  /** Freshly drawn weights. */
  record Fresh() implements Start {}

  /** Weights out of a file; everything else as in a fresh run. */
  record Weights(Path file) implements Start {}

  /** The newest checkpoint of the run folder. */
  record Resume(Checkpoint checkpoint) implements Start {}
}
