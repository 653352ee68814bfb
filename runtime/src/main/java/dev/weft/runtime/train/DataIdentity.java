package dev.weft.runtime.train;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Dataset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What tells the images of a run from others, as {@code config.json} and checkpoints have it. Of
 * imported weights nothing is known: all is empty.
 *
 * @param source name of a {@link Dataset.Source}
 * @param origin where they come from, for people
 * @param trainSha256 digest of those to train on and those held out
 * @param testSha256 digest of those to test with
 */
public record DataIdentity(String source, String origin, String trainSha256, String testSha256) {
  /** What its names begin with among the settings of a checkpoint. */
  static final String PREFIX = "data.";

  private static final String SOURCE = "source";
  private static final String ORIGIN = "origin";
  private static final String TRAIN_SHA256 = "train-sha256";
  private static final String TEST_SHA256 = "test-sha256";

  /** That of the images that a checkpoint was trained with. */
  public static DataIdentity of(Checkpoint checkpoint) {
    Map<String, String> settings = checkpoint.config();
    return new DataIdentity(
        settings.getOrDefault(PREFIX + SOURCE, ""),
        settings.getOrDefault(PREFIX + ORIGIN, ""),
        settings.getOrDefault(PREFIX + TRAIN_SHA256, ""),
        settings.getOrDefault(PREFIX + TEST_SHA256, ""));
  }

  /** Whether the images are of this kind. */
  public boolean isFrom(Dataset.Source wanted) {
    return source.equals(wanted.name());
  }

  /** By name, as {@code config.json} has it. */
  Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put(SOURCE, source);
    map.put(ORIGIN, origin);
    map.put(TRAIN_SHA256, trainSha256);
    map.put(TEST_SHA256, testSha256);
    return map;
  }
}
