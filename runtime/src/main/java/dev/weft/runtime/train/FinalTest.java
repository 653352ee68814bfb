package dev.weft.runtime.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the weights that a run has saved say of its test images.
 *
 * @param predictions by {@code best}, if there are any, then {@code last}
 * @param classNames by label
 */
public record FinalTest(Map<String, Predictions> predictions, List<String> classNames) {

  /** Copies the map, keeping its order. */
  public FinalTest {
    predictions = Collections.unmodifiableMap(new LinkedHashMap<>(predictions));
    classNames = List.copyOf(classNames);
  }

  /** That of a run which was not tested. */
  public static FinalTest none() {
    return new FinalTest(Map.of(), List.of());
  }

  /**
   * Tests on the device that the run was trained on, whose model keeps the last weights.
   *
   * @throws dev.weft.runtime.UserException if a file is damaged
   */
  public static FinalTest of(Trainer trainer) {
    Map<String, Predictions> predictions = new LinkedHashMap<>();
    if (Files.exists(trainer.folder().best())) {
      predictions.put("best", test(trainer, trainer.folder().best()));
    }
    predictions.put("last", test(trainer, trainer.folder().last()));
    return new FinalTest(predictions, trainer.images().classNames());
  }

  private static Predictions test(Trainer trainer, Path weights) {
    ModelSession model = trainer.model();
    model.setWeights(Evaluator.read(weights, model));
    RunImages.About images = trainer.images();
    return model.predict(images.trainAndValidation(), images.all());
  }

  /**
   * What the best weights say; the last ones where there are no best.
   *
   * @throws java.util.NoSuchElementException if nothing was tested
   */
  public Predictions ofBest() {
    return predictions.values().stream().findFirst().orElseThrow();
  }

  /** Losses, accuracies and confusion matrices, by the same names. */
  public Map<String, TestResult> results() {
    Map<String, TestResult> results = new LinkedHashMap<>();
    predictions.forEach(
        (name, found) -> results.put(name, TestResult.of(found.evaluation(), classNames)));
    return results;
  }
}
