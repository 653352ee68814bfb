package dev.weft.kernels.cpu;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The code of {@link FilterTiles}, loaded once a geometry as a hidden class; see {@link
 * RowTilesTemplate} for why, and why the tile heights are written out.
 */
final class FilterTilesTemplate implements FilterTiles {
  private static final Geometry G = Specializer.constants(MethodHandles.lookup(), Geometry.class);
  private static final VectorSpecies<Float> S = Lanes.SPECIES;
  private static final int VL = S.length();
  private static final boolean WIDE = G.wide();
  private static final int LINES = G.lines();
  private static final int WIDTH = G.width();
  private static final int X_LINE = G.xLine();
  private static final int X_PIXEL = G.xPixel();
  private static final int DY_LINE = G.dyLine();
  private static final int DY_PIXEL = G.dyPixel();
  private static final int DW_ROW = G.dwRow();
  private static final int[] OFFSETS = G.offsetArray();

  @Override
  public void run(
      float[] x, int xAt, float[] dy, int dyAt, float[] dw, int dwAt, int fromRow, int toRow) {
    int row = fromRow;
    while (row < toRow) {
      int tile = RowTiles.tile(toRow - row);
      switch (tile) {
        case 6 -> tile6(x, xAt, dy, dyAt, dw, dwAt, row);
        case 5 -> tile5(x, xAt, dy, dyAt, dw, dwAt, row);
        case 4 -> tile4(x, xAt, dy, dyAt, dw, dwAt, row);
        case 3 -> tile3(x, xAt, dy, dyAt, dw, dwAt, row);
        case 2 -> tile2(x, xAt, dy, dyAt, dw, dwAt, row);
        default -> tile1(x, xAt, dy, dyAt, dw, dwAt, row);
      }
      row += tile;
      dwAt += tile * DW_ROW;
    }
  }

  private static void tile6(
      float[] x, int xAt, float[] dy, int dyAt, float[] dw, int dwAt, int row) {
    int o0 = xAt + OFFSETS[row];
    int o1 = xAt + OFFSETS[row + 1];
    int o2 = xAt + OFFSETS[row + 2];
    int o3 = xAt + OFFSETS[row + 3];
    int o4 = xAt + OFFSETS[row + 4];
    int o5 = xAt + OFFSETS[row + 5];
    FloatVector a0 = FloatVector.fromArray(S, dw, dwAt);
    FloatVector b0 = WIDE ? FloatVector.fromArray(S, dw, dwAt + VL) : a0;
    FloatVector a1 = FloatVector.fromArray(S, dw, dwAt + DW_ROW);
    FloatVector b1 = WIDE ? FloatVector.fromArray(S, dw, dwAt + DW_ROW + VL) : a1;
    FloatVector a2 = FloatVector.fromArray(S, dw, dwAt + 2 * DW_ROW);
    FloatVector b2 = WIDE ? FloatVector.fromArray(S, dw, dwAt + 2 * DW_ROW + VL) : a2;
    FloatVector a3 = FloatVector.fromArray(S, dw, dwAt + 3 * DW_ROW);
    FloatVector b3 = WIDE ? FloatVector.fromArray(S, dw, dwAt + 3 * DW_ROW + VL) : a3;
    FloatVector a4 = FloatVector.fromArray(S, dw, dwAt + 4 * DW_ROW);
    FloatVector b4 = WIDE ? FloatVector.fromArray(S, dw, dwAt + 4 * DW_ROW + VL) : a4;
    FloatVector a5 = FloatVector.fromArray(S, dw, dwAt + 5 * DW_ROW);
    FloatVector b5 = WIDE ? FloatVector.fromArray(S, dw, dwAt + 5 * DW_ROW + VL) : a5;
    for (int line = 0; line < LINES; line++) {
      int xLine = line * X_LINE;
      int dyLine = dyAt + line * DY_LINE;
      for (int p = 0; p < WIDTH; p++) {
        FloatVector g0 = FloatVector.fromArray(S, dy, dyLine + p * DY_PIXEL);
        FloatVector g1 = WIDE ? FloatVector.fromArray(S, dy, dyLine + p * DY_PIXEL + VL) : g0;
        int at = xLine + p * X_PIXEL;
        FloatVector v = FloatVector.broadcast(S, x[o0 + at]);
        a0 = v.fma(g0, a0);
        b0 = WIDE ? v.fma(g1, b0) : b0;
        v = FloatVector.broadcast(S, x[o1 + at]);
        a1 = v.fma(g0, a1);
        b1 = WIDE ? v.fma(g1, b1) : b1;
        v = FloatVector.broadcast(S, x[o2 + at]);
        a2 = v.fma(g0, a2);
        b2 = WIDE ? v.fma(g1, b2) : b2;
        v = FloatVector.broadcast(S, x[o3 + at]);
        a3 = v.fma(g0, a3);
        b3 = WIDE ? v.fma(g1, b3) : b3;
        v = FloatVector.broadcast(S, x[o4 + at]);
        a4 = v.fma(g0, a4);
        b4 = WIDE ? v.fma(g1, b4) : b4;
        v = FloatVector.broadcast(S, x[o5 + at]);
        a5 = v.fma(g0, a5);
        b5 = WIDE ? v.fma(g1, b5) : b5;
      }
    }
    put(a0, b0, dw, dwAt);
    put(a1, b1, dw, dwAt + DW_ROW);
    put(a2, b2, dw, dwAt + 2 * DW_ROW);
    put(a3, b3, dw, dwAt + 3 * DW_ROW);
    put(a4, b4, dw, dwAt + 4 * DW_ROW);
    put(a5, b5, dw, dwAt + 5 * DW_ROW);
  }

  private static void tile5(
      float[] x, int xAt, float[] dy, int dyAt, float[] dw, int dwAt, int row) {
    int o0 = xAt + OFFSETS[row];
    int o1 = xAt + OFFSETS[row + 1];
    int o2 = xAt + OFFSETS[row + 2];
    int o3 = xAt + OFFSETS[row + 3];
    int o4 = xAt + OFFSETS[row + 4];
    FloatVector a0 = FloatVector.fromArray(S, dw, dwAt);
    FloatVector b0 = WIDE ? FloatVector.fromArray(S, dw, dwAt + VL) : a0;
    FloatVector a1 = FloatVector.fromArray(S, dw, dwAt + DW_ROW);
    FloatVector b1 = WIDE ? FloatVector.fromArray(S, dw, dwAt + DW_ROW + VL) : a1;
    FloatVector a2 = FloatVector.fromArray(S, dw, dwAt + 2 * DW_ROW);
    FloatVector b2 = WIDE ? FloatVector.fromArray(S, dw, dwAt + 2 * DW_ROW + VL) : a2;
    FloatVector a3 = FloatVector.fromArray(S, dw, dwAt + 3 * DW_ROW);
    FloatVector b3 = WIDE ? FloatVector.fromArray(S, dw, dwAt + 3 * DW_ROW + VL) : a3;
    FloatVector a4 = FloatVector.fromArray(S, dw, dwAt + 4 * DW_ROW);
    FloatVector b4 = WIDE ? FloatVector.fromArray(S, dw, dwAt + 4 * DW_ROW + VL) : a4;
    for (int line = 0; line < LINES; line++) {
      int xLine = line * X_LINE;
      int dyLine = dyAt + line * DY_LINE;
      for (int p = 0; p < WIDTH; p++) {
        FloatVector g0 = FloatVector.fromArray(S, dy, dyLine + p * DY_PIXEL);
        FloatVector g1 = WIDE ? FloatVector.fromArray(S, dy, dyLine + p * DY_PIXEL + VL) : g0;
        int at = xLine + p * X_PIXEL;
        FloatVector v = FloatVector.broadcast(S, x[o0 + at]);
        a0 = v.fma(g0, a0);
        b0 = WIDE ? v.fma(g1, b0) : b0;
        v = FloatVector.broadcast(S, x[o1 + at]);
        a1 = v.fma(g0, a1);
        b1 = WIDE ? v.fma(g1, b1) : b1;
        v = FloatVector.broadcast(S, x[o2 + at]);
        a2 = v.fma(g0, a2);
        b2 = WIDE ? v.fma(g1, b2) : b2;
        v = FloatVector.broadcast(S, x[o3 + at]);
        a3 = v.fma(g0, a3);
        b3 = WIDE ? v.fma(g1, b3) : b3;
        v = FloatVector.broadcast(S, x[o4 + at]);
        a4 = v.fma(g0, a4);
        b4 = WIDE ? v.fma(g1, b4) : b4;
      }
    }
    put(a0, b0, dw, dwAt);
    put(a1, b1, dw, dwAt + DW_ROW);
    put(a2, b2, dw, dwAt + 2 * DW_ROW);
    put(a3, b3, dw, dwAt + 3 * DW_ROW);
    put(a4, b4, dw, dwAt + 4 * DW_ROW);
  }

  private static void tile4(
      float[] x, int xAt, float[] dy, int dyAt, float[] dw, int dwAt, int row) {
    int o0 = xAt + OFFSETS[row];
    int o1 = xAt + OFFSETS[row + 1];
    int o2 = xAt + OFFSETS[row + 2];
    int o3 = xAt + OFFSETS[row + 3];
    FloatVector a0 = FloatVector.fromArray(S, dw, dwAt);
    FloatVector b0 = WIDE ? FloatVector.fromArray(S, dw, dwAt + VL) : a0;
    FloatVector a1 = FloatVector.fromArray(S, dw, dwAt + DW_ROW);
    FloatVector b1 = WIDE ? FloatVector.fromArray(S, dw, dwAt + DW_ROW + VL) : a1;
    FloatVector a2 = FloatVector.fromArray(S, dw, dwAt + 2 * DW_ROW);
    FloatVector b2 = WIDE ? FloatVector.fromArray(S, dw, dwAt + 2 * DW_ROW + VL) : a2;
    FloatVector a3 = FloatVector.fromArray(S, dw, dwAt + 3 * DW_ROW);
    FloatVector b3 = WIDE ? FloatVector.fromArray(S, dw, dwAt + 3 * DW_ROW + VL) : a3;
    for (int line = 0; line < LINES; line++) {
      int xLine = line * X_LINE;
      int dyLine = dyAt + line * DY_LINE;
      for (int p = 0; p < WIDTH; p++) {
        FloatVector g0 = FloatVector.fromArray(S, dy, dyLine + p * DY_PIXEL);
        FloatVector g1 = WIDE ? FloatVector.fromArray(S, dy, dyLine + p * DY_PIXEL + VL) : g0;
        int at = xLine + p * X_PIXEL;
        FloatVector v = FloatVector.broadcast(S, x[o0 + at]);
        a0 = v.fma(g0, a0);
        b0 = WIDE ? v.fma(g1, b0) : b0;
        v = FloatVector.broadcast(S, x[o1 + at]);
        a1 = v.fma(g0, a1);
        b1 = WIDE ? v.fma(g1, b1) : b1;
        v = FloatVector.broadcast(S, x[o2 + at]);
        a2 = v.fma(g0, a2);
        b2 = WIDE ? v.fma(g1, b2) : b2;
        v = FloatVector.broadcast(S, x[o3 + at]);
        a3 = v.fma(g0, a3);
        b3 = WIDE ? v.fma(g1, b3) : b3;
      }
    }
    put(a0, b0, dw, dwAt);
    put(a1, b1, dw, dwAt + DW_ROW);
    put(a2, b2, dw, dwAt + 2 * DW_ROW);
    put(a3, b3, dw, dwAt + 3 * DW_ROW);
  }

  private static void tile3(
      float[] x, int xAt, float[] dy, int dyAt, float[] dw, int dwAt, int row) {
    int o0 = xAt + OFFSETS[row];
    int o1 = xAt + OFFSETS[row + 1];
    int o2 = xAt + OFFSETS[row + 2];
    FloatVector a0 = FloatVector.fromArray(S, dw, dwAt);
    FloatVector b0 = WIDE ? FloatVector.fromArray(S, dw, dwAt + VL) : a0;
    FloatVector a1 = FloatVector.fromArray(S, dw, dwAt + DW_ROW);
    FloatVector b1 = WIDE ? FloatVector.fromArray(S, dw, dwAt + DW_ROW + VL) : a1;
    FloatVector a2 = FloatVector.fromArray(S, dw, dwAt + 2 * DW_ROW);
    FloatVector b2 = WIDE ? FloatVector.fromArray(S, dw, dwAt + 2 * DW_ROW + VL) : a2;
    for (int line = 0; line < LINES; line++) {
      int xLine = line * X_LINE;
      int dyLine = dyAt + line * DY_LINE;
      for (int p = 0; p < WIDTH; p++) {
        FloatVector g0 = FloatVector.fromArray(S, dy, dyLine + p * DY_PIXEL);
        FloatVector g1 = WIDE ? FloatVector.fromArray(S, dy, dyLine + p * DY_PIXEL + VL) : g0;
        int at = xLine + p * X_PIXEL;
        FloatVector v = FloatVector.broadcast(S, x[o0 + at]);
        a0 = v.fma(g0, a0);
        b0 = WIDE ? v.fma(g1, b0) : b0;
        v = FloatVector.broadcast(S, x[o1 + at]);
        a1 = v.fma(g0, a1);
        b1 = WIDE ? v.fma(g1, b1) : b1;
        v = FloatVector.broadcast(S, x[o2 + at]);
        a2 = v.fma(g0, a2);
        b2 = WIDE ? v.fma(g1, b2) : b2;
      }
    }
    put(a0, b0, dw, dwAt);
    put(a1, b1, dw, dwAt + DW_ROW);
    put(a2, b2, dw, dwAt + 2 * DW_ROW);
  }

  private static void tile2(
      float[] x, int xAt, float[] dy, int dyAt, float[] dw, int dwAt, int row) {
    int o0 = xAt + OFFSETS[row];
    int o1 = xAt + OFFSETS[row + 1];
    FloatVector a0 = FloatVector.fromArray(S, dw, dwAt);
    FloatVector b0 = WIDE ? FloatVector.fromArray(S, dw, dwAt + VL) : a0;
    FloatVector a1 = FloatVector.fromArray(S, dw, dwAt + DW_ROW);
    FloatVector b1 = WIDE ? FloatVector.fromArray(S, dw, dwAt + DW_ROW + VL) : a1;
    for (int line = 0; line < LINES; line++) {
      int xLine = line * X_LINE;
      int dyLine = dyAt + line * DY_LINE;
      for (int p = 0; p < WIDTH; p++) {
        FloatVector g0 = FloatVector.fromArray(S, dy, dyLine + p * DY_PIXEL);
        FloatVector g1 = WIDE ? FloatVector.fromArray(S, dy, dyLine + p * DY_PIXEL + VL) : g0;
        int at = xLine + p * X_PIXEL;
        FloatVector v = FloatVector.broadcast(S, x[o0 + at]);
        a0 = v.fma(g0, a0);
        b0 = WIDE ? v.fma(g1, b0) : b0;
        v = FloatVector.broadcast(S, x[o1 + at]);
        a1 = v.fma(g0, a1);
        b1 = WIDE ? v.fma(g1, b1) : b1;
      }
    }
    put(a0, b0, dw, dwAt);
    put(a1, b1, dw, dwAt + DW_ROW);
  }

  private static void tile1(
      float[] x, int xAt, float[] dy, int dyAt, float[] dw, int dwAt, int row) {
    int o0 = xAt + OFFSETS[row];
    FloatVector a0 = FloatVector.fromArray(S, dw, dwAt);
    FloatVector b0 = WIDE ? FloatVector.fromArray(S, dw, dwAt + VL) : a0;
    for (int line = 0; line < LINES; line++) {
      int xLine = line * X_LINE;
      int dyLine = dyAt + line * DY_LINE;
      for (int p = 0; p < WIDTH; p++) {
        FloatVector g0 = FloatVector.fromArray(S, dy, dyLine + p * DY_PIXEL);
        FloatVector g1 = WIDE ? FloatVector.fromArray(S, dy, dyLine + p * DY_PIXEL + VL) : g0;
        int at = xLine + p * X_PIXEL;
        FloatVector v = FloatVector.broadcast(S, x[o0 + at]);
        a0 = v.fma(g0, a0);
        b0 = WIDE ? v.fma(g1, b0) : b0;
      }
    }
    put(a0, b0, dw, dwAt);
  }

  private static void put(FloatVector a, FloatVector b, float[] dw, int dwAt) {
    a.intoArray(dw, dwAt);
    if (WIDE) {
      b.intoArray(dw, dwAt + VL);
    }
  }
}
