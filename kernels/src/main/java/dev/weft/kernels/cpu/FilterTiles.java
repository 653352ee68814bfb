package dev.weft.kernels.cpu;

import java.util.List;

/**
 * The matrix product of weight-gradient passes, of convolution and dense layer alike: for rows
 * {@code r} (tap and input channel) and one panel of output channels
 *
 * <pre>  dw[r, k] += sum over lines and pixels of x[line, pixel, r] * dy[line, pixel, k]</pre>
 */
public interface FilterTiles {

  /**
   * What is constant for one layer. Strides count floats.
   *
   * @param lines output lines that are summed over
   * @param width output pixels a line
   * @param xLine from the input of one output line to that of the next
   * @param xPixel from the input of one output pixel to that of the next
   * @param dyLine from one output line to the next
   * @param dyPixel from one output pixel to the next
   * @param dwRow from one row of the result to the next
   * @param wide whether the panel is two vectors wide, not one
   * @param offsets of each row's input value from the first
   */
  record Geometry(
      int lines,
      int width,
      int xLine,
      int xPixel,
      int dyLine,
      int dyPixel,
      int dwRow,
      boolean wide,
      List<Integer> offsets) {
    public Geometry {
      offsets = List.copyOf(offsets);
    }

    /** The same for a panel one or two vectors wide. */
    public Geometry withWide(boolean isWide) {
      return new Geometry(lines, width, xLine, xPixel, dyLine, dyPixel, dwRow, isWide, offsets);
    }

    int[] offsetArray() {
      return offsets.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /**
   * Adds to rows {@code fromRow} (inclusive) to {@code toRow} (exclusive) of one panel.
   *
   * @param x input; row r's first value lies at {@code xAt + offsets[r]}
   * @param dy output gradient of the panel, from {@code dyAt}
   * @param dw result; row {@code fromRow} lies at {@code dwAt}
   */
  void run(float[] x, int xAt, float[] dy, int dyAt, float[] dw, int dwAt, int fromRow, int toRow);

  /** The form for {@code geometry}. */
  static FilterTiles of(Geometry geometry) {
    return Specializer.specialize(FilterTiles.class, FilterTilesTemplate.class, geometry);
  }
}
