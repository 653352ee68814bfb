package dev.weft.models.compare;

import dev.weft.models.compress.Compression;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.Progress;
import dev.weft.runtime.train.ImportedRun;
import dev.weft.runtime.train.Origin;
import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.TrainConfig;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How a run started and ended, where that is not with weights of its own and when it was done: such
 * a run is no other seed of one that did.
 *
 * @param start for people; empty for one that drew its weights
 * @param startKey equal for runs that started alike
 * @param end for people; empty for one that is done
 * @param untrained whether its weights are from elsewhere, and were not trained in it
 * @param foreign whether they are, moreover, not those of a run of this program
 * @param testAccuracy that is known of untrained weights
 */
record Provenance(
    String start,
    String startKey,
    String end,
    boolean untrained,
    boolean foreign,
    Optional<Double> testAccuracy) {

  static Provenance of(Checkpoint checkpoint, TrainConfig config, RunFolder folder) {
    JsonNode compression =
        RunResult.json(
            folder.path().resolve(Compression.FILE),
            "take another copy, or make the run anew with weft compress");
    Map<String, String> words = checkpoint.config();
    String start = start(checkpoint, compression);
    boolean made =
        !compression.isEmpty()
            || words.containsKey(Origin.MADE_FROM)
            || words.containsKey(Origin.IMPORTED_FROM);
    boolean untrained = made && checkpoint.progress().step() == 0;
    return new Provenance(
        start,
        compression.isEmpty() ? words.getOrDefault(Origin.INIT_SHA256, start) : start,
        untrained ? "" : end(checkpoint.progress(), config),
        untrained,
        untrained && checkpoint.backend().equals(ImportedRun.NO_BACKEND),
        untrained ? RunResult.number(compression, "/after/accuracy") : Optional.empty());
  }

  private static String start(Checkpoint checkpoint, JsonNode compression) {
    Map<String, String> words = checkpoint.config();
    if (!compression.isEmpty()) {
      Progress progress = checkpoint.progress();
      boolean further =
          progress.epoch() > compression.path("epochs").asInt(0) || progress.stepInEpoch() > 0;
      return "compressed (%s)%s"
          .formatted(compression.path("variant").asString(""), further ? " and trained on" : "");
    }
    if (words.containsKey(Origin.IMPORTED_FROM)) {
      return "imported";
    }
    if (words.containsKey(Origin.MADE_FROM)) {
      return "made from " + words.get(Origin.MADE_FROM);
    }
    if (words.containsKey(Origin.INIT)) {
      return "init " + words.get(Origin.INIT);
    }
    return words.containsKey(Origin.INIT_SHA256) ? "given weights" : "";
  }

  /** Whether it is done can be told without its summary, which a killed process does not write. */
  private static String end(Progress progress, TrainConfig config) {
    boolean done =
        progress.epoch() >= config.epochs()
            || (config.patience() > 0 && progress.epochsSinceBest() >= config.patience());
    return done ? "" : "stopped after step " + progress.step();
  }

  /** What sets it apart from a run that is as others are. */
  Stream<String> marks() {
    return Stream.of(start, end).filter(mark -> !mark.isEmpty());
  }
}
