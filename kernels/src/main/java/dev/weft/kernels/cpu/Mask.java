package dev.weft.kernels.cpu;

import dev.weft.kernels.Chunk;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The backward pass of a ReLU applied to a gradient that was just computed and still lies in the
 * cache: dx becomes 0 where the ReLU's output x is not positive. A pass of its own, as a mask
 * within the register tiles keeps C2 from inlining them.
 *
 * @param x output of the ReLU
 * @param offset where it starts
 * @param from layout of x
 * @param dx gradient, masked in place
 * @param dxOffset where it starts
 * @param to layout of dx
 */
public record Mask(float[] x, int offset, Layout from, float[] dx, int dxOffset, Layout to) {

  /** Masks slot {@code dx} by slot {@code x}. */
  public static Mask of(CpuArgs args, int x, int dx) {
    return new Mask(
        args.floats(x),
        args.offset(x),
        args.layout(x),
        args.floats(dx),
        args.offset(dx),
        args.layout(dx));
  }

  /** Masks line {@code y} of row {@code row} of {@code chunk}. */
  public void line(Chunk chunk, int row, int y) {
    int xAt = offset + from.at(chunk, row, y, 0);
    int dxAt = dxOffset + to.at(chunk, row, y, 0);
    // Pad channels are 0, masked or not.
    if (from.channelStride() == to.channelStride()) {
      run(x, xAt, dx, dxAt, to.w() * to.channelStride());
      return;
    }
    for (int pixel = 0; pixel < to.w(); pixel++) {
      run(x, xAt, dx, dxAt, to.c());
      xAt += from.channelStride();
      dxAt += to.channelStride();
    }
  }

  private static void run(float[] x, int xAt, float[] dx, int dxAt, int count) {
    FloatVector zero = FloatVector.zero(Lanes.UNITS);
    int i = 0;
    for (; i <= count - Lanes.UNIT; i += Lanes.UNIT) {
      FloatVector gradient = FloatVector.fromArray(Lanes.UNITS, dx, dxAt + i);
      FloatVector output = FloatVector.fromArray(Lanes.UNITS, x, xAt + i);
      zero.blend(gradient, output.compare(VectorOperators.GT, zero)).intoArray(dx, dxAt + i);
    }
    for (; i < count; i++) {
      dx[dxAt + i] = x[xAt + i] > 0 ? dx[dxAt + i] : 0f;
    }
  }
}
