package dev.weft.models.explain;

import dev.weft.kernels.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a map means anything: what is left of a class when the pixels that the map marks hottest
 * are hidden, and when as many of the coldest are. (After Samek et al., Evaluating the
 * visualization of what a deep neural network has learned, IEEE TNNLS 28(11), 2017.) Only pixels
 * that are not black can be hidden.
 *
 * @param pixels number of pixels hidden, a tenth of those that are not black
 * @param hottest probability of the class without the hottest ones
 * @param coldest probability of the class without the coldest ones
 */
public record Deletion(int pixels, double hottest, double coldest) {

  /**
   * Hides pixels.
   *
   * @param image {@code [h,w,c]}
   * @param map {@code [h,w]}
   */
  static Deletion of(Network network, float[] image, Shape shape, int label, Heatmap map) {
    int c = shape.dim(2);
    List<Integer> bright = new ArrayList<>();
    for (int i = 0; i < map.values().length; i++) {
      int pixel = i;
      if (IntStream.range(0, c).anyMatch(k -> image[pixel * c + k] > 0)) {
        bright.add(i);
      }
    }
    bright.sort(Comparator.comparingDouble(i -> map.values()[i]));
    int count = bright.size() / 10;
    List<float[]> answers =
        network.probabilitiesOf(
            List.of(
                    without(image, bright.subList(bright.size() - count, bright.size()), c),
                    without(image, bright.subList(0, count), c))
                .iterator());
    return new Deletion(count, answers.getFirst()[label], answers.getLast()[label]);
  }

  private static float[] without(float[] image, List<Integer> pixels, int c) {
    float[] copy = image.clone();
    for (int pixel : pixels) {
      for (int k = 0; k < c; k++) {
        copy[pixel * c + k] = 0;
      }
    }
    return copy;
  }
}
