package dev.weft.models.compress;

import dev.weft.runtime.train.Evaluation;
import dev.weft.runtime.train.Predictions;

/**
 * How weights do on the test images.
 *
 * @param accuracy share of images that are recognised, 0..1
 * @param loss mean cross-entropy, in nats an image
 * @param sameAnswers share of images whose answer is that of the original weights, 0..1
 */
public record Scores(double accuracy, double loss, double sameAnswers) {

  /** Compares what weights say with what the original ones said of the same images. */
  public static Scores of(Predictions found, Predictions original) {
    int same = 0;
    for (int i = 0; i < found.n(); i++) {
      same += found.predicted(i) == original.predicted(i) ? 1 : 0;
    }
    Evaluation evaluation = found.evaluation();
    return new Scores(evaluation.accuracy(), evaluation.loss(), (double) same / found.n());
  }
}
