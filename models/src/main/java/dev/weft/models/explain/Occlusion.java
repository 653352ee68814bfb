package dev.weft.models.explain;

import dev.weft.kernels.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much the probability of a class drops when a square patch of the image is hidden, as a
 * function of where the patch lies. (Zeiler and Fergus, Visualizing and understanding convolutional
 * networks, ECCV 2014, arXiv:1311.2901, section 4.2.) Hidden pixels become 0, black, which is the
 * background of the images that models here are trained on: that part of the garment is missing.
 *
 * @param drop {@code [h,w]}: probability of the class less that with the patch centred there; below
 *     0 where the class becomes more probable
 * @param patch side of the square in pixels; at the border less of it lies in the image
 * @param worst where the class drops most
 */
public record Occlusion(Heatmap drop, int patch, Worst worst) {

  /**
   * A patch and what the model says without it.
   *
   * @param y row of its centre
   * @param x column of its centre
   * @param probabilities {@code [classes]}
   */
  public record Worst(int y, int x, float[] probabilities) {}

  /** A patch to try. */
  private record Place(int y, int x) {}

  /** Side of a patch that hides a sixteenth of a square image: odd, so that it has a centre. */
  static int defaultPatch(Shape image) {
    return Math.max(image.dim(0), image.dim(1)) / 4 | 1;
  }

  /**
   * Tries every place; of images larger than 64x64, places so far apart that there are 64 a side.
   *
   * @param network to ask, {@link Network#batch} patches at once
   * @param image {@code [h,w,c]}
   * @param before probability of class {@code label} with nothing hidden
   */
  static Occlusion of(
      Network network, float[] image, Shape shape, int label, float before, int patch) {
    int h = shape.dim(0);
    int w = shape.dim(1);
    int stride = (Math.max(h, w) + 63) / 64;
    int rows = (h + stride - 1) / stride;
    int columns = (w + stride - 1) / stride;
    List<Place> places = new ArrayList<>();
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        places.add(
            new Place(
                Math.min(h - 1, y * stride + stride / 2),
                Math.min(w - 1, x * stride + stride / 2)));
      }
    }
    List<float[]> answers =
        network.probabilitiesOf(
            places.stream().map(place -> hidden(image, shape, place, patch)).iterator());
    float[] drop = new float[places.size()];
    int worst = 0;
    for (int i = 0; i < drop.length; i++) {
      drop[i] = before - answers.get(i)[label];
      worst = drop[i] > drop[worst] ? i : worst;
    }
    return new Occlusion(
        new Heatmap(rows, columns, drop).resized(h, w),
        patch,
        new Worst(places.get(worst).y, places.get(worst).x, answers.get(worst)));
  }

  private static float[] hidden(float[] image, Shape shape, Place centre, int patch) {
    float[] copy = image.clone();
    int half = patch / 2;
    int c = shape.dim(2);
    for (int y = Math.max(0, centre.y - half);
        y <= Math.min(shape.dim(0) - 1, centre.y + half);
        y++) {
      int from = Math.max(0, centre.x - half);
      int to = Math.min(shape.dim(1), centre.x + half + 1);
      Arrays.fill(copy, (y * shape.dim(1) + from) * c, (y * shape.dim(1) + to) * c, 0f);
    }
    return copy;
  }
}
