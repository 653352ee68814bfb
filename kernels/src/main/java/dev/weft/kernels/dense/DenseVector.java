package dev.weft.kernels.dense;

import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.cpu.FilterTiles;
import dev.weft.kernels.cpu.Mask;
import dev.weft.kernels.cpu.PanelTiles;
import dev.weft.kernels.cpu.Panels;
import dev.weft.kernels.cpu.RowTiles;
import dev.weft.kernels.cpu.WeightGradient;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@link Dense} on the CPU: the products of a convolution whose map is one pixel and whose line is
 * the batch.
 */
final class DenseVector {
  /** Most rows of the weight gradient that one thread takes at a time: few enough to balance. */
  private static final int MOST_BLOCK = 64;

  /**
   * Most rows of the batch in one round of a weight gradient's inner loop: few enough that the JIT
   * counts calls before it counts rounds.
   */
  private static final int MOST_LINE = 32;

  /** As many rounds as make up for what it takes to begin with a line. */
  private static final int LEAST_LINE = 8;

  private DenseVector() {}

  static List<Stage> forward(Dense p, boolean relu, CpuArgs args) {
    Layout x = args.layout(0);
    Layout y = args.layout(3);
    RowTiles.Geometry geometry = geometry(p.in(), x, true, relu);
    float[] w = args.floats(1);
    float[] b = args.floats(2);
    int wAt = args.offset(1);
    int bAt = args.offset(2);
    float[] in = args.floats(0);
    int inAt = args.offset(0);
    float[] out = args.floats(3);
    int outAt = args.offset(3);
    int chunks = args.chunks(p.n());
    Panels panels = Panels.whole(p.out());
    // For one chunk packing takes longer than the product.
    boolean packed = chunks > 1;
    PanelTiles.Weights weights =
        packed
            ? PanelTiles.Weights.packed(panels, p.in())
            : PanelTiles.Weights.inPlace(w, wAt, b, bAt);
    PanelTiles tiles = new PanelTiles(geometry, panels, p.in(), weights, y, chunks);
    Stage.RowBody rows =
        chunk -> {
          int xAt = inAt + x.at(chunk, chunk.from(), 0, 0);
          int yAt = outAt + y.at(chunk, chunk.from(), 0, 0);
          tiles.lines(chunk.index(), in, xAt, out, yAt, chunk.rows(), 1);
        };
    if (!packed) {
      return List.of(Stage.rows(rows, 0, 1, 2, 3));
    }
    return List.of(
        Stage.items(p.in() + 1, 256, (from, to) -> tiles.pack(w, wAt, b, bAt, from, to), 1, 2),
        Stage.rows(rows, 0, 3));
  }

  static List<Stage> backwardData(Dense p, boolean reluInput, CpuArgs args) {
    int dxSlot = reluInput ? 3 : 2;
    Layout dy = args.layout(0);
    Layout dx = args.layout(dxSlot);
    Panels panels = Panels.whole(p.in());
    PanelTiles tiles =
        new PanelTiles(
            geometry(p.out(), dy, false, false),
            panels,
            p.out(),
            PanelTiles.Weights.packed(panels, p.out()),
            dx,
            args.chunks(p.n()));
    float[] w = args.floats(1);
    int wAt = args.offset(1);
    float[] in = args.floats(0);
    int inAt = args.offset(0);
    float[] out = args.floats(dxSlot);
    int outAt = args.offset(dxSlot);
    // Slot 2 is the ReLU's output, or else dx itself.
    Mask mask = Mask.of(args, 2, dxSlot);
    return List.of(
        Stage.items(
            panels.count(),
            16,
            (from, to) -> tiles.packTransposed(w, wAt, p.out(), 0, from, to),
            1),
        Stage.rows(
            chunk -> {
              int dyAt = inAt + dy.at(chunk, chunk.from(), 0, 0);
              int dxAt = outAt + dx.at(chunk, chunk.from(), 0, 0);
              tiles.lines(chunk.index(), in, dyAt, out, dxAt, chunk.rows(), 1);
              for (int row = chunk.from(); reluInput && row < chunk.to(); row++) {
                mask.line(chunk, row, 0);
              }
            },
            0,
            2,
            dxSlot));
  }

  static List<Stage> backwardWeights(Dense p, CpuArgs args) {
    Layout x = args.layout(0);
    Layout dy = args.layout(1);
    // One partial sum: each row of weights is summed over the whole batch by one thread.
    WeightGradient gradient = new WeightGradient(p.in(), Panels.whole(p.out()), 1);
    int line = line(p.n());
    FilterTiles.Geometry geometry =
        FilterTiles.Geometry.of(
            line,
            line * x.rowStride(),
            x.rowStride(),
            line * dy.rowStride(),
            dy.rowStride(),
            gradient.stride());
    int vectors = gradient.panels().all().getFirst().vectors();
    int height = FilterTiles.height(p.in(), vectors);
    int block = block(p.in(), height);
    List<FilterTiles.Tile> tiles = tiles(geometry, block, height * vectors, gradient);
    List<FilterTiles.Tile> rest = tiles(geometry, p.in() % block, height * vectors, gradient);
    float[] in = args.floats(0);
    float[] g = args.floats(1);
    int xAt = args.offset(0) + x.at(0, 0, 0);
    int dyAt = args.offset(1) + dy.at(0, 0, 0);
    Stage.ItemBody store =
        gradient.reduce(args.floats(2), args.offset(2), args.floats(3), args.offset(3));
    return List.of(
        Stage.items(
            p.in() + 1,
            block,
            (from, to) -> {
              gradient.clear(0, from, to);
              float[] sums = gradient.sums(0);
              for (int row = from; row < Math.min(to, p.in()); row += block) {
                for (FilterTiles.Tile tile : p.in() - row < block ? rest : tiles) {
                  tile.run(in, xAt + row, g, dyAt, sums, row, gradient.stride(), p.n() / line);
                }
              }
              if (to > p.in()) {
                gradient.addBias(sums, g, dyAt, dy.rowStride(), p.n());
              }
              store.run(from, to);
            },
            0,
            1,
            2,
            3));
  }

  /** Rows that can be called a line of a batch of {@code n}, such that all lines are equal. */
  private static int line(int n) {
    for (int line = Math.min(n, MOST_LINE); line >= LEAST_LINE; line--) {
      if (n % line == 0) {
        return line;
      }
    }
    return n;
  }

  /** Rows of a block of whole tiles, such that all blocks are equal if possible. */
  private static int block(int rows, int height) {
    int most = Math.max(height, MOST_BLOCK / height * height);
    for (int block = most; block >= height; block -= height) {
      if (rows % block == 0) {
        return block;
      }
    }
    return Math.min(rows, most);
  }

  private static List<FilterTiles.Tile> tiles(
      FilterTiles.Geometry geometry, int rows, int sums, WeightGradient gradient) {
    List<Integer> offsets = IntStream.range(0, rows).boxed().toList();
    return FilterTiles.tiles(geometry, offsets, gradient.panels(), sums);
  }

  private static RowTiles.Geometry geometry(int depth, Layout in, boolean bias, boolean relu) {
    return RowTiles.Geometry.of(1, 0, 1, in.rowStride(), depth, 1, 1, bias, relu);
  }
}
