package dev.weft.kernels.dropout;

import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Hash;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.StepState;
import dev.weft.kernels.cpu.HashVector;
import dev.weft.kernels.cpu.Lanes;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Dropout} on the CPU. Lanes of a vector are neighbours in row-major order, so their hashes
 * take consecutive numbers; a line of pixels is one run of them where no channels are padded.
 */
final class DropoutVector {
  private final int seed;
  private final int threshold;
  private final float scale;
  private final boolean masked;
  private final float[] x;
  private final float[] rectified;
  private final float[] y;

  private DropoutVector(Dropout p, boolean masked, float[] x, float[] rectified, float[] y) {
    this.seed = p.seed();
    this.threshold = p.threshold();
    this.scale = p.scale();
    this.masked = masked;
    this.x = x;
    this.rectified = rectified;
    this.y = y;
  }

  /** Slots x, state, y of the forward pass, or dy, state, x where {@code masked}, dx. */
  static List<Stage> apply(Dropout p, boolean masked, CpuArgs args) {
    int last = masked ? 3 : 2;
    Layout x = args.layout(0);
    Layout rectified = args.layout(2); // y or dx itself, and not looked at, without a mask
    Layout y = args.layout(last);
    int least = Math.min(rectified.channelStride(), Math.min(x.channelStride(), y.channelStride()));
    int most = Math.max(rectified.channelStride(), Math.max(x.channelStride(), y.channelStride()));
    int runs = most == y.c() ? 1 : y.w();
    // Pad channels are 0, kept or not.
    int padded = Lanes.roundUp(y.c());
    int length = runs == 1 ? y.w() * y.c() : least >= padded ? padded : y.c();
    int[] state = args.ints(1);
    DropoutVector elements =
        new DropoutVector(p, masked, args.floats(0), args.floats(2), args.floats(last));
    return List.of(
        new Stage.Rows(
            IntStream.rangeClosed(0, last).boxed().toList(),
            chunk -> {
              int step = state[args.offset(1) + StepState.STEP];
              for (int row = chunk.from(); row < chunk.to(); row++) {
                for (int line = 0; line < y.h(); line++) {
                  int index = (row * y.h() + line) * y.w() * y.c();
                  int xAt = args.offset(0) + x.at(chunk, row, line, 0);
                  int rectifiedAt = args.offset(2) + rectified.at(chunk, row, line, 0);
                  int yAt = args.offset(last) + y.at(chunk, row, line, 0);
                  for (int run = 0; run < runs; run++) {
                    elements.run(step, index, xAt, rectifiedAt, yAt, length);
                    index += y.c();
                    xAt += x.channelStride();
                    rectifiedAt += rectified.channelStride();
                    yAt += y.channelStride();
                  }
                }
              }
            }));
  }

  /** Does {@code length} elements, the first of which has index {@code index}. */
  private void run(int step, int index, int xAt, int rectifiedAt, int yAt, int length) {
    FloatVector zero = FloatVector.zero(Lanes.SPECIES);
    int whole = length / Lanes.LENGTH * Lanes.LENGTH;
    for (int i = 0; i < whole; i += Lanes.LENGTH) {
      IntVector hash = HashVector.of(seed, step, index + i);
      FloatVector scaled = FloatVector.fromArray(Lanes.SPECIES, x, xAt + i).mul(scale);
      if (masked) {
        FloatVector output = FloatVector.fromArray(Lanes.SPECIES, rectified, rectifiedAt + i);
        scaled = zero.blend(scaled, output.compare(VectorOperators.GT, zero));
      }
      zero.blend(scaled, hash.compare(VectorOperators.GE, threshold).cast(Lanes.SPECIES))
          .intoArray(y, yAt + i);
    }
    for (int i = whole; i < length; i++) {
      boolean kept =
          Hash.of(seed, step, index + i) >= threshold
              && (!masked || rectified[rectifiedAt + i] > 0);
      y[yAt + i] = kept ? x[xAt + i] * scale : 0f;
    }
  }
}
