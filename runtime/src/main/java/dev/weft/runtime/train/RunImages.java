package dev.weft.runtime.train;

import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.graph.ModelSpec;
import java.util.List;
import java.util.Locale;

/**
 * The images of a run as the device takes them: those to train on, then those held out, then those
 * to test with. Copies of all images are most of the memory that a run takes: neither what these
 * were made of nor these need to be kept once the run is set up.
 */
public final class RunImages {
  private final int[] pixels;
  private final int[] labels;
  private final About about;

  /**
   * What stays of them.
   *
   * @param train number of images to train on, the first ones
   * @param validation number of images held out, the next ones
   * @param test number of images to test with, the last ones
   * @param classNames by label
   * @param source what kind of images they are
   * @param origin where they come from, for people
   * @param trainSha256 digest of those to train on and those held out
   * @param testSha256 digest of those to test with
   */
  public record About(
      int train,
      int validation,
      int test,
      List<String> classNames,
      Dataset.Source source,
      String origin,
      String trainSha256,
      String testSha256) {
    public About {
      classNames = List.copyOf(classNames);
    }

    /** Number of images that are not for the test. */
    public int trainAndValidation() {
      return train + validation;
    }

    /** Number of all images. */
    int all() {
      return train + validation + test;
    }

    /** What tells these images from others, for config.json and checkpoints. */
    DataIdentity identity() {
      return new DataIdentity(source.name(), origin, trainSha256, testSha256);
    }

    /**
     * Refuses to go on with a run that was trained or tested with other images. Of an imported one
     * nobody knows.
     *
     * @throws UserException if the checkpoint names other images than these
     */
    void requireSame(Checkpoint checkpoint, RunFolder folder) {
      DataIdentity before = DataIdentity.of(checkpoint);
      boolean trained = checkpoint.progress().step() > 0;
      if (differs(before.trainSha256(), trainSha256, trained)
          || differs(before.testSha256(), testSha256, trained)) {
        throw new UserException(
            "%s was trained on other data (%s); give that folder with --data, or start anew with --init %s"
                .formatted(
                    folder.path(),
                    before.origin().isEmpty() ? "unknown" : before.origin(),
                    folder.last()));
      }
    }

    private static boolean differs(String before, String now, boolean trained) {
      boolean imported = before.isEmpty() && !trained;
      return !imported && !before.equals(now);
    }

    /** As {@code summary.json} has them. */
    public RunSummary.DataUsed used() {
      return new RunSummary.DataUsed(
          source.name().toLowerCase(Locale.ROOT), origin, train, validation, test);
    }
  }

  private RunImages(Dataset first, Dataset test, int train) {
    int words = first.n() * first.wordsPerImage();
    pixels = new int[words + test.n() * test.wordsPerImage()];
    first.pack(pixels, 0);
    test.pack(pixels, words);
    labels = new int[first.n() + test.n()];
    System.arraycopy(first.labels(), 0, labels, 0, first.n());
    System.arraycopy(test.labels(), 0, labels, first.n(), test.n());
    about =
        new About(
            train,
            first.n() - train,
            test.n(),
            test.classNames(),
            first.source(),
            first.origin(),
            first.sha256(),
            test.sha256());
  }

  /**
   * Takes as many of the images as the configuration says, and splits them.
   *
   * @throws UserException if they do not fit the model or are too few
   */
  public static RunImages of(Datasets images, TrainConfig config) {
    Dataset first = limited(images.train(), config.limit());
    requireFits(config.model(), first);
    double split = config.validationSplit();
    int train = split == 0 ? first.n() : first.split(split).train().n();
    return new RunImages(first, limited(images.test(), config.limit()), train);
  }

  /** The first {@code limit} images, as {@link TrainConfig#limit} has it: all of them for 0. */
  public static Dataset limited(Dataset images, int limit) {
    return limit == 0 ? images : images.limit(limit);
  }

  /**
   * Checks that a model takes these images and tells their classes apart.
   *
   * @throws UserException if it does not
   */
  public static void requireFits(ModelSpec model, Dataset images) {
    List<Integer> wanted = model.input().dims();
    if (!wanted.equals(List.of(images.h(), images.w(), 1))
        || model.classes() != images.classNames().size()) {
      throw new UserException(
          "model %s takes %s and tells %d classes apart, but the images are [%d,%d,1] of %d classes"
              .formatted(
                  model.name(),
                  model.input(),
                  model.classes(),
                  images.h(),
                  images.w(),
                  images.classNames().size()));
    }
  }

  /** {@link Dataset#packed} of all images; not to be changed. */
  int[] pixels() {
    return pixels;
  }

  /** Labels of all images; not to be changed. */
  int[] labels() {
    return labels;
  }

  /** What stays of them. */
  public About about() {
    return about;
  }
}
