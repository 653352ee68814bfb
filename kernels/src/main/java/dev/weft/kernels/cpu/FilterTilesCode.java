package dev.weft.kernels.cpu;

import java.util.List;
import java.util.function.IntUnaryOperator;

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
    code.returnUnless(lines);
    int rows = g.offsets().size();
    int vectors = g.panel().vectors();
    int[] sums = sums(rows * vectors, i -> sumAt(i, vectors));
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
    store(sums, i -> sumAt(i, vectors));
  }

  private int[] sums(int count, IntUnaryOperator at) {
    int[] sums = new int[count];
    for (int i = 0; i < count; i++) {
      sums[i] = code.load(dw, dwAt, at.applyAsInt(i)).vector();
    }
    return sums;
  }

  private void store(int[] sums, IntUnaryOperator at) {
    for (int i = 0; i < sums.length; i++) {
      code.get(sums[i]).store(dw, dwAt, at.applyAsInt(i));
    }
  }

  private int sumAt(int i, int vectors) {
    return i / vectors * g.dwRow() + i % vectors * code.lanes();
  }

  /** The sums of {@link Pairs}, one vector after the other. */
  private void pairs() {
    code.returnUnless(lines);
    List<Pairs.Run> runs = Pairs.Run.of(g.offsets());
    int[] sums = sums(Pairs.Run.pairs(runs), i -> i * code.lanes());
    pixels((at, gradientAt) -> {
      int gradient = code.load(dy, gradientAt, 0).rearrange(Pairs.DOUBLED).vector();
      for (Pairs.Run run : runs) {
        int values = code.load(x, at, g.offsets().get(run.row())).vector();
        for (int pair = 0; pair < run.pairs(); pair++) {
          code.get(values).rearrange(Pairs.REPEAT.get(pair));
          code.multiplyAdd(gradient, sums[run.firstPair() + pair]);
        }
      }
    });
    store(sums, i -> i * code.lanes());
  }
}
