package dev.weft.kernels.cpu;

import java.util.ArrayList;
import java.util.List;

/** Writes the code of {@link FilterTiles}: a sum of one or two vectors for each row of a tile. */
final class FilterTilesCode {
  private final FilterTiles.Geometry g;
  private final TileCode code;

  // Local variables: the parameters.
  private final int x;
  private final int xAt;
  private final int dy;
  private final int dyAt;
  private final int dw;
  private final int dwAt;
  private final int lines;

  private FilterTilesCode(FilterTiles.Geometry g, TileCode code) {
    this.g = g;
    this.code = code;
    x = code.parameter(0);
    xAt = code.parameter(1);
    dy = code.parameter(2);
    dyAt = code.parameter(3);
    dw = code.parameter(4);
    dwAt = code.parameter(5);
    lines = code.parameter(6);
  }

  static FilterTiles of(FilterTiles.Geometry g) {
    int lanes = g.panel().lanes();
    if (g.paired()) {
      return TileClass.make(
          FilterTiles.class,
          Lanes.species(2 * lanes),
          code -> new FilterTilesCode(g, code).pairs());
    }
    return TileClass.make(
        FilterTiles.class, Lanes.species(lanes), code -> new FilterTilesCode(g, code).rows());
  }

  /** What one pixel adds, given where its input and its gradient are. */
  private interface Pixel {
    void write(int at, int gradientAt);
  }

  private void pixels(Pixel pixel) {
    code.repeatTo(
        lines,
        new int[] {xAt, dyAt},
        new int[] {g.xLine(), g.dyLine()},
        () -> {
          int at = code.integer(xAt, 0);
          int gradientAt = code.integer(dyAt, 0);
          code.repeat(
              g.width(),
              new int[] {at, gradientAt},
              new int[] {g.xPixel(), g.dyPixel()},
              () -> pixel.write(at, gradientAt));
        });
  }

  private void rows() {
    int rows = g.offsets().size();
    int vectors = g.panel().vectors();
    int[] sums = new int[rows * vectors];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = code.load(dw, dwAt, sumAt(i, vectors)).vector();
    }
    pixels((at, gradientAt) -> {
      int[] gradients = new int[vectors];
      for (int v = 0; v < vectors; v++) {
        gradients[v] = code.load(dy, gradientAt, v * code.lanes()).vector();
      }
      for (int row = 0; row < rows; row++) {
        int value = code.broadcast(x, at, g.offsets().get(row)).vector();
        for (int v = 0; v < vectors; v++) {
          code.get(value).multiplyAdd(gradients[v], sums[row * vectors + v]);
        }
      }
    });
    for (int i = 0; i < sums.length; i++) {
      code.get(sums[i]).store(dw, dwAt, sumAt(i, vectors));
    }
  }

  private int sumAt(int i, int vectors) {
    return i / vectors * g.dwRow() + i % vectors * code.lanes();
  }

  /** Rows whose input values adjoin, of which one load brings all. */
  private record Run(int row, int count) {}

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    List<Integer> offsets = g.offsets();
    for (int row = 0; row < offsets.size(); row++) {
      Run last = runs.isEmpty() ? new Run(0, 0) : runs.getLast();
      if (last.count > 0
          && last.count < code.lanes()
          && offsets.get(row) == offsets.get(row - 1) + 1) {
        runs.set(runs.size() - 1, new Run(last.row, last.count + 1));
      } else {
        runs.add(new Run(row, 1));
      }
    }
    return runs;
  }

  /**
   * Lanes 2k and 2k+1 sum the products of two neighbouring rows for output channel k. Where a run
   * is of odd length, what the last odd lanes sum is dropped.
   */
  private void pairs() {
    List<Run> runs = runs();
    List<int[]> sums = new ArrayList<>();
    for (Run run : runs) {
      int[] own = new int[(run.count + 1) / 2];
      for (int pair = 0; pair < own.length; pair++) {
        own[pair] = code.zero().vector();
      }
      sums.add(own);
    }
    pixels((at, gradientAt) -> {
      int gradient = code.load(dy, gradientAt, 0).rearrange(Pairs.DOUBLED).vector();
      for (int i = 0; i < runs.size(); i++) {
        int values = code.load(x, at, g.offsets().get(runs.get(i).row)).vector();
        for (int pair = 0; pair < sums.get(i).length; pair++) {
          code.get(values).rearrange(Pairs.REPEAT.get(pair));
          code.multiplyAdd(gradient, sums.get(i)[pair]);
        }
      }
    });
    for (int i = 0; i < runs.size(); i++) {
      for (int row = 0; row < runs.get(i).count; row++) {
        code.get(sums.get(i)[row / 2]).rearrange(row % 2 == 0 ? Pairs.EVEN : Pairs.ODD);
        code.addHalf(dw, dwAt, (runs.get(i).row + row) * g.dwRow());
      }
    }
  }
}
