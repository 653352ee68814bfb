package dev.weft.models.export;

import dev.weft.kernels.Shape;

/**
 * Between Weft's order of elements, channels last, and that of ONNX and PyTorch, channels first.
 * All methods return new arrays.
 */
final class ChannelsFirst {
  private ChannelsFirst() {}

  /** A row of elements moved: where the one at {@code i} of the result comes from. */
  @FunctionalInterface
  private interface From {
    int index(int i);
  }

  private static float[] moved(float[] values, From from) {
    float[] moved = new float[values.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = values[from.index(i)];
    }
    return moved;
  }

  /**
   * An image or map {@code [h,w,c]} as {@code [c,h,w]}.
   *
   * @param shape {@code [h,w,c]}
   */
  static float[] map(float[] values, Shape shape) {
    int pixels = shape.dim(0) * shape.dim(1);
    int c = shape.dim(2);
    return moved(values, i -> i % pixels * c + i / pixels);
  }

  /**
   * Filters {@code [kh,kw,c,k]} as {@code [k,c,kh,kw]}.
   *
   * @param shape {@code [kh,kw,c,k]}
   */
  static float[] filters(float[] values, Shape shape) {
    int pixels = shape.dim(0) * shape.dim(1);
    int c = shape.dim(2);
    int k = shape.dim(3);
    return moved(values, i -> (i % pixels * c + i / pixels % c) * k + i / (pixels * c));
  }

  /**
   * The inverse of {@link #filters}.
   *
   * @param shape {@code [kh,kw,c,k]}, of the result
   */
  static float[] filtersBack(float[] values, Shape shape) {
    int pixels = shape.dim(0) * shape.dim(1);
    int c = shape.dim(2);
    int k = shape.dim(3);
    return moved(values, i -> (i % k * c + i / k % c) * pixels + i / (k * c));
  }

  /**
   * Weights {@code [in,out]} of a dense layer behind a flattened map, for inputs that are flattened
   * with channels first.
   *
   * @param map {@code [h,w,c]}, with {@code h*w*c} being {@code in}
   */
  static float[] rows(float[] values, Shape map, int out) {
    int pixels = map.dim(0) * map.dim(1);
    int c = map.dim(2);
    return moved(
        values,
        i -> {
          int row = i / out;
          return (row % pixels * c + row / pixels) * out + i % out;
        });
  }

  /** The inverse of {@link #rows}. */
  static float[] rowsBack(float[] values, Shape map, int out) {
    int pixels = map.dim(0) * map.dim(1);
    int c = map.dim(2);
    return moved(
        values,
        i -> {
          int row = i / out;
          return (row % c * pixels + row / c) * out + i % out;
        });
  }

  /** A matrix {@code [rows,columns]} as {@code [columns,rows]}. */
  static float[] transposed(float[] values, int rows, int columns) {
    return moved(values, i -> i % rows * columns + i / rows);
  }
}
