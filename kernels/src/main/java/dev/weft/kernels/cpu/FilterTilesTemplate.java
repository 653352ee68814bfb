package dev.weft.kernels.cpu;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The code of {@link FilterTiles}, loaded once a geometry as a hidden class; see {@link
 * RowTilesTemplate} for why, and why the rows are written out.
 */
final class FilterTilesTemplate implements FilterTiles {
  private static final Geometry G = Specializer.constants(MethodHandles.lookup(), Geometry.class);
  private static final int ROWS = G.offsets().size();
  private static final VectorSpecies<Float> S = Lanes.species(G.panel().lanes());
  private static final int VL = S.length();
  private static final boolean WIDE = G.panel().wide();
  private static final int WIDTH = G.width();
  private static final int X_LINE = G.xLine();
  private static final int X_PIXEL = G.xPixel();
  private static final int DY_LINE = G.dyLine();
  private static final int DY_PIXEL = G.dyPixel();
  private static final int DW_ROW = G.dwRow();
  private static final int O1 = G.offset(1);
  private static final int O2 = G.offset(2);
  private static final int O3 = G.offset(3);
  private static final int O4 = G.offset(4);
  private static final int O5 = G.offset(5);
  private static final int O6 = G.offset(6);
  private static final int O7 = G.offset(7);
  private static final int O8 = G.offset(8);
  private static final int O9 = G.offset(9);
  private static final int O10 = G.offset(10);
  private static final int O11 = G.offset(11);
  private static final int O12 = G.offset(12);
  private static final int O13 = G.offset(13);
  private static final int O14 = G.offset(14);
  private static final int O15 = G.offset(15);

  @Override
  public void run(float[] x, int xAt, float[] dy, int dyAt, float[] dw, int dwAt, int lines) {
    FloatVector a0 = FloatVector.fromArray(S, dw, dwAt);
    FloatVector b0 = WIDE ? FloatVector.fromArray(S, dw, dwAt + VL) : a0;
    FloatVector a1 = ROWS > 1 ? FloatVector.fromArray(S, dw, dwAt + DW_ROW) : a0;
    FloatVector a2 = ROWS > 2 ? FloatVector.fromArray(S, dw, dwAt + 2 * DW_ROW) : a0;
    FloatVector a3 = ROWS > 3 ? FloatVector.fromArray(S, dw, dwAt + 3 * DW_ROW) : a0;
    FloatVector a4 = ROWS > 4 ? FloatVector.fromArray(S, dw, dwAt + 4 * DW_ROW) : a0;
    FloatVector a5 = ROWS > 5 ? FloatVector.fromArray(S, dw, dwAt + 5 * DW_ROW) : a0;
    FloatVector a6 = ROWS > 6 ? FloatVector.fromArray(S, dw, dwAt + 6 * DW_ROW) : a0;
    FloatVector a7 = ROWS > 7 ? FloatVector.fromArray(S, dw, dwAt + 7 * DW_ROW) : a0;
    FloatVector a8 = ROWS > 8 ? FloatVector.fromArray(S, dw, dwAt + 8 * DW_ROW) : a0;
    FloatVector a9 = ROWS > 9 ? FloatVector.fromArray(S, dw, dwAt + 9 * DW_ROW) : a0;
    FloatVector a10 = ROWS > 10 ? FloatVector.fromArray(S, dw, dwAt + 10 * DW_ROW) : a0;
    FloatVector a11 = ROWS > 11 ? FloatVector.fromArray(S, dw, dwAt + 11 * DW_ROW) : a0;
    FloatVector a12 = ROWS > 12 ? FloatVector.fromArray(S, dw, dwAt + 12 * DW_ROW) : a0;
    FloatVector a13 = ROWS > 13 ? FloatVector.fromArray(S, dw, dwAt + 13 * DW_ROW) : a0;
    FloatVector a14 = ROWS > 14 ? FloatVector.fromArray(S, dw, dwAt + 14 * DW_ROW) : a0;
    FloatVector a15 = ROWS > 15 ? FloatVector.fromArray(S, dw, dwAt + 15 * DW_ROW) : a0;
    FloatVector b1 = WIDE && ROWS > 1 ? FloatVector.fromArray(S, dw, dwAt + DW_ROW + VL) : a0;
    FloatVector b2 = WIDE && ROWS > 2 ? FloatVector.fromArray(S, dw, dwAt + 2 * DW_ROW + VL) : a0;
    FloatVector b3 = WIDE && ROWS > 3 ? FloatVector.fromArray(S, dw, dwAt + 3 * DW_ROW + VL) : a0;
    FloatVector b4 = WIDE && ROWS > 4 ? FloatVector.fromArray(S, dw, dwAt + 4 * DW_ROW + VL) : a0;
    FloatVector b5 = WIDE && ROWS > 5 ? FloatVector.fromArray(S, dw, dwAt + 5 * DW_ROW + VL) : a0;
    FloatVector b6 = WIDE && ROWS > 6 ? FloatVector.fromArray(S, dw, dwAt + 6 * DW_ROW + VL) : a0;
    FloatVector b7 = WIDE && ROWS > 7 ? FloatVector.fromArray(S, dw, dwAt + 7 * DW_ROW + VL) : a0;
    FloatVector b8 = WIDE && ROWS > 8 ? FloatVector.fromArray(S, dw, dwAt + 8 * DW_ROW + VL) : a0;
    FloatVector b9 = WIDE && ROWS > 9 ? FloatVector.fromArray(S, dw, dwAt + 9 * DW_ROW + VL) : a0;
    FloatVector b10 =
        WIDE && ROWS > 10 ? FloatVector.fromArray(S, dw, dwAt + 10 * DW_ROW + VL) : a0;
    FloatVector b11 =
        WIDE && ROWS > 11 ? FloatVector.fromArray(S, dw, dwAt + 11 * DW_ROW + VL) : a0;
    FloatVector b12 =
        WIDE && ROWS > 12 ? FloatVector.fromArray(S, dw, dwAt + 12 * DW_ROW + VL) : a0;
    FloatVector b13 =
        WIDE && ROWS > 13 ? FloatVector.fromArray(S, dw, dwAt + 13 * DW_ROW + VL) : a0;
    FloatVector b14 =
        WIDE && ROWS > 14 ? FloatVector.fromArray(S, dw, dwAt + 14 * DW_ROW + VL) : a0;
    FloatVector b15 =
        WIDE && ROWS > 15 ? FloatVector.fromArray(S, dw, dwAt + 15 * DW_ROW + VL) : a0;
    for (int line = 0; line < lines; line++) {
      int at = xAt + line * X_LINE;
      int g = dyAt + line * DY_LINE;
      for (int p = 0; p < WIDTH; p++) {
        FloatVector g0 = FloatVector.fromArray(S, dy, g);
        FloatVector g1 = WIDE ? FloatVector.fromArray(S, dy, g + VL) : g0;
        FloatVector v = FloatVector.broadcast(S, x[at]);
        a0 = v.fma(g0, a0);
        b0 = WIDE ? v.fma(g1, b0) : b0;
        if (ROWS > 1) {
          v = FloatVector.broadcast(S, x[at + O1]);
          a1 = v.fma(g0, a1);
          b1 = WIDE ? v.fma(g1, b1) : b1;
        }
        if (ROWS > 2) {
          v = FloatVector.broadcast(S, x[at + O2]);
          a2 = v.fma(g0, a2);
          b2 = WIDE ? v.fma(g1, b2) : b2;
        }
        if (ROWS > 3) {
          v = FloatVector.broadcast(S, x[at + O3]);
          a3 = v.fma(g0, a3);
          b3 = WIDE ? v.fma(g1, b3) : b3;
        }
        if (ROWS > 4) {
          v = FloatVector.broadcast(S, x[at + O4]);
          a4 = v.fma(g0, a4);
          b4 = WIDE ? v.fma(g1, b4) : b4;
        }
        if (ROWS > 5) {
          v = FloatVector.broadcast(S, x[at + O5]);
          a5 = v.fma(g0, a5);
          b5 = WIDE ? v.fma(g1, b5) : b5;
        }
        if (ROWS > 6) {
          v = FloatVector.broadcast(S, x[at + O6]);
          a6 = v.fma(g0, a6);
          b6 = WIDE ? v.fma(g1, b6) : b6;
        }
        if (ROWS > 7) {
          v = FloatVector.broadcast(S, x[at + O7]);
          a7 = v.fma(g0, a7);
          b7 = WIDE ? v.fma(g1, b7) : b7;
        }
        if (ROWS > 8) {
          v = FloatVector.broadcast(S, x[at + O8]);
          a8 = v.fma(g0, a8);
          b8 = WIDE ? v.fma(g1, b8) : b8;
        }
        if (ROWS > 9) {
          v = FloatVector.broadcast(S, x[at + O9]);
          a9 = v.fma(g0, a9);
          b9 = WIDE ? v.fma(g1, b9) : b9;
        }
        if (ROWS > 10) {
          v = FloatVector.broadcast(S, x[at + O10]);
          a10 = v.fma(g0, a10);
          b10 = WIDE ? v.fma(g1, b10) : b10;
        }
        if (ROWS > 11) {
          v = FloatVector.broadcast(S, x[at + O11]);
          a11 = v.fma(g0, a11);
          b11 = WIDE ? v.fma(g1, b11) : b11;
        }
        if (ROWS > 12) {
          v = FloatVector.broadcast(S, x[at + O12]);
          a12 = v.fma(g0, a12);
          b12 = WIDE ? v.fma(g1, b12) : b12;
        }
        if (ROWS > 13) {
          v = FloatVector.broadcast(S, x[at + O13]);
          a13 = v.fma(g0, a13);
          b13 = WIDE ? v.fma(g1, b13) : b13;
        }
        if (ROWS > 14) {
          v = FloatVector.broadcast(S, x[at + O14]);
          a14 = v.fma(g0, a14);
          b14 = WIDE ? v.fma(g1, b14) : b14;
        }
        if (ROWS > 15) {
          v = FloatVector.broadcast(S, x[at + O15]);
          a15 = v.fma(g0, a15);
          b15 = WIDE ? v.fma(g1, b15) : b15;
        }
        at += X_PIXEL;
        g += DY_PIXEL;
      }
    }
    a0.intoArray(dw, dwAt);
    if (WIDE) {
      b0.intoArray(dw, dwAt + VL);
    }
    if (ROWS > 1) {
      a1.intoArray(dw, dwAt + DW_ROW);
    }
    if (WIDE && ROWS > 1) {
      b1.intoArray(dw, dwAt + DW_ROW + VL);
    }
    if (ROWS > 2) {
      a2.intoArray(dw, dwAt + 2 * DW_ROW);
    }
    if (WIDE && ROWS > 2) {
      b2.intoArray(dw, dwAt + 2 * DW_ROW + VL);
    }
    if (ROWS > 3) {
      a3.intoArray(dw, dwAt + 3 * DW_ROW);
    }
    if (WIDE && ROWS > 3) {
      b3.intoArray(dw, dwAt + 3 * DW_ROW + VL);
    }
    if (ROWS > 4) {
      a4.intoArray(dw, dwAt + 4 * DW_ROW);
    }
    if (WIDE && ROWS > 4) {
      b4.intoArray(dw, dwAt + 4 * DW_ROW + VL);
    }
    if (ROWS > 5) {
      a5.intoArray(dw, dwAt + 5 * DW_ROW);
    }
    if (WIDE && ROWS > 5) {
      b5.intoArray(dw, dwAt + 5 * DW_ROW + VL);
    }
    if (ROWS > 6) {
      a6.intoArray(dw, dwAt + 6 * DW_ROW);
    }
    if (WIDE && ROWS > 6) {
      b6.intoArray(dw, dwAt + 6 * DW_ROW + VL);
    }
    if (ROWS > 7) {
      a7.intoArray(dw, dwAt + 7 * DW_ROW);
    }
    if (WIDE && ROWS > 7) {
      b7.intoArray(dw, dwAt + 7 * DW_ROW + VL);
    }
    if (ROWS > 8) {
      a8.intoArray(dw, dwAt + 8 * DW_ROW);
    }
    if (WIDE && ROWS > 8) {
      b8.intoArray(dw, dwAt + 8 * DW_ROW + VL);
    }
    if (ROWS > 9) {
      a9.intoArray(dw, dwAt + 9 * DW_ROW);
    }
    if (WIDE && ROWS > 9) {
      b9.intoArray(dw, dwAt + 9 * DW_ROW + VL);
    }
    if (ROWS > 10) {
      a10.intoArray(dw, dwAt + 10 * DW_ROW);
    }
    if (WIDE && ROWS > 10) {
      b10.intoArray(dw, dwAt + 10 * DW_ROW + VL);
    }
    if (ROWS > 11) {
      a11.intoArray(dw, dwAt + 11 * DW_ROW);
    }
    if (WIDE && ROWS > 11) {
      b11.intoArray(dw, dwAt + 11 * DW_ROW + VL);
    }
    if (ROWS > 12) {
      a12.intoArray(dw, dwAt + 12 * DW_ROW);
    }
    if (WIDE && ROWS > 12) {
      b12.intoArray(dw, dwAt + 12 * DW_ROW + VL);
    }
    if (ROWS > 13) {
      a13.intoArray(dw, dwAt + 13 * DW_ROW);
    }
    if (WIDE && ROWS > 13) {
      b13.intoArray(dw, dwAt + 13 * DW_ROW + VL);
    }
    if (ROWS > 14) {
      a14.intoArray(dw, dwAt + 14 * DW_ROW);
    }
    if (WIDE && ROWS > 14) {
      b14.intoArray(dw, dwAt + 14 * DW_ROW + VL);
    }
    if (ROWS > 15) {
      a15.intoArray(dw, dwAt + 15 * DW_ROW);
    }
    if (WIDE && ROWS > 15) {
      b15.intoArray(dw, dwAt + 15 * DW_ROW + VL);
    }
  }
}
