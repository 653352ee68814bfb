package dev.weft.kernels.conv2d;

import dev.weft.kernels.Chunk;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.cpu.Lanes;
import dev.weft.kernels.cpu.Mask;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * The data gradient of a convolution whose stride is not 1. Which taps reach a pixel then changes
 * from pixel to pixel, so each pixel gathers its own, a vector of input channels at a time.
 */
final class Conv2dStrided {
  private Conv2dStrided() {}

  static List<Stage> backwardData(Conv2d p, boolean reluInput, CpuArgs args) {
    int dxSlot = reluInput ? 3 : 2;
    Layout dyLayout = args.layout(0);
    Layout dxLayout = args.layout(dxSlot);
    float[] dy = args.floats(0);
    int dyAt = args.offset(0);
    float[] w = args.floats(1);
    int wAt = args.offset(1);
    float[] dx = args.floats(dxSlot);
    int dxAt = args.offset(dxSlot);
    // Slot 2 is the ReLU's output, or else dx itself.
    Mask mask = Mask.of(args, 2, dxSlot);
    int padded = Lanes.roundUp(p.c());
    int taps = p.kernelH() * p.kernelW();
    // [ky,kx,k,c] with c padded: a vector of input channels for each tap and output channel.
    float[] turned = new float[taps * p.k() * padded];
    return List.of(
        Stage.items(
            taps,
            1,
            (from, to) -> {
              for (int tap = from; tap < to; tap++) {
                for (int k = 0; k < p.k(); k++) {
                  for (int c = 0; c < p.c(); c++) {
                    turned[(tap * p.k() + k) * padded + c] = w[wAt + (tap * p.c() + c) * p.k() + k];
                  }
                }
              }
            },
            1),
        Stage.rows(
            chunk -> {
              for (int row = chunk.from(); row < chunk.to(); row++) {
                for (int iy = 0; iy < p.h(); iy++) {
                  for (int ix = 0; ix < p.w(); ix++) {
                    int out = dxAt + dxLayout.at(chunk, row, iy, ix);
                    for (int c = 0; c < p.c(); c += Lanes.UNIT) {
                      FloatVector sum =
                          pixel(p, dy, dyAt, dyLayout, turned, padded, chunk, row, iy, ix, c);
                      int real = Math.min(Lanes.UNIT, p.c() - c);
                      for (int lane = 0; lane < real; lane++) {
                        dx[out + c + lane] = sum.lane(lane);
                      }
                    }
                  }
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

  private static FloatVector pixel(
      Conv2d p,
      float[] dy,
      int dyAt,
      Layout dyLayout,
      float[] turned,
      int padded,
      Chunk chunk,
      int row,
      int iy,
      int ix,
      int c) {
    FloatVector sum = FloatVector.zero(Lanes.UNITS);
    for (int ky = 0; ky < p.kernelH(); ky++) {
      int line = iy + p.padTop() - ky;
      if (line < 0 || line % p.strideH() != 0 || line / p.strideH() >= p.outH()) {
        continue;
      }
      for (int kx = 0; kx < p.kernelW(); kx++) {
        int column = ix + p.padLeft() - kx;
        if (column < 0 || column % p.strideW() != 0 || column / p.strideW() >= p.outW()) {
          continue;
        }
        int at = dyAt + dyLayout.at(chunk, row, line / p.strideH(), column / p.strideW());
        int weights = (ky * p.kernelW() + kx) * p.k() * padded + c;
        for (int k = 0; k < p.k(); k++) {
          sum =
              FloatVector.broadcast(Lanes.UNITS, dy[at + k])
                  .fma(FloatVector.fromArray(Lanes.UNITS, turned, weights + k * padded), sum);
        }
      }
    }
    return sum;
  }
}
