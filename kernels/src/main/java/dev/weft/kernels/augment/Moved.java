package dev.weft.kernels.augment;

import dev.weft.kernels.Layout;
import dev.weft.kernels.cpu.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * A line of an image as it is mirrored, turned, scaled and shifted, on the CPU. For one thread.
 *
 * <p>A vector of pixels is done by several methods with arrays between them: in one, the JIT gives
 * up on inlining, and vectors become objects.
 */
final class Moved {
  private static final int FRACTION = (1 << 14) - 1;

  private final Augment p;
  private final Layout from;
  private final float[] line;

  /** Places of the four pixels around each of a vector's, and their weights. */
  private final int[][] places = new int[4][Lanes.LENGTH];

  private final float[][] weights = new float[4][Lanes.LENGTH];

  Moved(Augment p, Layout from) {
    this.p = p;
    this.from = from;
    line = new float[p.width() * p.channels()];
  }

  /**
   * Fetches a line.
   *
   * @param image where the image begins in {@code x}
   * @param vectors whether it is gray, without padding, and at least a vector wide
   * @return {@code [w,c]}, good until the next one is fetched
   */
  float[] line(Drawn drawn, float[] x, int image, int number, boolean vectors) {
    if (!vectors) {
      for (int column = 0; column < p.width(); column++) {
        pixel(drawn, x, image, number, column);
      }
      return line;
    }
    int last = p.width() - Lanes.LENGTH;
    for (int next = 0; next < last + Lanes.LENGTH; next += Lanes.LENGTH) {
      int column = Math.min(next, last);
      place(drawn, number, column);
      fetch(x, image, column);
    }
    return line;
  }

  private void pixel(Drawn drawn, float[] x, int image, int number, int column) {
    int h = p.height();
    int w = p.width();
    int v = 2 * number - (h - 1);
    int u = drawn.mirror() * (2 * column - (w - 1));
    int fromY = ((drawn.sin() * u + drawn.cos() * v + ((h - 1) << 14)) >> 1) + drawn.down();
    int fromX = ((drawn.cos() * u - drawn.sin() * v + ((w - 1) << 14)) >> 1) + drawn.right();
    int py = fromY >> 14;
    int px = fromX >> 14;
    int below = (fromY & FRACTION) >> 6;
    int beside = (fromX & FRACTION) >> 6;
    int upper = py >= 0 && py < h ? 256 - below : 0;
    int lower = py >= -1 && py < h - 1 ? below : 0;
    int near = px >= 0 && px < w ? 256 - beside : 0;
    int far = px >= -1 && px < w - 1 ? beside : 0;
    // Pixels outside have no weight: the nearest inside are read instead.
    int first = image + Math.clamp(py, 0, h - 1) * from.lineStride();
    int second = image + Math.clamp(py + 1, 0, h - 1) * from.lineStride();
    int x0 = Math.clamp(px, 0, w - 1) * from.channelStride();
    int x1 = Math.clamp(px + 1, 0, w - 1) * from.channelStride();
    for (int c = 0; c < p.channels(); c++) {
      line[column * p.channels() + c] =
          upper * near * 0x1p-16f * x[first + x0 + c]
              + upper * far * 0x1p-16f * x[first + x1 + c]
              + lower * near * 0x1p-16f * x[second + x0 + c]
              + lower * far * 0x1p-16f * x[second + x1 + c];
    }
  }

  /** The places and weights of neighbouring pixels, by the same arithmetic. */
  private void place(Drawn drawn, int number, int column) {
    int h = p.height();
    int w = p.width();
    int v = 2 * number - (h - 1);
    IntVector u =
        IntVector.broadcast(Lanes.INTS, column)
            .addIndex(1)
            .mul(2 * drawn.mirror())
            .sub(drawn.mirror() * (w - 1));
    IntVector fromY =
        u.mul(drawn.sin())
            .add(drawn.cos() * v + ((h - 1) << 14))
            .lanewise(VectorOperators.ASHR, 1)
            .add(drawn.down());
    IntVector fromX =
        u.mul(drawn.cos())
            .add(((w - 1) << 14) - drawn.sin() * v)
            .lanewise(VectorOperators.ASHR, 1)
            .add(drawn.right());
    IntVector py = fromY.lanewise(VectorOperators.ASHR, 14);
    IntVector px = fromX.lanewise(VectorOperators.ASHR, 14);
    IntVector below = fromY.and(FRACTION).lanewise(VectorOperators.ASHR, 6);
    IntVector beside = fromX.and(FRACTION).lanewise(VectorOperators.ASHR, 6);
    IntVector upper = within(below.neg().add(256), py, 0, h);
    IntVector lower = within(below, py, -1, h - 1);
    IntVector near = within(beside.neg().add(256), px, 0, w);
    IntVector far = within(beside, px, -1, w - 1);
    weigh(upper.mul(near), weights[0]);
    weigh(upper.mul(far), weights[1]);
    weigh(lower.mul(near), weights[2]);
    weigh(lower.mul(far), weights[3]);
    IntVector first = py.max(0).min(h - 1).mul(from.lineStride());
    IntVector second = py.add(1).max(0).min(h - 1).mul(from.lineStride());
    IntVector x0 = px.max(0).min(w - 1);
    IntVector x1 = px.add(1).max(0).min(w - 1);
    first.add(x0).intoArray(places[0], 0);
    first.add(x1).intoArray(places[1], 0);
    second.add(x0).intoArray(places[2], 0);
    second.add(x1).intoArray(places[3], 0);
  }

  /** {@code weight} where {@code low <= place < high}, else 0. */
  private static IntVector within(IntVector weight, IntVector place, int low, int high) {
    return IntVector.zero(Lanes.INTS)
        .blend(
            weight,
            place.compare(VectorOperators.GE, low).and(place.compare(VectorOperators.LT, high)));
  }

  private static void weigh(IntVector weight, float[] to) {
    FloatVector floats = (FloatVector) weight.convert(VectorOperators.I2F, 0);
    floats.mul(0x1p-16f).intoArray(to, 0);
  }

  private void fetch(float[] x, int image, int column) {
    FloatVector sum = FloatVector.zero(Lanes.SPECIES);
    for (int i = 0; i < 4; i++) {
      sum =
          FloatVector.fromArray(Lanes.SPECIES, x, image, places[i], 0)
              .mul(FloatVector.fromArray(Lanes.SPECIES, weights[i], 0))
              .add(sum);
    }
    sum.intoArray(line, column);
  }
}
