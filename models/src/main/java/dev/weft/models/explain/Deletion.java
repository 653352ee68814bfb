package dev.weft.models.explain;

import dev.weft.kernels.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whether a map means anything: what is left of a class when the pixels that the map marks hottest
 * are hidden, and when as many at random are. (After the deletion metric of Petsiuk, Das and
 * Saenko, RISE, BMVC 2018, arXiv:1806.07421.) Only pixels that are not black can be hidden.
 *
 * @param pixels number of pixels hidden, a tenth of those that are not black
 * @param hottest probability of the class without the hottest ones
 * @param random mean probability without random ones
 */
public record Deletion(int pixels, double hottest, double random) {
  private static final int DRAWS = 20;
  private static final long SEED = 1;

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
    int count = bright.size() / 10;
    List<float[]> images = new ArrayList<>();
    bright.sort(Comparator.comparingDouble((Integer i) -> map.values()[i]).reversed());
    images.add(without(image, bright.subList(0, count), c));
    Random random = new Random(SEED);
    for (int i = 0; i < DRAWS; i++) {
      Collections.shuffle(bright, random);
      images.add(without(image, bright.subList(0, count), c));
    }
    List<float[]> answers = network.probabilitiesOf(images.iterator());
    return new Deletion(
        count,
        answers.getFirst()[label],
        answers.stream().skip(1).mapToDouble(answer -> answer[label]).average().orElseThrow());
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
