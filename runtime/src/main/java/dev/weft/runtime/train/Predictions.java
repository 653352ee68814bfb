package dev.weft.runtime.train;

import java.util.Arrays;

/** What a model says of every image of a set. */
public final class Predictions {
  private final Totals totals;
  private final float[] probabilities;
  private final int[] actual;
  private final int classes;

  /**
   * Takes over the arrays.
   *
   * @param totals over the same images
   * @param probabilities [N,C], row-major, each 0..1
   * @param actual [N], the label of each image, 0..C-1
   * @param classes C
   */
  public Predictions(Totals totals, float[] probabilities, int[] actual, int classes) {
    this.totals = totals;
    this.probabilities = probabilities;
    this.actual = actual;
    this.classes = classes;
  }

  /** Number of images. */
  public int n() {
    return actual.length;
  }

  /** Number of classes. */
  public int classes() {
    return classes;
  }

  /** The label of image {@code i}. */
  public int actual(int i) {
    return actual[i];
  }

  /** The most probable class of image {@code i}, the first where several are. */
  public int predicted(int i) {
    return argmax(probabilities, i * classes, classes);
  }

  /**
   * Index, from 0, of the largest of {@code count} values, the first where several are.
   *
   * @param from index of the first value
   */
  public static int argmax(float[] values, int from, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (values[from + i] > values[from + best]) {
        best = i;
      }
    }
    return best;
  }

  /** How probable the model takes it to be that image {@code i} is of class {@code c}, 0..1. */
  public float probability(int i, int c) {
    return probabilities[i * classes + c];
  }

  /** A new array [C] of the probabilities of image {@code i}, each 0..1. */
  public float[] row(int i) {
    return Arrays.copyOfRange(probabilities, i * classes, (i + 1) * classes);
  }

  /** Loss, accuracy and confusion matrix. */
  public Evaluation evaluation() {
    int[][] confusion = new int[classes][classes];
    for (int i = 0; i < n(); i++) {
      confusion[actual(i)][predicted(i)]++;
    }
    return new Evaluation(totals.loss(), totals.accuracy(), confusion);
  }
}
