package dev.weft.kernels.cpu;

import java.util.HashMap;
import java.util.Map;

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
    return TileClass.make(
        FilterTiles.class,
        Lanes.species(g.panel().lanes()),
        code -> new FilterTilesCode(g, code).tile());
  }

  private void tile() {
    int vectors = g.panel().vectors();
    int[] sums = new int[g.rows().size() * vectors];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = code.load(dw, dwAt, sumAt(i, vectors)).vector();
    }
    code.repeatTo(
        lines, new int[] {xAt, dyAt}, new int[] {g.xLine(), g.dyLine()}, () -> line(sums, vectors));
    for (int i = 0; i < sums.length; i++) {
      code.get(sums[i]).exact().store(dw, dwAt, sumAt(i, vectors));
    }
  }

  private int sumAt(int i, int vectors) {
    return g.rows().get(i / vectors).index() * g.dwRow() + i % vectors * code.lanes();
  }

  private void line(int[] sums, int vectors) {
    int at = code.integer(xAt, 0);
    int gradientAt = code.integer(dyAt, 0);
    code.repeat(
        g.width() / g.pixels(),
        new int[] {at, gradientAt},
        new int[] {g.pixels() * g.xPixel(), g.pixels() * g.dyPixel()},
        () -> pixels(sums, vectors, at, gradientAt));
  }

  /** Some pixels at once: an input value that several of them see is loaded once. */
  private void pixels(int[] sums, int vectors, int at, int gradientAt) {
    Map<Integer, Integer> inputs = new HashMap<>();
    for (int pixel = 0; pixel < g.pixels(); pixel++) {
      int[] gradients = new int[vectors];
      for (int v = 0; v < vectors; v++) {
        gradients[v] = code.load(dy, gradientAt, pixel * g.dyPixel() + v * code.lanes()).vector();
      }
      for (int row = 0; row < g.rows().size(); row++) {
        int input =
            inputs.computeIfAbsent(
                g.rows().get(row).offset() + pixel * g.xPixel(),
                offset -> code.broadcast(x, at, offset).vector());
        for (int v = 0; v < vectors; v++) {
          code.get(input).multiplyAdd(gradients[v], sums[row * vectors + v]);
        }
      }
    }
  }
}
