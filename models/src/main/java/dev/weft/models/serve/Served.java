package dev.weft.models.serve;

import dev.weft.runtime.train.Predictor;
import java.util.List;

/**
 * The model that a server asks.
 *
 * @param name of the model
 * @param classNames by label
 * @param height rows of its input
 * @param width columns of its input
 * @param model asked by one thread
 * @param explanations asked one at a time
 */
record Served(
    String name,
    List<String> classNames,
    int height,
    int width,
    Batcher.Model model,
    Explanations explanations) {
  static Served of(Predictor predictor, Explanations explanations) {
    return new Served(
        predictor.spec().name(),
        predictor.classNames(),
        predictor.height(),
        predictor.width(),
        predictor::predict,
        explanations);
  }
}
