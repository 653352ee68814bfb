package dev.weft.models.predict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model says about an image.
 *
 * @param known whether the first class is probable enough to be named
 * @param top the most probable classes, the first the most
 * @param probabilities of all classes, by label, 0..1
 */
public record Answer(boolean known, List<Guess> top, List<Float> probabilities) {
  /** How many classes are told of, where there are as many. */
  public static final int TOP = 3;

  /**
   * A class that it may be.
   *
   * @param label 0..classes-1
   * @param name of the class
   * @param probability 0..1
   */
  public record Guess(int label, String name, float probability) {}

  public Answer {
    top = List.copyOf(top);
    probabilities = List.copyOf(probabilities);
  }

  /**
   * Reads a row of what a model gave.
   *
   * @param probabilities {@code [n, classes]}
   * @param row which image
   * @param threshold least probability at which a class is named, 0..1
   */
  public static Answer of(
      float[] probabilities, int row, List<String> classNames, double threshold) {
    int classes = classNames.size();
    List<Float> all = new ArrayList<>();
    for (int label = 0; label < classes; label++) {
      all.add(probabilities[row * classes + label]);
    }
    List<Guess> top =
        IntStream.range(0, classes)
            .mapToObj(label -> new Guess(label, classNames.get(label), all.get(label)))
            .sorted(Comparator.comparingDouble(guess -> -guess.probability()))
            .limit(TOP)
            .toList();
    return new Answer(top.getFirst().probability() >= threshold, top, all);
  }

  /** The most probable class. */
  public Guess best() {
    return top.getFirst();
  }
}
