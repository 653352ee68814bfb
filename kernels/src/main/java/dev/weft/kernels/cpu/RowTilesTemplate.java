package dev.weft.kernels.cpu;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The code of {@link RowTiles}, loaded once a geometry as a hidden class so that every stride is a
 * constant to the JIT: with strides in fields C2 keeps range checks and spills the accumulators.
 *
 * <p>A tile of up to 6 pixels by 2 vectors of channels is kept in registers: 12 accumulators hide
 * the latency of the multiply-add, and leave room for the weights and one broadcast pixel in the 16
 * registers of AVX2. Accumulators are named locals, as arrays of vectors would not stay in
 * registers; that is why the six tile heights are written out.
 */
final class RowTilesTemplate implements RowTiles {
  private static final Geometry G = Specializer.constants(MethodHandles.lookup(), Geometry.class);
  private static final VectorSpecies<Float> S = Lanes.SPECIES;
  private static final int VL = S.length();
  private static final boolean WIDE = G.wide();
  private static final int NR = WIDE ? 2 * VL : VL;
  private static final int KERNEL_H = G.kernelH();
  private static final int LINE = G.lineStride();
  private static final int TAPS = G.taps();
  private static final int TAP = G.tapStride();
  private static final int DEPTH = G.depth();
  private static final int PIXEL = G.pixelStep();
  private static final int OUT = G.outStep();
  private static final boolean BIAS = G.bias();
  private static final boolean RELU = G.relu();

  @Override
  public void run(
      float[] x,
      int xAt,
      float[] w,
      int wAt,
      float[] bias,
      int biasAt,
      float[] y,
      int yAt,
      int count) {
    int left = count;
    while (left > 0) {
      int tile = RowTiles.tile(left);
      switch (tile) {
        case 6 -> tile6(x, xAt, w, wAt, bias, biasAt, y, yAt);
        case 5 -> tile5(x, xAt, w, wAt, bias, biasAt, y, yAt);
        case 4 -> tile4(x, xAt, w, wAt, bias, biasAt, y, yAt);
        case 3 -> tile3(x, xAt, w, wAt, bias, biasAt, y, yAt);
        case 2 -> tile2(x, xAt, w, wAt, bias, biasAt, y, yAt);
        default -> tile1(x, xAt, w, wAt, bias, biasAt, y, yAt);
      }
      left -= tile;
      xAt += tile * PIXEL;
      yAt += tile * OUT;
    }
  }

  private static void tile6(
      float[] x, int xAt, float[] w, int wAt, float[] bias, int biasAt, float[] y, int yAt) {
    FloatVector a0 = BIAS ? FloatVector.fromArray(S, bias, biasAt) : FloatVector.zero(S);
    FloatVector b0 =
        BIAS && WIDE ? FloatVector.fromArray(S, bias, biasAt + VL) : FloatVector.zero(S);
    FloatVector a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0;
    FloatVector b1 = b0, b2 = b0, b3 = b0, b4 = b0, b5 = b0;
    for (int ky = 0; ky < KERNEL_H; ky++) {
      int line = xAt + ky * LINE;
      for (int tap = 0; tap < TAPS; tap++) {
        int at = line + tap * TAP;
        for (int d = 0; d < DEPTH; d++) {
          FloatVector w0 = FloatVector.fromArray(S, w, wAt);
          FloatVector w1 = WIDE ? FloatVector.fromArray(S, w, wAt + VL) : w0;
          wAt += NR;
          FloatVector v = FloatVector.broadcast(S, x[at + d]);
          a0 = v.fma(w0, a0);
          b0 = WIDE ? v.fma(w1, b0) : b0;
          v = FloatVector.broadcast(S, x[at + d + PIXEL]);
          a1 = v.fma(w0, a1);
          b1 = WIDE ? v.fma(w1, b1) : b1;
          v = FloatVector.broadcast(S, x[at + d + 2 * PIXEL]);
          a2 = v.fma(w0, a2);
          b2 = WIDE ? v.fma(w1, b2) : b2;
          v = FloatVector.broadcast(S, x[at + d + 3 * PIXEL]);
          a3 = v.fma(w0, a3);
          b3 = WIDE ? v.fma(w1, b3) : b3;
          v = FloatVector.broadcast(S, x[at + d + 4 * PIXEL]);
          a4 = v.fma(w0, a4);
          b4 = WIDE ? v.fma(w1, b4) : b4;
          v = FloatVector.broadcast(S, x[at + d + 5 * PIXEL]);
          a5 = v.fma(w0, a5);
          b5 = WIDE ? v.fma(w1, b5) : b5;
        }
      }
    }
    put(a0, b0, y, yAt);
    put(a1, b1, y, yAt + OUT);
    put(a2, b2, y, yAt + 2 * OUT);
    put(a3, b3, y, yAt + 3 * OUT);
    put(a4, b4, y, yAt + 4 * OUT);
    put(a5, b5, y, yAt + 5 * OUT);
  }

  private static void tile5(
      float[] x, int xAt, float[] w, int wAt, float[] bias, int biasAt, float[] y, int yAt) {
    FloatVector a0 = BIAS ? FloatVector.fromArray(S, bias, biasAt) : FloatVector.zero(S);
    FloatVector b0 =
        BIAS && WIDE ? FloatVector.fromArray(S, bias, biasAt + VL) : FloatVector.zero(S);
    FloatVector a1 = a0, a2 = a0, a3 = a0, a4 = a0;
    FloatVector b1 = b0, b2 = b0, b3 = b0, b4 = b0;
    for (int ky = 0; ky < KERNEL_H; ky++) {
      int line = xAt + ky * LINE;
      for (int tap = 0; tap < TAPS; tap++) {
        int at = line + tap * TAP;
        for (int d = 0; d < DEPTH; d++) {
          FloatVector w0 = FloatVector.fromArray(S, w, wAt);
          FloatVector w1 = WIDE ? FloatVector.fromArray(S, w, wAt + VL) : w0;
          wAt += NR;
          FloatVector v = FloatVector.broadcast(S, x[at + d]);
          a0 = v.fma(w0, a0);
          b0 = WIDE ? v.fma(w1, b0) : b0;
          v = FloatVector.broadcast(S, x[at + d + PIXEL]);
          a1 = v.fma(w0, a1);
          b1 = WIDE ? v.fma(w1, b1) : b1;
          v = FloatVector.broadcast(S, x[at + d + 2 * PIXEL]);
          a2 = v.fma(w0, a2);
          b2 = WIDE ? v.fma(w1, b2) : b2;
          v = FloatVector.broadcast(S, x[at + d + 3 * PIXEL]);
          a3 = v.fma(w0, a3);
          b3 = WIDE ? v.fma(w1, b3) : b3;
          v = FloatVector.broadcast(S, x[at + d + 4 * PIXEL]);
          a4 = v.fma(w0, a4);
          b4 = WIDE ? v.fma(w1, b4) : b4;
        }
      }
    }
    put(a0, b0, y, yAt);
    put(a1, b1, y, yAt + OUT);
    put(a2, b2, y, yAt + 2 * OUT);
    put(a3, b3, y, yAt + 3 * OUT);
    put(a4, b4, y, yAt + 4 * OUT);
  }

  private static void tile4(
      float[] x, int xAt, float[] w, int wAt, float[] bias, int biasAt, float[] y, int yAt) {
    FloatVector a0 = BIAS ? FloatVector.fromArray(S, bias, biasAt) : FloatVector.zero(S);
    FloatVector b0 =
        BIAS && WIDE ? FloatVector.fromArray(S, bias, biasAt + VL) : FloatVector.zero(S);
    FloatVector a1 = a0, a2 = a0, a3 = a0;
    FloatVector b1 = b0, b2 = b0, b3 = b0;
    for (int ky = 0; ky < KERNEL_H; ky++) {
      int line = xAt + ky * LINE;
      for (int tap = 0; tap < TAPS; tap++) {
        int at = line + tap * TAP;
        for (int d = 0; d < DEPTH; d++) {
          FloatVector w0 = FloatVector.fromArray(S, w, wAt);
          FloatVector w1 = WIDE ? FloatVector.fromArray(S, w, wAt + VL) : w0;
          wAt += NR;
          FloatVector v = FloatVector.broadcast(S, x[at + d]);
          a0 = v.fma(w0, a0);
          b0 = WIDE ? v.fma(w1, b0) : b0;
          v = FloatVector.broadcast(S, x[at + d + PIXEL]);
          a1 = v.fma(w0, a1);
          b1 = WIDE ? v.fma(w1, b1) : b1;
          v = FloatVector.broadcast(S, x[at + d + 2 * PIXEL]);
          a2 = v.fma(w0, a2);
          b2 = WIDE ? v.fma(w1, b2) : b2;
          v = FloatVector.broadcast(S, x[at + d + 3 * PIXEL]);
          a3 = v.fma(w0, a3);
          b3 = WIDE ? v.fma(w1, b3) : b3;
        }
      }
    }
    put(a0, b0, y, yAt);
    put(a1, b1, y, yAt + OUT);
    put(a2, b2, y, yAt + 2 * OUT);
    put(a3, b3, y, yAt + 3 * OUT);
  }

  private static void tile3(
      float[] x, int xAt, float[] w, int wAt, float[] bias, int biasAt, float[] y, int yAt) {
    FloatVector a0 = BIAS ? FloatVector.fromArray(S, bias, biasAt) : FloatVector.zero(S);
    FloatVector b0 =
        BIAS && WIDE ? FloatVector.fromArray(S, bias, biasAt + VL) : FloatVector.zero(S);
    FloatVector a1 = a0, a2 = a0;
    FloatVector b1 = b0, b2 = b0;
    for (int ky = 0; ky < KERNEL_H; ky++) {
      int line = xAt + ky * LINE;
      for (int tap = 0; tap < TAPS; tap++) {
        int at = line + tap * TAP;
        for (int d = 0; d < DEPTH; d++) {
          FloatVector w0 = FloatVector.fromArray(S, w, wAt);
          FloatVector w1 = WIDE ? FloatVector.fromArray(S, w, wAt + VL) : w0;
          wAt += NR;
          FloatVector v = FloatVector.broadcast(S, x[at + d]);
          a0 = v.fma(w0, a0);
          b0 = WIDE ? v.fma(w1, b0) : b0;
          v = FloatVector.broadcast(S, x[at + d + PIXEL]);
          a1 = v.fma(w0, a1);
          b1 = WIDE ? v.fma(w1, b1) : b1;
          v = FloatVector.broadcast(S, x[at + d + 2 * PIXEL]);
          a2 = v.fma(w0, a2);
          b2 = WIDE ? v.fma(w1, b2) : b2;
        }
      }
    }
    put(a0, b0, y, yAt);
    put(a1, b1, y, yAt + OUT);
    put(a2, b2, y, yAt + 2 * OUT);
  }

  private static void tile2(
      float[] x, int xAt, float[] w, int wAt, float[] bias, int biasAt, float[] y, int yAt) {
    FloatVector a0 = BIAS ? FloatVector.fromArray(S, bias, biasAt) : FloatVector.zero(S);
    FloatVector b0 =
        BIAS && WIDE ? FloatVector.fromArray(S, bias, biasAt + VL) : FloatVector.zero(S);
    FloatVector a1 = a0;
    FloatVector b1 = b0;
    for (int ky = 0; ky < KERNEL_H; ky++) {
      int line = xAt + ky * LINE;
      for (int tap = 0; tap < TAPS; tap++) {
        int at = line + tap * TAP;
        for (int d = 0; d < DEPTH; d++) {
          FloatVector w0 = FloatVector.fromArray(S, w, wAt);
          FloatVector w1 = WIDE ? FloatVector.fromArray(S, w, wAt + VL) : w0;
          wAt += NR;
          FloatVector v = FloatVector.broadcast(S, x[at + d]);
          a0 = v.fma(w0, a0);
          b0 = WIDE ? v.fma(w1, b0) : b0;
          v = FloatVector.broadcast(S, x[at + d + PIXEL]);
          a1 = v.fma(w0, a1);
          b1 = WIDE ? v.fma(w1, b1) : b1;
        }
      }
    }
    put(a0, b0, y, yAt);
    put(a1, b1, y, yAt + OUT);
  }

  private static void tile1(
      float[] x, int xAt, float[] w, int wAt, float[] bias, int biasAt, float[] y, int yAt) {
    FloatVector a0 = BIAS ? FloatVector.fromArray(S, bias, biasAt) : FloatVector.zero(S);
    FloatVector b0 =
        BIAS && WIDE ? FloatVector.fromArray(S, bias, biasAt + VL) : FloatVector.zero(S);
    for (int ky = 0; ky < KERNEL_H; ky++) {
      int line = xAt + ky * LINE;
      for (int tap = 0; tap < TAPS; tap++) {
        int at = line + tap * TAP;
        for (int d = 0; d < DEPTH; d++) {
          FloatVector w0 = FloatVector.fromArray(S, w, wAt);
          FloatVector w1 = WIDE ? FloatVector.fromArray(S, w, wAt + VL) : w0;
          wAt += NR;
          FloatVector v = FloatVector.broadcast(S, x[at + d]);
          a0 = v.fma(w0, a0);
          b0 = WIDE ? v.fma(w1, b0) : b0;
        }
      }
    }
    put(a0, b0, y, yAt);
  }

  private static void put(FloatVector a, FloatVector b, float[] y, int yAt) {
    if (RELU) {
      a = a.max(0f);
      b = b.max(0f);
    }
    a.intoArray(y, yAt);
    if (WIDE) {
      b.intoArray(y, yAt + VL);
    }
  }
}
