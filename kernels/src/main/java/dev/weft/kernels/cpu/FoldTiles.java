package dev.weft.kernels.cpu;

import java.util.List;

/**
 * Sums of vectors that lie at the same offsets in each of some lines:
 *
 * <pre>  y[p] = sum over lines and offsets o of p of x[line, o]</pre>
 *
 * A tile has one sum for each of its pixels {@code p}.
 */
public interface FoldTiles {
  /**
   * Most vectors that a tile adds up in one line: past some number of calls, two for each, C2 no
   * longer inlines the vector methods (56 of them: a twentieth of the speed).
   */
  int MOST_TERMS = 40;

  /** Most pixels of a tile. */
  int MOST_PIXELS = Math.min(RowTiles.MOST_ROWS, Lanes.SUMS);

  /**
   * What is constant for one tile. Strides count floats.
   *
   * @param offsets for each pixel those of its terms, {@value #MOST_TERMS} in all at most
   * @param line from one line of the input to the next
   * @param outStep from one output pixel to the next
   */
  record Geometry(List<List<Integer>> offsets, int line, int outStep) {
    public Geometry {
      offsets = offsets.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Computes all pixels of the tile, {@link Lanes#UNIT} channels of each.
   *
   * @param x input, read from {@code xAt} plus each offset
   * @param y output; the first pixel lies at {@code yAt}
   * @param lines of the input
   */
  void run(float[] x, int xAt, float[] y, int yAt, int lines);

  /** The form for {@code geometry}. */
  static FoldTiles of(Geometry geometry) {
    return TileClass.memo(geometry, FoldTilesCode::of);
  }
}
