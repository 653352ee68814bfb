package dev.weft.kernels.pool2d;

import dev.weft.kernels.Chunk;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.cpu.Lanes;
import dev.weft.kernels.cpu.QuadTiles;
import dev.weft.kernels.pool2d.Pool2d.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/**
 * {@link Pool2d.Backward} on the CPU: one thread does all of an image, so windows may add to what
 * others left in dx. Windows of 2x2 pixels that adjoin write each pixel once.
 */
final class Pool2dBackwardVector {
  private final Pool2d p;
  private final boolean masked;
  private final float[] dy;
  private final int dyAt;
  private final Layout from;
  private final float[] x;
  private final int xAt;
  private final Layout at;
  private final float[] dx;
  private final int dxAt;
  private final Layout to;

  /** Channels done in vectors; the others one by one. */
  private final int vectorized;

  private final @Nullable QuadTiles quads;

  private Pool2dBackwardVector(Pool2d.Backward op, CpuArgs args) {
    this.p = op.pool();
    this.masked = op.reluInput();
    int last = op.readsX() ? 2 : 1;
    this.dy = args.floats(0);
    this.dyAt = args.offset(0);
    this.from = args.layout(0);
    this.x = args.floats(1);
    this.xAt = args.offset(1);
    this.at = args.layout(1);
    this.dx = args.floats(last);
    this.dxAt = args.offset(last);
    this.to = args.layout(last);
    this.vectorized = Pool2dVector.vectorized(p.c(), from, at, to);
    this.quads =
        Pool2dVector.adjoiningQuads(p) && vectorized >= p.c()
            ? QuadTiles.of(p.outH(), p.outW(), at, from, to, masked)
            : null;
  }

  static List<Stage> stages(Pool2d.Backward op, CpuArgs args) {
    Pool2dBackwardVector images = new Pool2dBackwardVector(op, args);
    List<Integer> touches = IntStream.range(0, op.slots().size()).boxed().toList();
    return List.of(
        new Stage.Rows(
            touches,
            chunk -> {
              for (int row = chunk.from(); row < chunk.to(); row++) {
                images.image(chunk, row);
              }
            }));
  }

  private void image(Chunk chunk, int row) {
    Pool2d p = this.p;
    if (quads != null) {
      quads(chunk, row, quads);
      return;
    }
    for (int iy = 0; iy < p.h(); iy++) {
      clear(chunk, row, iy, 0);
    }
    for (int oy = 0; oy < p.outH(); oy++) {
      int g = dyAt + from.at(chunk, row, oy, 0);
      int in = xAt + at.at(chunk, row, oy * p.stride(), 0);
      int out = dxAt + to.at(chunk, row, oy * p.stride(), 0);
      for (int c = 0; c < vectorized; c += Lanes.UNIT) {
        if (p.kind() == Kind.MAX) {
          addToMaxima(g + c, in + c, out + c);
        } else {
          addToAll(g + c, out + c);
        }
      }
      for (int c = vectorized; c < p.c(); c++) {
        channel(g + c, in + c, out + c);
      }
    }
    for (int iy = 0; masked && iy < p.h(); iy++) {
      mask(xAt + at.at(chunk, row, iy, 0), dxAt + to.at(chunk, row, iy, 0));
    }
  }

  /** Zeroes line {@code iy} from pixel {@code ix} on. */
  private void clear(Chunk chunk, int row, int iy, int ix) {
    int start = dxAt + to.at(chunk, row, iy, ix);
    Arrays.fill(dx, start, start + (p.w() - ix) * to.channelStride(), 0f);
  }

  private void quads(Chunk chunk, int row, QuadTiles quads) {
    quads.backward(
        dy,
        dyAt + from.at(chunk, row, 0, 0),
        x,
        xAt + at.at(chunk, row, 0, 0),
        dx,
        dxAt + to.at(chunk, row, 0, 0));
    // What no window covers.
    for (int iy = 0; iy < p.h() && p.w() % 2 == 1; iy++) {
      clear(chunk, row, iy, p.w() - 1);
    }
    if (p.h() % 2 == 1) {
      clear(chunk, row, p.h() - 1, 0);
    }
  }

  private void addToMaxima(int g, int in, int out) {
    for (int ox = 0; ox < p.outW(); ox++) {
      FloatVector best = FloatVector.fromArray(Lanes.UNITS, x, in);
      // Number of the pixel within its window, as a float to share the masks of the values.
      FloatVector winner = FloatVector.zero(Lanes.UNITS);
      for (int ky = 0; ky < p.size(); ky++) {
        for (int kx = 0; kx < p.size(); kx++) {
          FloatVector value =
              FloatVector.fromArray(
                  Lanes.UNITS, x, in + ky * at.lineStride() + kx * at.channelStride());
          VectorMask<Float> more = value.compare(VectorOperators.GT, best);
          best = best.blend(value, more);
          winner = winner.blend(ky * p.size() + kx, more);
        }
      }
      FloatVector gradient = FloatVector.fromArray(Lanes.UNITS, dy, g);
      for (int ky = 0; ky < p.size(); ky++) {
        for (int kx = 0; kx < p.size(); kx++) {
          int pixel = out + ky * to.lineStride() + kx * to.channelStride();
          FloatVector sum = FloatVector.fromArray(Lanes.UNITS, dx, pixel);
          VectorMask<Float> wins = winner.compare(VectorOperators.EQ, ky * p.size() + kx);
          sum.blend(sum.add(gradient), wins).intoArray(dx, pixel);
        }
      }
      g += from.channelStride();
      in += p.stride() * at.channelStride();
      out += p.stride() * to.channelStride();
    }
  }

  private void addToAll(int g, int out) {
    for (int ox = 0; ox < p.outW(); ox++) {
      FloatVector gradient = FloatVector.fromArray(Lanes.UNITS, dy, g).mul(p.scale());
      for (int ky = 0; ky < p.size(); ky++) {
        for (int kx = 0; kx < p.size(); kx++) {
          int pixel = out + ky * to.lineStride() + kx * to.channelStride();
          FloatVector.fromArray(Lanes.UNITS, dx, pixel).add(gradient).intoArray(dx, pixel);
        }
      }
      g += from.channelStride();
      out += p.stride() * to.channelStride();
    }
  }

  /** One channel of a line of windows. */
  private void channel(int g, int in, int out) {
    for (int ox = 0; ox < p.outW(); ox++) {
      int winner = 0;
      float best = x[in];
      for (int k = 0; k < p.size() * p.size(); k++) {
        float value = x[in + pixel(at, k)];
        winner = value > best ? k : winner;
        best = value > best ? value : best;
      }
      for (int k = 0; k < p.size() * p.size(); k++) {
        if (p.kind() != Kind.MAX || k == winner) {
          dx[out + pixel(to, k)] += dy[g] * p.scale();
        }
      }
      g += from.channelStride();
      in += p.stride() * at.channelStride();
      out += p.stride() * to.channelStride();
    }
  }

  /** Zeroes the gradient of what a ReLU cut off in a line. */
  private void mask(int in, int out) {
    FloatVector zero = FloatVector.zero(Lanes.UNITS);
    for (int ix = 0; ix < p.w(); ix++) {
      for (int c = 0; c < vectorized; c += Lanes.UNIT) {
        FloatVector gradient = FloatVector.fromArray(Lanes.UNITS, dx, out + c);
        FloatVector output = FloatVector.fromArray(Lanes.UNITS, x, in + c);
        zero.blend(gradient, output.compare(VectorOperators.GT, zero)).intoArray(dx, out + c);
      }
      for (int c = vectorized; c < p.c(); c++) {
        dx[out + c] = x[in + c] > 0 ? dx[out + c] : 0f;
      }
      in += at.channelStride();
      out += to.channelStride();
    }
  }

  /** How far pixel {@code k} of a window is from its corner. */
  private int pixel(Layout layout, int k) {
    return k / p.size() * layout.lineStride() + k % p.size() * layout.channelStride();
  }
}
