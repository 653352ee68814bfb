package dev.weft.models.cli;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.Loaded;
import java.io.PrintStream;

/**
 * What an old run is tested with.
 *
 * @param images as many as the run used
 * @param other whether they are not those that belong to the run
 */
record TestImages(Dataset images, boolean other) {

  /**
   * Loads them and tells the user about them.
   *
   * @param limit most of them, 0 for all
   */
  static TestImages load(
      Checkpoint checkpoint, int limit, InputOptions input, Context context, PrintStream notes) {
    return of(input.images(checkpoint, context, notes), checkpoint, limit, notes);
  }

  /** Those to test with among all; the user is told if they are others than the run's. */
  static TestImages of(Loaded loaded, Checkpoint checkpoint, int limit, PrintStream notes) {
    Dataset test = limit == 0 ? loaded.test() : loaded.test().limit(limit);
    String before = checkpoint.config().getOrDefault("data.test-sha256", ""); // of imports: unknown
    boolean other = !before.isEmpty() && !before.equals(test.sha256());
    if (other) {
      notes.println("note: these are other test images than those that belong to the run");
    }
    return new TestImages(test, other);
  }
}
