package dev.weft.kernels.cpu;

import dev.weft.kernels.Layout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The backward pass of a ReLU applied to a gradient that was just computed and still lies in the
 * cache: dx becomes 0 where the ReLU's output x is not positive. A pass of its own, as a mask
 * within the register tiles keeps C2 from inlining them.
 *
 * @param x output of the ReLU
 * @param from layout of x
 * @param dx gradient, masked in place
 * @param to layout of dx
 */
public record Mask(float[] x, Layout from, float[] dx, Layout to) {

  /** Masks line {@code y} of row {@code row}. */
  public void line(int row, int y) {
    int channels = to.c();
    boolean whole = to.channelStride() >= Lanes.roundUp(channels);
    int end = whole ? Lanes.roundUp(channels) : channels / Lanes.LENGTH * Lanes.LENGTH;
    int xAt = from.at(row, y, 0);
    int dxAt = to.at(row, y, 0);
    for (int pixel = 0; pixel < to.w(); pixel++) {
      vectors(x, xAt, dx, dxAt, end);
      for (int c = end; c < channels; c++) {
        dx[dxAt + c] = x[xAt + c] > 0 ? dx[dxAt + c] : 0f;
      }
      xAt += from.channelStride();
      dxAt += to.channelStride();
    }
  }

  private static void vectors(float[] x, int xAt, float[] dx, int dxAt, int count) {
    FloatVector zero = FloatVector.zero(Lanes.SPECIES);
    for (int c = 0; c < count; c += Lanes.LENGTH) {
      FloatVector gradient = FloatVector.fromArray(Lanes.SPECIES, dx, dxAt + c);
      FloatVector output = FloatVector.fromArray(Lanes.SPECIES, x, xAt + c);
      zero.blend(gradient, output.compare(VectorOperators.GT, zero)).intoArray(dx, dxAt + c);
    }
  }
}
