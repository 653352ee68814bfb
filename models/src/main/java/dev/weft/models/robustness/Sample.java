package dev.weft.models.robustness;

import java.util.List;

/**
 * An image as the model saw it.
 *
 * @param pixels {@code [h,w]}, 0..1
 * @param predicted the class that it was taken for
 */
public record Sample(float[] pixels, int predicted) {

  /**
   * One kind of corruption, from weak to strong.
   *
   * @param name of the corruption
   * @param samples as many as the {@link Robustness.Row} of that name has cells
   */
  public record Row(String name, List<Sample> samples) {
    public Row {
      samples = List.copyOf(samples);
    }
  }
}
