package dev.weft.kernels.pool2d;

import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.cpu.Lanes;
import dev.weft.kernels.pool2d.Pool2d.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

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
  }

  static List<Stage> stages(Pool2d.Backward op, CpuArgs args) {
    Pool2dBackwardVector images = new Pool2dBackwardVector(op, args);
    List<Integer> touches = IntStream.range(0, op.slots().size()).boxed().toList();
    return List.of(
        new Stage.Rows(
            touches,
            (chunk, from, to) -> {
              for (int row = from; row < to; row++) {
                images.image(row);
              }
            }));
  }

  private void image(int row) {
    Pool2d p = this.p;
    if (p.kind() == Kind.MAX && p.size() == 2 && p.stride() == 2 && vectorized >= p.c()) {
      adjoiningQuads(row);
      return;
    }
    for (int iy = 0; iy < p.h(); iy++) {
      clear(row, iy, 0);
    }
    for (int oy = 0; oy < p.outH(); oy++) {
      int g = dyAt + from.at(row, oy, 0);
      int in = xAt + at.at(row, oy * p.stride(), 0);
      int out = dxAt + to.at(row, oy * p.stride(), 0);
      for (int c = 0; c < vectorized; c += Lanes.LENGTH) {
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
      mask(xAt + at.at(row, iy, 0), dxAt + to.at(row, iy, 0));
    }
  }

  /** Zeroes line {@code iy} from pixel {@code ix} on. */
  private void clear(int row, int iy, int ix) {
    int start = dxAt + to.at(row, iy, ix);
    Arrays.fill(dx, start, start + (p.w() - ix) * to.channelStride(), 0f);
  }

  private void adjoiningQuads(int row) {
    for (int oy = 0; oy < p.outH(); oy++) {
      for (int c = 0; c < vectorized; c += Lanes.LENGTH) {
        quads(
            dyAt + from.at(row, oy, 0) + c,
            xAt + at.at(row, 2 * oy, 0) + c,
            dxAt + to.at(row, 2 * oy, 0) + c);
      }
      clear(row, 2 * oy, 2 * p.outW());
      clear(row, 2 * oy + 1, 2 * p.outW());
    }
    if (p.h() % 2 == 1) {
      clear(row, p.h() - 1, 0);
    }
  }

  /** A line of 2x2 windows: the gradient goes to one pixel of each, the others become 0. */
  private void quads(int g, int in, int out) {
    FloatVector zero = FloatVector.zero(Lanes.SPECIES);
    int right = at.channelStride();
    int below = at.lineStride();
    int dxRight = to.channelStride();
    int dxBelow = to.lineStride();
    for (int ox = 0; ox < p.outW(); ox++) {
      FloatVector a = FloatVector.fromArray(Lanes.SPECIES, x, in);
      FloatVector b = FloatVector.fromArray(Lanes.SPECIES, x, in + right);
      FloatVector c = FloatVector.fromArray(Lanes.SPECIES, x, in + below);
      FloatVector d = FloatVector.fromArray(Lanes.SPECIES, x, in + below + right);
      VectorMask<Float> isB = b.compare(VectorOperators.GT, a);
      VectorMask<Float> isD = d.compare(VectorOperators.GT, c);
      FloatVector above = a.blend(b, isB);
      FloatVector under = c.blend(d, isD);
      VectorMask<Float> isUnder = under.compare(VectorOperators.GT, above);
      FloatVector gradient = FloatVector.fromArray(Lanes.SPECIES, dy, g);
      if (masked) {
        FloatVector best = above.blend(under, isUnder);
        gradient = zero.blend(gradient, best.compare(VectorOperators.GT, zero));
      }
      FloatVector toAbove = gradient.blend(zero, isUnder);
      FloatVector toUnder = zero.blend(gradient, isUnder);
      toAbove.blend(zero, isB).intoArray(dx, out);
      zero.blend(toAbove, isB).intoArray(dx, out + dxRight);
      toUnder.blend(zero, isD).intoArray(dx, out + dxBelow);
      zero.blend(toUnder, isD).intoArray(dx, out + dxBelow + dxRight);
      g += from.channelStride();
      in += 2 * right;
      out += 2 * dxRight;
    }
  }

  private void addToMaxima(int g, int in, int out) {
    for (int ox = 0; ox < p.outW(); ox++) {
      FloatVector best = FloatVector.fromArray(Lanes.SPECIES, x, in);
      // Number of the pixel within its window, as a float to share the masks of the values.
      FloatVector winner = FloatVector.zero(Lanes.SPECIES);
      for (int ky = 0; ky < p.size(); ky++) {
        for (int kx = 0; kx < p.size(); kx++) {
          FloatVector value =
              FloatVector.fromArray(
                  Lanes.SPECIES, x, in + ky * at.lineStride() + kx * at.channelStride());
          VectorMask<Float> more = value.compare(VectorOperators.GT, best);
          best = best.blend(value, more);
          winner = winner.blend(ky * p.size() + kx, more);
        }
      }
      FloatVector gradient = FloatVector.fromArray(Lanes.SPECIES, dy, g);
      for (int ky = 0; ky < p.size(); ky++) {
        for (int kx = 0; kx < p.size(); kx++) {
          int pixel = out + ky * to.lineStride() + kx * to.channelStride();
          FloatVector sum = FloatVector.fromArray(Lanes.SPECIES, dx, pixel);
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
      FloatVector gradient = FloatVector.fromArray(Lanes.SPECIES, dy, g).mul(p.scale());
      for (int ky = 0; ky < p.size(); ky++) {
        for (int kx = 0; kx < p.size(); kx++) {
          int pixel = out + ky * to.lineStride() + kx * to.channelStride();
          FloatVector.fromArray(Lanes.SPECIES, dx, pixel).add(gradient).intoArray(dx, pixel);
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
    FloatVector zero = FloatVector.zero(Lanes.SPECIES);
    for (int ix = 0; ix < p.w(); ix++) {
      for (int c = 0; c < vectorized; c += Lanes.LENGTH) {
        FloatVector gradient = FloatVector.fromArray(Lanes.SPECIES, dx, out + c);
        FloatVector output = FloatVector.fromArray(Lanes.SPECIES, x, in + c);
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
