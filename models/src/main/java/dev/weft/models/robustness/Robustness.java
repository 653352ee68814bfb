package dev.weft.models.robustness;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How a model does on images that are worse than those it was trained with.
 *
 * @param clean on clean images
 * @param corruptions each with all severities
 * @param attacks with pixels changed to mislead it
 * @param classes by label
 */
public record Robustness(
    Cell clean, List<Row> corruptions, List<Row> attacks, List<ClassAccuracy> classes) {

  /**
   * On all images, corrupted in one way.
   *
   * @param level how strong, in the unit of the row; 0 for none
   * @param accuracy share of images that were recognised, 0..1
   * @param confidence mean probability of the class that an image is taken for, 0..1: where it is
   *     far above the accuracy, the model does not notice that it sees nothing
   */
  public record Cell(double level, double accuracy, double confidence) {}

  /**
   * One kind of corruption.
   *
   * @param name of a {@link Corruption} or an {@link Attack}
   * @param unit of the levels
   * @param cells from weak to strong, at least one
   */
  public record Row(String name, String unit, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** Mean of a value of all cells. */
    double mean(ToDoubleFunction<Cell> value) {
      return cells.stream().mapToDouble(value).average().orElseThrow();
    }

    /** Mean accuracy of all cells, 0..1. */
    public double meanAccuracy() {
      return mean(Cell::accuracy);
    }
  }

  /**
   * How it does on the images of one class.
   *
   * @param name of the class
   * @param images of the class
   * @param clean share that is recognised clean, 0..1; nothing without images
   * @param corrupted mean share over all corruptions; nothing without images or corruptions
   */
  public record ClassAccuracy(
      String name, int images, OptionalDouble clean, OptionalDouble corrupted) {}

  public Robustness {
    corruptions = List.copyOf(corruptions);
    attacks = List.copyOf(attacks);
    classes = List.copyOf(classes);
  }

  /** Mean accuracy over all corruptions and severities, 0..1; nothing without any. */
  public OptionalDouble meanCorrupted() {
    return corruptions.stream().mapToDouble(Row::meanAccuracy).average();
  }
}
