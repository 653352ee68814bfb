package dev.weft.kernels.cpu;

import java.util.List;

/** Writes the code of {@link FoldTiles}. */
final class FoldTilesCode {
  private FoldTilesCode() {}

  static FoldTiles of(FoldTiles.Geometry g) {
    return TileClass.make(FoldTiles.class, Lanes.UNITS, code -> tile(g, code));
  }

  private static void tile(FoldTiles.Geometry g, TileCode code) {
    int x = code.parameter(0);
    int xAt = code.parameter(1);
    int y = code.parameter(2);
    int yAt = code.parameter(3);
    int[] sums = new int[g.offsets().size()];
    for (int pixel = 0; pixel < sums.length; pixel++) {
      sums[pixel] = code.zero().vector();
    }
    code.repeatTo(
        code.parameter(4),
        new int[] {xAt},
        new int[] {g.line()},
        () -> {
          for (int pixel = 0; pixel < sums.length; pixel++) {
            List<Integer> offsets = g.offsets().get(pixel);
            code.get(sums[pixel]);
            for (int offset : offsets) {
              code.load(x, xAt, offset).add();
            }
            code.put(sums[pixel]);
          }
        });
    for (int pixel = 0; pixel < sums.length; pixel++) {
      code.get(sums[pixel]).exact().store(y, yAt, pixel * g.outStep());
    }
  }
}
