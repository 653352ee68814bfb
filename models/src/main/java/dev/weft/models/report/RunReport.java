package dev.weft.models.report;

import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.graph.LayerSpec;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.train.DataIdentity;
import dev.weft.runtime.train.Evaluation;
import dev.weft.runtime.train.Evaluator;
import dev.weft.runtime.train.Predictions;
import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.RunHistory;
import dev.weft.runtime.train.TrainConfig;
import java.nio.file.Path;
import java.util.List;

/**
 * What a report is about: some weights of a run, on the test images.
 *
 * @param run what it is called
 * @param weights name of the file they are in
 * @param checkpoint what is in it
 * @param model what was trained
 * @param device what the test ran on
 * @param test the images
 * @param otherImages whether these are not the test images that belong to the run
 * @param predictions for each of them
 * @param history of the training
 */
public record RunReport(
    String run,
    String weights,
    Checkpoint checkpoint,
    ModelSpec model,
    String device,
    Dataset test,
    boolean otherImages,
    Predictions predictions,
    RunHistory history) {
  private static final int MISTAKES = 24;

  /**
   * Tests weights.
   *
   * @param run what it is called
   * @param file the checkpoint, which lies in the run's folder
   * @throws UserException if it is damaged, or the images do not fit the model
   */
  public static RunReport of(
      String run, Path file, Backends.Choice device, Dataset test, boolean otherImages) {
    Checkpoint checkpoint = Checkpoint.read(file);
    ModelSpec model = ModelSpec.parse(checkpoint.modelJson(), file.toString());
    TrainConfig config = TrainConfig.of(model, checkpoint.config(), file.toString());
    try (Evaluator evaluator = new Evaluator(model, config.batch(), test, device)) {
      Predictions predictions = evaluator.predict(file);
      return of(run, file, checkpoint, device.device().name(), test, otherImages, predictions);
    }
  }

  /**
   * Of weights that were tested before.
   *
   * @param predictions for each image of {@code test}
   */
  public static RunReport of(
      String run,
      Path file,
      Checkpoint checkpoint,
      String device,
      Dataset test,
      boolean otherImages,
      Predictions predictions) {
    Path folder = file.toAbsolutePath().getParent();
    return new RunReport(
        run,
        String.valueOf(file.getFileName()),
        checkpoint,
        ModelSpec.parse(checkpoint.modelJson(), file.toString()),
        device,
        test,
        otherImages,
        predictions,
        RunHistory.read(new RunFolder(folder == null ? Path.of("") : folder)));
  }

  /** Loss, accuracy and confusion matrix. */
  public Evaluation evaluation() {
    return predictions.evaluation();
  }

  /** Metrics of each class. */
  public List<ClassMetrics> classes() {
    return ClassMetrics.of(evaluation(), test.classNames());
  }

  /** Whether it is right as often as it says. */
  public Calibration calibration() {
    return Calibration.of(predictions, Calibration.BINS);
  }

  /** The mistakes it was surest of. */
  public List<Mistake> mistakes() {
    return Mistake.surest(predictions, MISTAKES);
  }

  /** Whether images drawn by the program were trained on or tested with. */
  public boolean drawn() {
    return test.source() == Dataset.Source.DRAWN
        || DataIdentity.of(checkpoint).isFrom(Dataset.Source.DRAWN);
  }

  /** Whether training dropped anything: the model has layers for it, which were not turned off. */
  boolean drops() {
    return model.layers().stream().anyMatch(LayerSpec.Dropout.class::isInstance)
        && !checkpoint.config().getOrDefault("dropout", "").equals("false");
  }

  /**
   * Whether images were held out. Of one where none were, older metrics give as theirs those of
   * training.
   */
  boolean validated() {
    return !checkpoint.config().getOrDefault("val-split", "").equals("0.0");
  }
}
