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
        new int[] {g.lineStep(), g.outLine()},
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
    if (g.shared()) {
      lines((at, wAt) -> sharedTaps(at, wAt, sums[0]));
    } else {
      lines((at, wAt) -> taps(at, wAt, sums));
    }
    for (int i = 0; i < g.rows() * vectors; i++) {
      code.get(sums[0][i]).exact();
      for (int part = 1; part < parts; part++) {
        code.get(sums[part][i]).exact().add();
      }
      if (g.relu()) {
        code.rectify();
      }
      code.store(y, yAt, i / vectors * g.outStep() + i % vectors * code.lanes());
    }
  }

  /**
   * In how many parts each sum is summed, so that there are {@link Lanes#BUSY_SUMS} if possible; 1
   * where taps are shared, which only tiles of as many do.
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

  /** What is done for one line of input, or one step in it, given where input and weights are. */
  private interface Step {
    void write(int at, int wAt);
  }

  private void lines(Step step) {
    int line = code.integer(xAt, 0);
    int lineWeight = code.integer(firstWeight, 0);
    code.repeat(
        g.kernelH(),
        new int[] {line, lineWeight},
        new int[] {g.lineStride(), g.taps() * g.depth() * g.weightRow()},
        () -> step.write(line, lineWeight));
  }

  /** One tap after the other; each sum is summed in {@code sums.length} parts. */
  private void taps(int line, int lineWeight, int[][] sums) {
    int parts = sums.length;
    int tap = code.integer(line, 0);
    int wAt = code.integer(lineWeight, 0);
    code.repeat(
        g.taps(),
        new int[] {tap},
        new int[] {g.tapStride()},
        () -> {
          int at = code.integer(tap, 0);
          code.repeat(
              g.depth() / parts,
              new int[] {at, wAt},
              new int[] {parts, parts * g.weightRow()},
              () -> {
                for (int part = 0; part < parts; part++) {
                  int[] weights = weights(wAt, part * g.weightRow());
                  for (int row = 0; row < g.rows(); row++) {
                    multiplyAdd(input(at, row, part), weights, sums[part], row);
                  }
                }
              });
        });
  }

  /** All taps at once: pixel p of the input is tap t of output pixel p - t. */
  private void sharedTaps(int line, int lineWeight, int[] sums) {
    int at = code.integer(line, 0);
    int wAt = code.integer(lineWeight, 0);
    code.repeat(
        g.depth(),
        new int[] {at, wAt},
        new int[] {1, g.weightRow()},
        () -> {
          int[] inputs = new int[g.rows() + g.taps() - 1];
          for (int tap = 0; tap < g.taps(); tap++) {
            int[] weights = weights(wAt, tap * g.depth() * g.weightRow());
            for (int row = 0; row < g.rows(); row++) {
              int pixel = row + tap;
              if (tap == 0 || row == g.rows() - 1) {
                inputs[pixel] = input(at, pixel, 0);
              }
              multiplyAdd(inputs[pixel], weights, sums, row);
            }
          }
        });
  }

  private int[] weights(int wAt, int offset) {
    int[] weights = new int[g.panel().vectors()];
    for (int v = 0; v < weights.length; v++) {
      weights[v] = code.load(w, wAt, offset + v * code.lanes()).vector();
    }
    return weights;
  }

  private int input(int at, int pixel, int offset) {
    return code.broadcast(x, at, pixel * g.pixelStep() + offset).vector();
  }

  private void multiplyAdd(int input, int[] weights, int[] sums, int row) {
    for (int v = 0; v < weights.length; v++) {
      code.get(input).multiplyAdd(weights[v], sums[row * weights.length + v]);
    }
  }
}
