package dev.weft.models.report;

import dev.weft.runtime.train.Predictions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An image that was taken for something else.
 *
 * @param image its number among the test images, from 0
 * @param actual its label
 * @param predicted what it was taken for
 * @param probability of that, as the model says, 0..1
 * @param actualProbability of what it is, as the model says, 0..1
 */
public record Mistake(
    int image, int actual, int predicted, float probability, float actualProbability) {

  /** The {@code most} mistakes that the model was surest of, the surest first. */
  public static List<Mistake> surest(Predictions predictions, int most) {
    return IntStream.range(0, predictions.n())
        .filter(i -> predictions.predicted(i) != predictions.actual(i))
        .mapToObj(i -> of(predictions, i))
        .sorted(
            Comparator.comparingDouble((Mistake mistake) -> -mistake.probability())
                .thenComparingInt(Mistake::image))
        .limit(most)
        .toList();
  }

  private static Mistake of(Predictions predictions, int image) {
    int actual = predictions.actual(image);
    int predicted = predictions.predicted(image);
    return new Mistake(
        image,
        actual,
        predicted,
        predictions.probability(image, predicted),
        predictions.probability(image, actual));
  }
}
