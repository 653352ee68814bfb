package dev.weft.models.cli;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.train.DataIdentity;
import dev.weft.runtime.train.RunImages;
import java.io.PrintStream;

/**
 * What an old run is tested with.
 *
 * @param images as many as the run used, or as were asked for
 * @param other whether they are not those that belong to the run
 */
record TestImages(Dataset images, boolean other) {

  /**
   * Loads them and tells the user about them.
   *
   * @param limit the run's own: most of them, 0 for all
   */
  static TestImages load(
      Checkpoint checkpoint, int limit, InputOptions input, Context context, PrintStream notes) {
    return of(input.images(checkpoint, context, notes), checkpoint, limit, notes);
  }

  /**
   * As above, with as many images as somebody asks for, which may be more than the run used.
   *
   * @param own limit of the run, for which it is known what the images are
   * @param asked most of them to test with, 0 for all
   */
  static TestImages load(
      Checkpoint checkpoint,
      int own,
      int asked,
      InputOptions input,
      Context context,
      PrintStream notes) {
    Datasets loaded = input.images(checkpoint, context, notes);
    boolean other = of(loaded, checkpoint, own, notes).other();
    return new TestImages(RunImages.limited(loaded.test(), asked), other);
  }

  /** Those to test with among all; the user is told if they are others than the run's. */
  static TestImages of(Datasets loaded, Checkpoint checkpoint, int limit, PrintStream notes) {
    Dataset test = RunImages.limited(loaded.test(), limit);
    String before = DataIdentity.of(checkpoint).testSha256(); // empty of imports
    boolean other = !before.isEmpty() && !before.equals(test.sha256());
    if (other) {
      notes.println("note: these are other test images than those that belong to the run");
    }
    return new TestImages(test, other);
  }
}
