package dev.weft.kernels.cpu;

/** Writes the code of {@link RowTiles}: a sum of one or two vectors for each pixel of a tile. */
final class RowTilesCode {
  private final RowTiles.Geometry g;
  private final TileCode code;

  // Local variables: the parameters.
  private final int x;
  private final int w;
  private final int bias;
  private final int biasAt;
  private final int y;
  private final int xAt;
  private final int yAt;
  private final int firstWeight;

  private RowTilesCode(RowTiles.Geometry g, TileCode code) {
    this.g = g;
    this.code = code;
    x = code.parameter(0);
    xAt = code.parameter(1);
    w = code.parameter(2);
    firstWeight = code.parameter(3);
    bias = code.parameter(4);
    biasAt = code.parameter(5);
    y = code.parameter(6);
    yAt = code.parameter(7);
  }

  static RowTiles of(RowTiles.Geometry g) {
    return TileClass.makeLoop(
        RowTiles.class,
        Lanes.species(g.panel().lanes()),
        new int[] {1, 7},
        new int[] {g.rows() * g.pixelStep(), g.rows() * g.outStep()},
        code -> new RowTilesCode(g, code).tile());
  }

  private void tile() {
    code.returnUnless(code.parameter(8));
    int vectors = g.panel().vectors();
    int parts = parts(g.rows() * vectors);
    int[][] sums = new int[parts][];
    for (int part = 0; part < parts; part++) {
      sums[part] = sums(g.rows() * vectors, vectors, part == 0 && g.bias());
    }
    products(
        parts,
        (at, wAt) -> {
          for (int part = 0; part < parts; part++) {
            int[] weights = new int[vectors];
            for (int v = 0; v < vectors; v++) {
              int lane = part * g.panel().width() + v * code.lanes();
              weights[v] = code.load(w, wAt, lane).vector();
            }
            for (int row = 0; row < g.rows(); row++) {
              int value = code.broadcast(x, at, row * g.pixelStep() + part).vector();
              for (int v = 0; v < vectors; v++) {
                code.get(value).multiplyAdd(weights[v], sums[part][row * vectors + v]);
              }
            }
          }
        });
    for (int i = 0; i < g.rows() * vectors; i++) {
      code.get(sums[0][i]);
      for (int part = 1; part < parts; part++) {
        code.get(sums[part][i]).add();
      }
      if (g.relu()) {
        code.rectify();
      }
      code.store(y, yAt, i / vectors * g.outStep() + i % vectors * code.lanes());
    }
  }

  /**
   * In how many parts each sum is summed, so that there are {@link Lanes#BUSY_SUMS} if possible.
   */
  private int parts(int sums) {
    int parts = 4;
    while (parts > 1 && (sums * parts > Lanes.BUSY_SUMS || g.depth() % parts != 0)) {
      parts /= 2;
    }
    return parts;
  }

  /** New sums that start at the bias, which is as many vectors as {@code vectors} says, or at 0. */
  private int[] sums(int count, int vectors, boolean fromBias) {
    int[] sums = new int[count];
    for (int i = 0; i < count; i++) {
      if (i >= vectors) {
        code.get(sums[i - vectors]);
      } else if (fromBias) {
        code.load(bias, biasAt, i * code.lanes());
      } else {
        code.zero();
      }
      sums[i] = code.vector();
    }
    return sums;
  }

  /** What one step of the innermost loop does, given where its input and its weights are. */
  private interface Step {
    void write(int at, int wAt);
  }

  private void products(int parts, Step step) {
    int wAt = code.integer(firstWeight, 0);
    int line = code.integer(xAt, 0);
    code.repeat(
        g.kernelH(),
        new int[] {line},
        new int[] {g.lineStride()},
        () -> {
          int tap = code.integer(line, 0);
          code.repeat(
              g.taps(),
              new int[] {tap},
              new int[] {g.tapStride()},
              () -> {
                int at = code.integer(tap, 0);
                code.repeat(
                    g.depth() / parts,
                    new int[] {at, wAt},
                    new int[] {parts, parts * g.panel().width()},
                    () -> step.write(at, wAt));
              });
        });
  }
}
