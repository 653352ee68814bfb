package dev.weft.kernels.augment;

import dev.weft.kernels.Chunk;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Hash;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.StepState;
import dev.weft.kernels.cpu.HashVector;
import dev.weft.kernels.cpu.Lanes;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Augment} on the CPU: lines of gray images a vector at a time, other images in plain loops.
 * A line is first fetched from where its pixels come ({@link Moved}), unless they stay; then light
 * and noise make the result of it.
 */
final class AugmentVector {
  private final Augment p;
  private final float[] x;
  private final int xAt;
  private final Layout from;
  private final int[] state;
  private final int stateAt;
  private final float[] y;
  private final int yAt;
  private final Layout to;
  private final boolean moves;
  private final boolean noisy;
  private final boolean vectors;

  private AugmentVector(Augment p, CpuArgs args) {
    this.p = p;
    x = args.floats(0);
    xAt = args.offset(0);
    from = args.layout(0);
    state = args.ints(1);
    stateAt = args.offset(1);
    y = args.floats(2);
    yAt = args.offset(2);
    to = args.layout(2);
    moves = p.amounts().flip() || Math.max(p.angle(), Math.max(p.zoom(), p.distance())) > 0;
    noisy = p.noise() > 0;
    vectors =
        p.channels() == 1
            && from.channelStride() == 1
            && to.channelStride() == 1
            && p.width() >= Lanes.LENGTH;
  }

  static List<Stage> augment(Augment p, CpuArgs args) {
    return List.of(Stage.rows(new AugmentVector(p, args)::rows, 0, 1, 2));
  }

  private void rows(Chunk chunk) {
    int step = state[stateAt + StepState.STEP];
    Moved moved = new Moved(p, from);
    for (int row = chunk.from(); row < chunk.to(); row++) {
      Drawn drawn = Drawn.of(p, step, row);
      int image = xAt + from.at(chunk, row, 0, 0);
      for (int line = 0; line < p.height(); line++) {
        int element = (row * p.height() + line) * p.width() * p.channels();
        int noise = p.batch() * Augment.DRAWS + element;
        float[] source = x;
        int sourceAt = image + line * from.lineStride();
        int sourceStride = from.channelStride();
        if (moves) {
          source = moved.line(drawn, x, image, line, vectors);
          sourceAt = 0;
          sourceStride = p.channels();
        }
        int at = yAt + to.at(chunk, row, line, 0);
        if (vectors) {
          finishVectors(drawn, source, sourceAt, line, at, step, noise);
        } else {
          finish(drawn, source, sourceAt, sourceStride, line, at, step, noise);
        }
      }
    }
  }

  private void finish(
      Drawn drawn,
      float[] source,
      int sourceAt,
      int sourceStride,
      int line,
      int at,
      int step,
      int noise) {
    for (int column = 0; column < p.width(); column++) {
      float kept = drawn.erases(line, column) ? 0f : drawn.contrast();
      for (int c = 0; c < p.channels(); c++, noise++) {
        float value = kept * source[sourceAt + c] + drawn.lift();
        if (noisy) {
          int q = (Hash.of(p.seed(), step, noise) >> 16) - 128;
          value = Math.clamp(value + drawn.amplitude() * q * 0x1p-23f, 0f, 1f);
        }
        y[at + c] = value;
      }
      sourceAt += sourceStride;
      at += to.channelStride();
    }
  }

  private void finishVectors(
      Drawn drawn, float[] source, int sourceAt, int line, int at, int step, int noise) {
    boolean erases = line >= drawn.top() && line < drawn.top() + drawn.side();
    int last = p.width() - Lanes.LENGTH;
    for (int next = 0; next < last + Lanes.LENGTH; next += Lanes.LENGTH) {
      // Ends with the line: pixels that the vector before it had are written again.
      int column = Math.min(next, last);
      FloatVector value =
          FloatVector.fromArray(Lanes.SPECIES, source, sourceAt + column).mul(drawn.contrast());
      if (erases) {
        IntVector columns = IntVector.broadcast(Lanes.INTS, column).addIndex(1);
        VectorMask<Integer> erased =
            columns
                .compare(VectorOperators.GE, drawn.left())
                .and(columns.compare(VectorOperators.LT, drawn.left() + drawn.side()));
        value = value.blend(0f, erased.cast(Lanes.SPECIES));
      }
      value = value.add(drawn.lift());
      if (noisy) {
        IntVector q =
            HashVector.of(p.seed(), step, noise + column)
                .lanewise(VectorOperators.ASHR, 16)
                .sub(128)
                .mul(drawn.amplitude());
        FloatVector added = (FloatVector) q.convert(VectorOperators.I2F, 0);
        value = value.add(added.mul(0x1p-23f)).max(0f).min(1f);
      }
      value.intoArray(y, at + column);
    }
  }
}
