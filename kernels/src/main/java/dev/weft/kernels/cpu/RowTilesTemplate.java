package dev.weft.kernels.cpu;

import static jdk.incubator.vector.VectorOperators.LT;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The code of {@link RowTiles}. It is not used as it stands: {@link Specializer} loads this class
 * once for each geometry, whose numbers are then constants to the JIT. Without that, range checks
 * stay in the inner loop and push the sums out of the registers, at half the speed.
 *
 * <p>Sums are local variables, two vectors a pixel, as arrays of vectors would not stay in
 * registers; the JIT never sees those that a class has no use for. Nothing here may be a method of
 * its own: past some size the JIT only inlines the vector methods, and vectors would go through
 * memory.
 */
final class RowTilesTemplate implements RowTiles {
  private static final Geometry G = Specializer.constants(MethodHandles.lookup(), Geometry.class);
  private static final int ROWS = G.rows();
  private static final VectorSpecies<Float> S = Lanes.species(G.panel().lanes());
  private static final int VL = S.length();
  private static final boolean WIDE = G.panel().wide();
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
      float[] x, int xAt, float[] w, int wAt, float[] bias, int biasAt, float[] y, int yAt, int n) {
    for (int tile = 0; tile < n; tile++) {
      tile(x, xAt + tile * ROWS * PIXEL, w, wAt, bias, biasAt, y, yAt + tile * ROWS * OUT);
    }
  }

  private static void tile(
      float[] x, int xAt, float[] w, int wAt, float[] bias, int biasAt, float[] y, int yAt) {
    FloatVector zero = FloatVector.zero(S);
    FloatVector a0 = BIAS ? FloatVector.fromArray(S, bias, biasAt) : zero;
    FloatVector b0 = BIAS && WIDE ? FloatVector.fromArray(S, bias, biasAt + VL) : zero;
    FloatVector a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
    FloatVector a8 = a0, a9 = a0, a10 = a0, a11 = a0, a12 = a0, a13 = a0;
    FloatVector b1 = b0, b2 = b0, b3 = b0, b4 = b0, b5 = b0, b6 = b0, b7 = b0;
    FloatVector b8 = b0, b9 = b0, b10 = b0, b11 = b0, b12 = b0, b13 = b0;
    for (int ky = 0; ky < KERNEL_H; ky++) {
      for (int tap = 0; tap < TAPS; tap++) {
        int at = xAt + ky * LINE + tap * TAP;
        for (int d = 0; d < DEPTH; d++) {
          FloatVector w0 = FloatVector.fromArray(S, w, wAt);
          FloatVector w1 = WIDE ? FloatVector.fromArray(S, w, wAt + VL) : w0;
          wAt += NR;
          FloatVector v = FloatVector.broadcast(S, x[at + d]);
          a0 = v.fma(w0, a0);
          b0 = WIDE ? v.fma(w1, b0) : b0;
          if (ROWS > 1) {
            v = FloatVector.broadcast(S, x[at + d + PIXEL]);
            a1 = v.fma(w0, a1);
            b1 = WIDE ? v.fma(w1, b1) : b1;
          }
          if (ROWS > 2) {
            v = FloatVector.broadcast(S, x[at + d + 2 * PIXEL]);
            a2 = v.fma(w0, a2);
            b2 = WIDE ? v.fma(w1, b2) : b2;
          }
          if (ROWS > 3) {
            v = FloatVector.broadcast(S, x[at + d + 3 * PIXEL]);
            a3 = v.fma(w0, a3);
            b3 = WIDE ? v.fma(w1, b3) : b3;
          }
          if (ROWS > 4) {
            v = FloatVector.broadcast(S, x[at + d + 4 * PIXEL]);
            a4 = v.fma(w0, a4);
            b4 = WIDE ? v.fma(w1, b4) : b4;
          }
          if (ROWS > 5) {
            v = FloatVector.broadcast(S, x[at + d + 5 * PIXEL]);
            a5 = v.fma(w0, a5);
            b5 = WIDE ? v.fma(w1, b5) : b5;
          }
          if (ROWS > 6) {
            v = FloatVector.broadcast(S, x[at + d + 6 * PIXEL]);
            a6 = v.fma(w0, a6);
            b6 = WIDE ? v.fma(w1, b6) : b6;
          }
          if (ROWS > 7) {
            v = FloatVector.broadcast(S, x[at + d + 7 * PIXEL]);
            a7 = v.fma(w0, a7);
            b7 = WIDE ? v.fma(w1, b7) : b7;
          }
          if (ROWS > 8) {
            v = FloatVector.broadcast(S, x[at + d + 8 * PIXEL]);
            a8 = v.fma(w0, a8);
            b8 = WIDE ? v.fma(w1, b8) : b8;
          }
          if (ROWS > 9) {
            v = FloatVector.broadcast(S, x[at + d + 9 * PIXEL]);
            a9 = v.fma(w0, a9);
            b9 = WIDE ? v.fma(w1, b9) : b9;
          }
          if (ROWS > 10) {
            v = FloatVector.broadcast(S, x[at + d + 10 * PIXEL]);
            a10 = v.fma(w0, a10);
            b10 = WIDE ? v.fma(w1, b10) : b10;
          }
          if (ROWS > 11) {
            v = FloatVector.broadcast(S, x[at + d + 11 * PIXEL]);
            a11 = v.fma(w0, a11);
            b11 = WIDE ? v.fma(w1, b11) : b11;
          }
          if (ROWS > 12) {
            v = FloatVector.broadcast(S, x[at + d + 12 * PIXEL]);
            a12 = v.fma(w0, a12);
            b12 = WIDE ? v.fma(w1, b12) : b12;
          }
          if (ROWS > 13) {
            v = FloatVector.broadcast(S, x[at + d + 13 * PIXEL]);
            a13 = v.fma(w0, a13);
            b13 = WIDE ? v.fma(w1, b13) : b13;
          }
        }
      }
    }
    (RELU ? a0.blend(zero, a0.compare(LT, zero)) : a0).intoArray(y, yAt);
    if (WIDE) {
      (RELU ? b0.blend(zero, b0.compare(LT, zero)) : b0).intoArray(y, yAt + VL);
    }
    if (ROWS > 1) {
      (RELU ? a1.blend(zero, a1.compare(LT, zero)) : a1).intoArray(y, yAt + OUT);
      if (WIDE) {
        (RELU ? b1.blend(zero, b1.compare(LT, zero)) : b1).intoArray(y, yAt + OUT + VL);
      }
    }
    if (ROWS > 2) {
      (RELU ? a2.blend(zero, a2.compare(LT, zero)) : a2).intoArray(y, yAt + 2 * OUT);
      if (WIDE) {
        (RELU ? b2.blend(zero, b2.compare(LT, zero)) : b2).intoArray(y, yAt + 2 * OUT + VL);
      }
    }
    if (ROWS > 3) {
      (RELU ? a3.blend(zero, a3.compare(LT, zero)) : a3).intoArray(y, yAt + 3 * OUT);
      if (WIDE) {
        (RELU ? b3.blend(zero, b3.compare(LT, zero)) : b3).intoArray(y, yAt + 3 * OUT + VL);
      }
    }
    if (ROWS > 4) {
      (RELU ? a4.blend(zero, a4.compare(LT, zero)) : a4).intoArray(y, yAt + 4 * OUT);
      if (WIDE) {
        (RELU ? b4.blend(zero, b4.compare(LT, zero)) : b4).intoArray(y, yAt + 4 * OUT + VL);
      }
    }
    if (ROWS > 5) {
      (RELU ? a5.blend(zero, a5.compare(LT, zero)) : a5).intoArray(y, yAt + 5 * OUT);
      if (WIDE) {
        (RELU ? b5.blend(zero, b5.compare(LT, zero)) : b5).intoArray(y, yAt + 5 * OUT + VL);
      }
    }
    if (ROWS > 6) {
      (RELU ? a6.blend(zero, a6.compare(LT, zero)) : a6).intoArray(y, yAt + 6 * OUT);
      if (WIDE) {
        (RELU ? b6.blend(zero, b6.compare(LT, zero)) : b6).intoArray(y, yAt + 6 * OUT + VL);
      }
    }
    if (ROWS > 7) {
      (RELU ? a7.blend(zero, a7.compare(LT, zero)) : a7).intoArray(y, yAt + 7 * OUT);
      if (WIDE) {
        (RELU ? b7.blend(zero, b7.compare(LT, zero)) : b7).intoArray(y, yAt + 7 * OUT + VL);
      }
    }
    if (ROWS > 8) {
      (RELU ? a8.blend(zero, a8.compare(LT, zero)) : a8).intoArray(y, yAt + 8 * OUT);
      if (WIDE) {
        (RELU ? b8.blend(zero, b8.compare(LT, zero)) : b8).intoArray(y, yAt + 8 * OUT + VL);
      }
    }
    if (ROWS > 9) {
      (RELU ? a9.blend(zero, a9.compare(LT, zero)) : a9).intoArray(y, yAt + 9 * OUT);
      if (WIDE) {
        (RELU ? b9.blend(zero, b9.compare(LT, zero)) : b9).intoArray(y, yAt + 9 * OUT + VL);
      }
    }
    if (ROWS > 10) {
      (RELU ? a10.blend(zero, a10.compare(LT, zero)) : a10).intoArray(y, yAt + 10 * OUT);
      if (WIDE) {
        (RELU ? b10.blend(zero, b10.compare(LT, zero)) : b10).intoArray(y, yAt + 10 * OUT + VL);
      }
    }
    if (ROWS > 11) {
      (RELU ? a11.blend(zero, a11.compare(LT, zero)) : a11).intoArray(y, yAt + 11 * OUT);
      if (WIDE) {
        (RELU ? b11.blend(zero, b11.compare(LT, zero)) : b11).intoArray(y, yAt + 11 * OUT + VL);
      }
    }
    if (ROWS > 12) {
      (RELU ? a12.blend(zero, a12.compare(LT, zero)) : a12).intoArray(y, yAt + 12 * OUT);
      if (WIDE) {
        (RELU ? b12.blend(zero, b12.compare(LT, zero)) : b12).intoArray(y, yAt + 12 * OUT + VL);
      }
    }
    if (ROWS > 13) {
      (RELU ? a13.blend(zero, a13.compare(LT, zero)) : a13).intoArray(y, yAt + 13 * OUT);
      if (WIDE) {
        (RELU ? b13.blend(zero, b13.compare(LT, zero)) : b13).intoArray(y, yAt + 13 * OUT + VL);
      }
    }
  }
}
