package dev.weft.kernels.cpu;

import static jdk.incubator.vector.VectorOperators.GT;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The code of {@link QuadTiles}, loaded once a geometry as a hidden class; see {@link TileCode} for
 * why.
 */
final class QuadTilesTemplate implements QuadTiles {
  private static final Geometry G = Specializer.constants(MethodHandles.lookup(), Geometry.class);
  private static final VectorSpecies<Float> S = Lanes.species(G.lanes());
  private static final int VL = S.length();
  private static final int HEIGHT = G.height();
  private static final int WIDTH = G.width();
  private static final int CHANNELS = G.channels();
  private static final int X_LINE = G.xLine();
  private static final int X_PIXEL = G.xPixel();
  private static final int Y_LINE = G.yLine();
  private static final int Y_PIXEL = G.yPixel();
  private static final int DX_LINE = G.dxLine();
  private static final int DX_PIXEL = G.dxPixel();
  private static final boolean MASKED = G.masked();

  @Override
  public void forward(float[] x, int xAt, float[] y, int yAt) {
    for (int line = 0; line < HEIGHT; line++) {
      for (int c = 0; c < CHANNELS; c += VL) {
        maxima(x, xAt + 2 * line * X_LINE + c, y, yAt + line * Y_LINE + c);
      }
    }
  }

  /** Compare and blend are two instructions; {@link FloatVector#max} takes care of -0 in five. */
  private static void maxima(float[] x, int in, float[] y, int out) {
    for (int i = 0; i < WIDTH; i++) {
      FloatVector a = FloatVector.fromArray(S, x, in);
      FloatVector b = FloatVector.fromArray(S, x, in + X_PIXEL);
      FloatVector c = FloatVector.fromArray(S, x, in + X_LINE);
      FloatVector d = FloatVector.fromArray(S, x, in + X_LINE + X_PIXEL);
      FloatVector above = a.blend(b, b.compare(GT, a));
      FloatVector under = c.blend(d, d.compare(GT, c));
      above.blend(under, under.compare(GT, above)).intoArray(y, out);
      in += 2 * X_PIXEL;
      out += Y_PIXEL;
    }
  }

  @Override
  public void backward(float[] dy, int dyAt, float[] x, int xAt, float[] dx, int dxAt) {
    for (int line = 0; line < HEIGHT; line++) {
      for (int c = 0; c < CHANNELS; c += VL) {
        int in = xAt + 2 * line * X_LINE + c;
        gradients(dy, dyAt + line * Y_LINE + c, x, in, dx, dxAt + 2 * line * DX_LINE + c);
      }
    }
  }

  private static void gradients(float[] dy, int g, float[] x, int in, float[] dx, int out) {
    FloatVector zero = FloatVector.zero(S);
    for (int i = 0; i < WIDTH; i++) {
      FloatVector a = FloatVector.fromArray(S, x, in);
      FloatVector b = FloatVector.fromArray(S, x, in + X_PIXEL);
      FloatVector c = FloatVector.fromArray(S, x, in + X_LINE);
      FloatVector d = FloatVector.fromArray(S, x, in + X_LINE + X_PIXEL);
      VectorMask<Float> isB = b.compare(GT, a);
      VectorMask<Float> isD = d.compare(GT, c);
      FloatVector above = a.blend(b, isB);
      FloatVector under = c.blend(d, isD);
      VectorMask<Float> isUnder = under.compare(GT, above);
      FloatVector gradient = FloatVector.fromArray(S, dy, g);
      if (MASKED) {
        FloatVector best = above.blend(under, isUnder);
        gradient = zero.blend(gradient, best.compare(GT, zero));
      }
      FloatVector toAbove = gradient.blend(zero, isUnder);
      FloatVector toUnder = zero.blend(gradient, isUnder);
      toAbove.blend(zero, isB).intoArray(dx, out);
      zero.blend(toAbove, isB).intoArray(dx, out + DX_PIXEL);
      toUnder.blend(zero, isD).intoArray(dx, out + DX_LINE);
      zero.blend(toUnder, isD).intoArray(dx, out + DX_LINE + DX_PIXEL);
      g += Y_PIXEL;
      in += 2 * X_PIXEL;
      out += 2 * DX_PIXEL;
    }
  }
}
