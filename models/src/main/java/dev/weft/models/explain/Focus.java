package dev.weft.models.explain;

import dev.weft.kernels.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a map has its heat: in which of nine fields, three rows of three, of the rectangle that
 * holds all of the garment.
 *
 * @param shares of the heat by field, from the top left; with {@code outside} the sum is 1, or all
 *     are 0 where there is no heat
 * @param outside share of the heat outside of the rectangle
 * @param hottest the fewest fields that together have half of the heat, the hottest first
 */
public record Focus(List<Double> shares, double outside, List<Integer> hottest) {
  private static final float DARK = 0.1f;
  private static final int FIELDS = 9;

  /** Rows and columns, the last ones not included. */
  private record Box(int top, int left, int bottom, int right) {

    /** Around all pixels that are not dark; all of the image if there are none. */
    static Box of(float[] image, Shape shape) {
      int h = shape.dim(0);
      int w = shape.dim(1);
      int[] bright =
          IntStream.range(0, image.length)
              .filter(i -> image[i] > DARK)
              .map(i -> i / shape.dim(2))
              .toArray();
      if (bright.length == 0) {
        return new Box(0, 0, h, w);
      }
      return new Box(
          IntStream.of(bright).map(i -> i / w).min().orElseThrow(),
          IntStream.of(bright).map(i -> i % w).min().orElseThrow(),
          IntStream.of(bright).map(i -> i / w).max().orElseThrow() + 1,
          IntStream.of(bright).map(i -> i % w).max().orElseThrow() + 1);
    }

    /** The field of a pixel, -1 outside. */
    int field(int y, int x) {
      if (y < top || y >= bottom || x < left || x >= right) {
        return -1;
      }
      return (y - top) * 3 / (bottom - top) * 3 + (x - left) * 3 / (right - left);
    }
  }

  /**
   * Measures a map.
   *
   * @param map at the size of the image; what is below 0 is no heat
   * @param image {@code [h,w,c]}
   */
  static Focus of(Heatmap map, float[] image, Shape shape) {
    Box box = Box.of(image, shape);
    double[] heat = new double[FIELDS];
    double outside = 0;
    for (int y = 0; y < map.h(); y++) {
      for (int x = 0; x < map.w(); x++) {
        double here = Math.max(0, map.at(y, x));
        int field = box.field(y, x);
        if (field < 0) {
          outside += here;
        } else {
          heat[field] += here;
        }
      }
    }
    double all = outside + IntStream.range(0, FIELDS).mapToDouble(i -> heat[i]).sum();
    List<Double> shares =
        IntStream.range(0, FIELDS).mapToObj(i -> all == 0 ? 0 : heat[i] / all).toList();
    return new Focus(shares, all == 0 ? 0 : outside / all, hottest(shares));
  }

  private static List<Integer> hottest(List<Double> shares) {
    List<Integer> order =
        IntStream.range(0, FIELDS)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> shares.get(i)).reversed())
            .toList();
    double sum = 0;
    for (int n = 0; n < FIELDS; n++) {
      sum += shares.get(order.get(n));
      if (sum >= 0.5) {
        return order.subList(0, n + 1);
      }
    }
    return order;
  }

  /** Whether there is any heat. */
  boolean any() {
    return outside > 0 || shares.stream().anyMatch(share -> share > 0);
  }

  /** Whether up to three of the nine fields have half of the heat: evenly spread, five have it. */
  boolean narrow() {
    return hottest.size() <= 3 && share() >= 0.5;
  }

  /** Share of the heat that the hottest fields have together. */
  double share() {
    return hottest.stream().mapToDouble(shares::get).sum();
  }
}
