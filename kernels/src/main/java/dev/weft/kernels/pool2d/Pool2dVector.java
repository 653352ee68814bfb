package dev.weft.kernels.pool2d;

import dev.weft.kernels.Chunk;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.cpu.Lanes;
import dev.weft.kernels.cpu.QuadTiles;
import dev.weft.kernels.pool2d.Pool2d.Kind;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Pool2d.Forward} on the CPU: a vector is channels of one pixel, and a loop goes along a
 * line of windows.
 */
final class Pool2dVector {
  private final Pool2d p;
  private final float[] x;
  private final int xAt;
  private final Layout from;
  private final float[] y;
  private final int yAt;
  private final Layout to;

  /** Channels done in vectors; the others one by one. */
  private final int vectorized;

  private Pool2dVector(Pool2d p, CpuArgs args) {
    this.p = p;
    this.x = args.floats(0);
    this.xAt = args.offset(0);
    this.from = args.layout(0);
    this.y = args.floats(1);
    this.yAt = args.offset(1);
    this.to = args.layout(1);
    this.vectorized = vectorized(p.c(), from, to);
  }

  static List<Stage> forward(Pool2d p, CpuArgs args) {
    Pool2dVector lines = new Pool2dVector(p, args);
    Stage.RowBody body = lines::rows;
    if (adjoiningQuads(p) && lines.vectorized >= p.c()) {
      QuadTiles quads = QuadTiles.of(p.outH(), p.outW(), lines.from, lines.to, lines.from, false);
      body =
          chunk -> {
            for (int row = chunk.from(); row < chunk.to(); row++) {
              quads.forward(
                  lines.x,
                  lines.xAt + lines.from.at(chunk, row, 0, 0),
                  lines.y,
                  lines.yAt + lines.to.at(chunk, row, 0, 0));
            }
          };
    }
    return List.of(Stage.rows(body, 0, 1));
  }

  /** Whether {@link QuadTiles} can do it, given whole vectors. */
  static boolean adjoiningQuads(Pool2d p) {
    return p.kind() == Kind.MAX && p.size() == 2 && p.stride() == 2;
  }

  private void rows(Chunk chunk) {
    for (int row = chunk.from(); row < chunk.to(); row++) {
      for (int oy = 0; oy < p.outH(); oy++) {
        line(chunk, row, oy);
      }
    }
  }

  /** Pad channels are 0 and stay so, which lets the last vector reach into them. */
  static int vectorized(int channels, Layout... layouts) {
    int padded = Lanes.roundUp(channels);
    for (Layout layout : layouts) {
      if (layout.channelStride() < padded) {
        return channels / Lanes.UNIT * Lanes.UNIT;
      }
    }
    return padded;
  }

  private void line(Chunk chunk, int row, int oy) {
    int in = xAt + from.at(chunk, row, oy * p.stride(), 0);
    int out = yAt + to.at(chunk, row, oy, 0);
    for (int c = 0; c < vectorized; c += Lanes.UNIT) {
      if (p.kind() != Kind.MAX) {
        sums(in + c, out + c);
      } else {
        maxima(in + c, out + c);
      }
    }
    for (int c = vectorized; c < p.c(); c++) {
      channel(in + c, out + c);
    }
  }

  private void maxima(int in, int out) {
    for (int ox = 0; ox < p.outW(); ox++) {
      FloatVector best = FloatVector.fromArray(Lanes.UNITS, x, in);
      for (int ky = 0; ky < p.size(); ky++) {
        int at = in + ky * from.lineStride();
        for (int kx = 0; kx < p.size(); kx++) {
          best = max(best, FloatVector.fromArray(Lanes.UNITS, x, at));
          at += from.channelStride();
        }
      }
      best.intoArray(y, out);
      in += p.stride() * from.channelStride();
      out += to.channelStride();
    }
  }

  private void sums(int in, int out) {
    for (int ox = 0; ox < p.outW(); ox++) {
      FloatVector sum = FloatVector.zero(Lanes.UNITS);
      for (int ky = 0; ky < p.size(); ky++) {
        int at = in + ky * from.lineStride();
        for (int kx = 0; kx < p.size(); kx++) {
          sum = sum.add(FloatVector.fromArray(Lanes.UNITS, x, at));
          at += from.channelStride();
        }
      }
      sum.mul(p.scale()).intoArray(y, out);
      in += p.stride() * from.channelStride();
      out += to.channelStride();
    }
  }

  /** One channel of a line. */
  private void channel(int in, int out) {
    for (int ox = 0; ox < p.outW(); ox++) {
      float best = x[in];
      float sum = 0f;
      for (int ky = 0; ky < p.size(); ky++) {
        for (int kx = 0; kx < p.size(); kx++) {
          float value = x[in + ky * from.lineStride() + kx * from.channelStride()];
          best = value > best ? value : best;
          sum += value;
        }
      }
      y[out] = p.kind() == Kind.MAX ? best : sum * p.scale();
      in += p.stride() * from.channelStride();
      out += to.channelStride();
    }
  }

  /** Two instructions, where {@link FloatVector#max} takes care of NaN and -0 in five. */
  private static FloatVector max(FloatVector a, FloatVector b) {
    return a.blend(b, b.compare(VectorOperators.GT, a));
  }
}
