package dev.weft.kernels.conv2d;

import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.cpu.FoldTiles;
import dev.weft.kernels.cpu.Lanes;
import dev.weft.kernels.cpu.Mask;
import dev.weft.kernels.cpu.PanelTiles;
import dev.weft.kernels.cpu.Panels;
import dev.weft.kernels.cpu.RowTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The data gradient of {@link Conv2d} in two steps: what every pixel of dy gives to every pixel
 * that it was computed from, for all taps and input channels at once,
 *
 * <pre>  parts[n,oy,ox,ky,kx,c] = sum over k of dy[n,oy,ox,k] * w[ky,kx,c,k]</pre>
 *
 * and then, folded together, what every pixel of the input gets. (Known as col2im: Chellapilla,
 * Puri and Simard, High performance convolutional neural networks for document processing, 2006.)
 *
 * <p>Where there are few input channels most lanes of a vector of them would be idle, and where the
 * input is larger than the output most taps of a pixel lie outside of dy; this form has neither,
 * but has the parts to write and to read.
 */
final class Conv2dFoldVector {
  /** Parts of one row of the batch that leave room in a core's own cache. */
  private static final int MOST_PARTS = 1 << 16;

  /** Multiply-adds that take as long as to add up one part. */
  private static final int ADD = 4;

  private Conv2dFoldVector() {}

  /** Whether this is the faster form on the CPU. */
  static boolean fits(Conv2d p) {
    long taps = (long) p.kernelH() * p.kernelW();
    long out = (long) p.outH() * p.outW();
    long lanes = Lanes.roundUp(p.c());
    long parts = out * width(p);
    long gathered = (long) p.h() * p.w() * taps * lanes * p.k();
    long folded = parts * p.k() + out * taps * lanes * ADD;
    return p.unitStride()
        && p.kernelW() <= FoldTiles.MOST_TERMS
        && parts <= MOST_PARTS
        && folded < gathered;
  }

  /** Parts of a pixel of dy, in whole vectors. */
  private static int width(Conv2d p) {
    return panels(p).padded();
  }

  private static Panels panels(Conv2d p) {
    return Panels.whole(p.kernelH() * p.kernelW() * p.c());
  }

  static List<Stage> backwardData(Conv2d p, boolean reluInput, CpuArgs args) {
    Layout dy = args.layout(0);
    int dxSlot = reluInput ? 3 : 2;
    Layout dx = args.layout(dxSlot);
    Panels panels = panels(p);
    Layout parts = new Layout(1, p.outH(), p.outW(), width(p), 0, 0, 0, 0, width(p));
    PanelTiles products =
        new PanelTiles(
            RowTiles.Geometry.of(
                1, dy.lineStride(), 1, dy.channelStride(), p.k(), 1, 1, false, false),
            panels,
            p.k(),
            PanelTiles.Weights.packed(panels, p.k()),
            parts,
            args.chunks(p.n()));
    Fold fold = Fold.of(p, parts, dx);
    float[] w = args.floats(1);
    int wAt = args.offset(1);
    float[] in = args.floats(0);
    int inAt = args.offset(0);
    float[] out = args.floats(dxSlot);
    int outAt = args.offset(dxSlot);
    // Slot 2 is the ReLU's output, or else dx itself.
    Mask mask = Mask.of(args, 2, dxSlot);
    ThreadLocal<float[]> memory = ThreadLocal.withInitial(() -> new float[fold.length()]);
    return List.of(
        Stage.items(
            panels.count(),
            1,
            (from, to) -> products.packTransposed(w, wAt, p.k(), 0, from, to),
            1),
        Stage.rows(
            chunk -> {
              float[] own = memory.get();
              for (int row = chunk.from(); row < chunk.to(); row++) {
                int dyAt = inAt + dy.at(chunk, row, 0, 0);
                products.lines(chunk.index(), in, dyAt, own, 0, p.outW(), p.outH());
                for (int iy = 0; iy < p.h(); iy++) {
                  fold.line(own, iy, out, outAt + dx.at(chunk, row, iy, 0));
                  if (reluInput) {
                    mask.line(chunk, row, iy);
                  }
                }
              }
            },
            0,
            2,
            dxSlot));
  }

  /**
   * Neighbouring pixels of a line of the input.
   *
   * @param first which pixel comes first
   * @param code that adds up their parts
   */
  private record Tile(int first, FoldTiles code) {}

  /**
   * The second step. Where channels are no whole vectors, the last lanes of a sum are of the next
   * tap. They become 0 where dx has pad channels; where it has none, a line is computed behind the
   * parts, and its channels are copied.
   *
   * @param p the convolution
   * @param parts of a row of the batch
   * @param step from a pixel of dx to the next
   * @param tiles of a line
   */
  private record Fold(Conv2d p, Layout parts, int step, List<Tile> tiles) {
    static Fold of(Conv2d p, Layout parts, Layout dx) {
      int step = Math.max(dx.channelStride(), Lanes.roundUp(p.c()));
      List<Tile> tiles = new ArrayList<>();
      int most = Math.min(FoldTiles.MOST_PIXELS, FoldTiles.MOST_TERMS / p.kernelW());
      int count = Math.ceilDiv(p.w(), most);
      for (int i = 0; i < count; i++) {
        int first = i * p.w() / count;
        List<List<Integer>> offsets =
            IntStream.range(first, (i + 1) * p.w() / count)
                .mapToObj(ix -> offsets(p, parts, first, ix))
                .toList();
        int line = parts.lineStride() - p.kernelW() * p.c();
        tiles.add(new Tile(first, FoldTiles.of(new FoldTiles.Geometry(offsets, line, step))));
      }
      return new Fold(p, parts, dx.channelStride(), tiles);
    }

    /**
     * Where the parts of pixel {@code ix} lie in a line of dy, counted from tap 0 of the pixel
     * {@code first}: pixel ox of dy sees it through tap ix + left - ox.
     */
    private static List<Integer> offsets(Conv2d p, Layout parts, int first, int ix) {
      int last = ix + p.padLeft();
      return IntStream.rangeClosed(
              Math.max(0, last - p.kernelW() + 1), Math.min(p.outW() - 1, last))
          .map(ox -> (ox - first) * parts.channelStride() + (last - ox) * p.c())
          .boxed()
          .toList();
    }

    /** Where a line lies behind the parts, of which vectors are read past the last tap. */
    private int lineAt() {
      return parts.length() + Lanes.UNIT;
    }

    /** Floats for the parts of a row of the batch and a line. */
    int length() {
      return lineAt() + p.w() * Lanes.roundUp(p.c());
    }

    /** Adds up line {@code iy} of dx, which lies at {@code dxAt}. */
    void line(float[] own, int iy, float[] dx, int dxAt) {
      int lanes = Lanes.roundUp(p.c());
      if (step >= lanes) {
        add(own, iy, dx, dxAt, step);
        for (int c = p.c(); c < lanes; c++) {
          for (int pixel = 0; pixel < p.w(); pixel++) {
            dx[dxAt + pixel * step + c] = 0f;
          }
        }
        return;
      }
      add(own, iy, own, lineAt(), lanes);
      for (int pixel = 0; pixel < p.w(); pixel++) {
        System.arraycopy(own, lineAt() + pixel * lanes, dx, dxAt + pixel * step, p.c());
      }
    }

    private void add(float[] own, int iy, float[] sums, int sumsAt, int sumsStep) {
      // Line oy of dy sees this one through tap iy + top - oy.
      int last = iy + p.padTop();
      int oy = Math.max(0, last - p.kernelH() + 1);
      int lines = Math.min(p.outH() - 1, last) - oy + 1;
      int at = oy * parts.lineStride() + (last - oy) * p.kernelW() * p.c();
      for (Tile tile : tiles) {
        int from = at + tile.first * parts.channelStride();
        int to = sumsAt + tile.first * sumsStep;
        for (int c = 0; c < p.c(); c += Lanes.UNIT) {
          tile.code.run(own, from + c, sums, to + c, lines);
        }
      }
    }
  }
}
