package dev.weft.kernels.conv2d;

import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.cpu.FilterTiles;
import dev.weft.kernels.cpu.Mask;
import dev.weft.kernels.cpu.PanelTiles;
import dev.weft.kernels.cpu.Panels;
import dev.weft.kernels.cpu.RowTiles;
import dev.weft.kernels.cpu.WeightGradient;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link Conv2d} on the CPU, without im2col: borders lie in memory as zeros, so that a line of
 * output pixels is a line of {@link RowTiles}. The data gradient is the same product over dy with
 * the filters turned by 180 degrees and their channels swapped, where it is not faster {@linkplain
 * Conv2dFoldVector folded}.
 */
final class Conv2dVector {
  private Conv2dVector() {}

  static List<Stage> forward(Conv2d p, boolean relu, CpuArgs args) {
    BorderedRows inputs = new BorderedRows(args, 0, p.inputBorder());
    Layout x = inputs.layout();
    Layout y = args.layout(3);
    RowTiles.Geometry geometry =
        RowTiles.Geometry.of(
            p.kernelH(),
            x.lineStride(),
            p.kernelW(),
            x.channelStride(),
            p.c(),
            p.strideH(),
            p.strideW(),
            true,
            relu);
    int depth = p.kernelH() * p.kernelW() * p.c();
    Panels panels = new Panels(p.k());
    PanelTiles tiles =
        new PanelTiles(
            geometry,
            panels,
            depth,
            PanelTiles.Weights.packed(panels, depth),
            y,
            args.chunks(p.n()));
    float[] w = args.floats(1);
    float[] b = args.floats(2);
    int wAt = args.offset(1);
    int bAt = args.offset(2);
    float[] out = args.floats(3);
    int outAt = args.offset(3);
    return List.of(
        Stage.items(depth + 1, 64, (from, to) -> tiles.pack(w, wAt, b, bAt, from, to), 1, 2),
        Stage.rows(
            chunk -> {
              float[] in = inputs.array();
              for (int row = chunk.from(); row < chunk.to(); row++) {
                // Pixel (0, 0) of the output sees the input from its upper left zero on.
                int xAt = inputs.corner(chunk, row, in);
                int yAt = outAt + y.at(chunk, row, 0, 0);
                tiles.lines(chunk.index(), in, xAt, out, yAt, p.outW(), p.outH());
              }
            },
            0,
            3));
  }

  static List<Stage> backwardData(Conv2d p, boolean reluInput, CpuArgs args) {
    if (!p.unitStride()) {
      return Conv2dStrided.backwardData(p, reluInput, args);
    }
    if (Conv2dFoldVector.fits(p)) {
      return Conv2dFoldVector.backwardData(p, reluInput, args);
    }
    BorderedRows gradients = new BorderedRows(args, 0, p.gradientBorder());
    Layout dy = gradients.layout();
    int dxSlot = reluInput ? 3 : 2;
    Layout dx = args.layout(dxSlot);
    RowTiles.Geometry geometry =
        RowTiles.Geometry.of(
            p.kernelH(),
            dy.lineStride(),
            p.kernelW(),
            dy.channelStride(),
            p.k(),
            1,
            1,
            false,
            false);
    int depth = p.kernelH() * p.kernelW() * p.k();
    Panels panels = new Panels(p.c());
    PanelTiles tiles =
        new PanelTiles(
            geometry,
            panels,
            depth,
            PanelTiles.Weights.packed(panels, depth),
            dx,
            args.chunks(p.n()));
    float[] w = args.floats(1);
    int wAt = args.offset(1);
    float[] out = args.floats(dxSlot);
    int outAt = args.offset(dxSlot);
    // Slot 2 is the ReLU's output, or else dx itself.
    Mask mask = Mask.of(args, 2, dxSlot);
    return List.of(
        Stage.items(
            p.kernelH() * p.kernelW(),
            1,
            (from, to) -> {
              for (int tap = from; tap < to; tap++) {
                int turned = p.kernelH() * p.kernelW() - 1 - tap;
                tiles.packTransposed(w, wAt + turned * p.c() * p.k(), p.k(), tap * p.k());
              }
            },
            1),
        Stage.rows(
            chunk -> {
              float[] in = gradients.array();
              for (int row = chunk.from(); row < chunk.to(); row++) {
                int dyAt = gradients.corner(chunk, row, in);
                int dxAt = outAt + dx.at(chunk, row, 0, 0);
                tiles.lines(chunk.index(), in, dyAt, out, dxAt, p.w(), p.h());
                for (int iy = 0; reluInput && iy < p.h(); iy++) {
                  mask.line(chunk, row, iy);
                }
              }
            },
            0,
            2,
            dxSlot));
  }

  static List<Stage> backwardFilter(Conv2d p, CpuArgs args) {
    BorderedRows inputs = new BorderedRows(args, 0, p.inputBorder());
    Layout x = inputs.layout();
    Layout dy = args.layout(1);
    List<Integer> offsets = new ArrayList<>();
    for (int ky = 0; ky < p.kernelH(); ky++) {
      for (int kx = 0; kx < p.kernelW(); kx++) {
        for (int c = 0; c < p.c(); c++) {
          offsets.add(ky * x.lineStride() + kx * x.channelStride() + c);
        }
      }
    }
    int rows = offsets.size();
    WeightGradient gradient = new WeightGradient(rows, new Panels(p.k()), args.chunks(p.n()));
    FilterTiles.Geometry geometry =
        FilterTiles.Geometry.of(
            p.outW(),
            p.strideH() * x.lineStride(),
            p.strideW() * x.channelStride(),
            dy.lineStride(),
            dy.channelStride(),
            gradient.stride());
    List<FilterTiles.Tile> tiles = FilterTiles.tiles(geometry, offsets, gradient.panels());
    float[] g = args.floats(1);
    int gAt = args.offset(1);
    return List.of(
        Stage.rows(
            chunk -> {
              gradient.clear(chunk.index(), 0, rows + 1);
              float[] partial = gradient.sums(chunk.index());
              float[] in = inputs.array();
              for (int row = chunk.from(); row < chunk.to(); row++) {
                int xAt = inputs.corner(chunk, row, in);
                int dyAt = gAt + dy.at(chunk, row, 0, 0);
                for (FilterTiles.Tile tile : tiles) {
                  tile.run(in, xAt, g, dyAt, partial, 0, gradient.stride(), p.outH());
                }
                for (int oy = 0; oy < p.outH(); oy++) {
                  gradient.addBias(
                      partial, g, gAt + dy.at(chunk, row, oy, 0), dy.channelStride(), p.outW());
                }
              }
            },
            0,
            1),
        Stage.items(
            rows + 1,
            16,
            gradient.reduce(args.floats(2), args.offset(2), args.floats(3), args.offset(3)),
            2,
            3));
  }
}
