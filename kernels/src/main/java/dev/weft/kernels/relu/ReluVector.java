package dev.weft.kernels.relu;

import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.cpu.Lanes;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** {@link Relu} on the CPU: a line of pixels is one run of floats where no channels are padded. */
final class ReluVector {
  private ReluVector() {}

  static List<Stage> forward(CpuArgs args) {
    Layout x = args.layout(0);
    Layout y = args.layout(1);
    boolean adjoining = x.channelStride() == x.c() && y.channelStride() == y.c();
    int runs = adjoining ? 1 : y.w();
    int length = adjoining ? y.w() * y.c() : y.c();
    float[] in = args.floats(0);
    float[] out = args.floats(1);
    return List.of(
        Stage.rows(
            chunk -> {
              for (int row = chunk.from(); row < chunk.to(); row++) {
                for (int line = 0; line < y.h(); line++) {
                  int xAt = args.offset(0) + x.at(chunk, row, line, 0);
                  int yAt = args.offset(1) + y.at(chunk, row, line, 0);
                  for (int run = 0; run < runs; run++) {
                    rectify(in, xAt, out, yAt, length);
                    xAt += x.channelStride();
                    yAt += y.channelStride();
                  }
                }
              }
            },
            0,
            1));
  }

  static List<Stage> backward(CpuArgs args) {
    Layout y = args.layout(0);
    Layout dy = args.layout(1);
    Layout dx = args.layout(2);
    boolean adjoining =
        y.channelStride() == y.c() && dy.channelStride() == dy.c() && dx.channelStride() == dx.c();
    int runs = adjoining ? 1 : dx.w();
    int length = adjoining ? dx.w() * dx.c() : dx.c();
    float[] values = args.floats(0);
    float[] gradients = args.floats(1);
    float[] out = args.floats(2);
    return List.of(
        Stage.rows(
            chunk -> {
              for (int row = chunk.from(); row < chunk.to(); row++) {
                for (int line = 0; line < dx.h(); line++) {
                  int yAt = args.offset(0) + y.at(chunk, row, line, 0);
                  int dyAt = args.offset(1) + dy.at(chunk, row, line, 0);
                  int dxAt = args.offset(2) + dx.at(chunk, row, line, 0);
                  for (int run = 0; run < runs; run++) {
                    mask(values, yAt, gradients, dyAt, out, dxAt, length);
                    yAt += y.channelStride();
                    dyAt += dy.channelStride();
                    dxAt += dx.channelStride();
                  }
                }
              }
            },
            0,
            1,
            2));
  }

  private static void rectify(float[] x, int xAt, float[] y, int yAt, int length) {
    int whole = length / Lanes.LENGTH * Lanes.LENGTH;
    for (int i = 0; i < whole; i += Lanes.LENGTH) {
      FloatVector.fromArray(Lanes.SPECIES, x, xAt + i).max(0f).intoArray(y, yAt + i);
    }
    for (int i = whole; i < length; i++) {
      y[yAt + i] = Math.max(x[xAt + i], 0f);
    }
  }

  private static void mask(
      float[] y, int yAt, float[] dy, int dyAt, float[] dx, int dxAt, int length) {
    FloatVector zero = FloatVector.zero(Lanes.SPECIES);
    int whole = length / Lanes.LENGTH * Lanes.LENGTH;
    for (int i = 0; i < whole; i += Lanes.LENGTH) {
      FloatVector output = FloatVector.fromArray(Lanes.SPECIES, y, yAt + i);
      FloatVector gradient = FloatVector.fromArray(Lanes.SPECIES, dy, dyAt + i);
      zero.blend(gradient, output.compare(VectorOperators.GT, zero)).intoArray(dx, dxAt + i);
    }
    for (int i = whole; i < length; i++) {
      dx[dxAt + i] = y[yAt + i] > 0 ? dy[dyAt + i] : 0f;
    }
  }
}
