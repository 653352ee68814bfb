package dev.weft.runtime.data;

import java.util.Arrays;

/**
 * A 28x28 grey image that garments are painted on, part over part, with anti-aliased edges. The
 * place, size, stretch, tilt and slant of the garment are drawn at random for each canvas.
 */
final class Canvas {
  static final int SIDE = 28;

  /** Sub-rows that the coverage of a pixel is summed over; along a row it is exact. */
  private static final int SUB_ROWS = 4;

  private static final double PIXELS_PER_UNIT = 13;

  private final SplitMix64 random;
  private final double[] grey = new double[SIDE * SIDE];
  private final double[] coverage = new double[SIDE * SIDE];

  // pixel x = xx * x + xy * y + centreX, pixel y = yx * x + yy * y + centreY
  private final double xx;
  private final double xy;
  private final double yx;
  private final double yy;
  private final double centreX;
  private final double centreY;

  private double[] crossings = new double[16];
  private int[] directions = new int[16];

  Canvas(SplitMix64 random) {
    this.random = random;
    double scale = PIXELS_PER_UNIT * random.between(0.88, 1.06);
    double stretch = random.between(0.92, 1.08);
    double tilt = random.between(-0.09, 0.09);
    double slant = random.between(-0.06, 0.06);
    double cos = StrictMath.cos(tilt);
    double sin = StrictMath.sin(tilt);
    xx = scale * stretch * cos;
    xy = scale * (slant - sin);
    yx = scale * stretch * sin;
    yy = scale * cos;
    centreX = SIDE / 2.0 + random.between(-1.2, 1.2);
    centreY = SIDE / 2.0 + random.between(-1.2, 1.2);
  }

  /** Paints the inside of {@code outline}, by the rule of non-zero winding. */
  void fill(Outline outline, Fabric fabric) {
    cover(outline);
    double determinant = xx * yy - xy * yx;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int at = row * SIDE + column;
        if (coverage[at] > 0) {
          double px = column + 0.5 - centreX;
          double py = row + 0.5 - centreY;
          double tone =
              fabric.tone((yy * px - xy * py) / determinant, (xx * py - yx * px) / determinant);
          // Below the darkest cloth there is only the background.
          grey[at] += coverage[at] * (Math.max(tone, 0.06) - grey[at]);
        }
      }
    }
  }

  /** Cuts the inside of {@code outline} out, back to the black ground. */
  void cut(Outline outline) {
    cover(outline);
    for (int at = 0; at < grey.length; at++) {
      grey[at] *= 1 - coverage[at];
    }
  }

  /** The finished image [28,28], 0..255, with the grain of a photograph on the garment. */
  byte[] develop() {
    double grain = random.between(0.01, 0.07);
    byte[] pixels = new byte[SIDE * SIDE];
    for (int at = 0; at < pixels.length; at++) {
      double noise = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
      double value = grey[at] * (1 + 2 * grain * noise);
      pixels[at] = (byte) Math.clamp(Math.round(255 * value), 0, 255);
    }
    return pixels;
  }

  private void cover(Outline outline) {
    Arrays.fill(coverage, 0);
    int points = outline.size();
    if (crossings.length < points) {
      crossings = new double[points];
      directions = new int[points];
    }
    double[] px = new double[points];
    double[] py = new double[points];
    for (int i = 0; i < points; i++) {
      px[i] = xx * outline.x(i) + xy * outline.y(i) + centreX;
      py[i] = yx * outline.x(i) + yy * outline.y(i) + centreY;
    }
    int first = (int) Math.max(0, Math.floor(Arrays.stream(py).min().orElse(0)));
    int last = (int) Math.min(SIDE - 1, Math.floor(Arrays.stream(py).max().orElse(0)));
    for (int row = first; row <= last; row++) {
      for (int sub = 0; sub < SUB_ROWS; sub++) {
        int count = cross(px, py, row + (sub + 0.5) / SUB_ROWS);
        coverRow(row * SIDE, count);
      }
    }
  }

  /** Finds where the edges cross the height {@code y}, sorted from left to right. */
  private int cross(double[] px, double[] py, double y) {
    int count = 0;
    for (int i = 0, before = px.length - 1; i < px.length; before = i++) {
      boolean down = py[before] <= y && y < py[i];
      boolean up = py[i] <= y && y < py[before];
      if (down || up) {
        double x = px[before] + (y - py[before]) / (py[i] - py[before]) * (px[i] - px[before]);
        int at = count++;
        while (at > 0 && crossings[at - 1] > x) {
          crossings[at] = crossings[at - 1];
          directions[at] = directions[at - 1];
          at--;
        }
        crossings[at] = x;
        directions[at] = down ? 1 : -1;
      }
    }
    return count;
  }

  private void coverRow(int start, int count) {
    int winding = 0;
    for (int i = 0; i + 1 < count; i++) {
      winding += directions[i];
      if (winding != 0) {
        coverSpan(start, Math.max(crossings[i], 0), Math.min(crossings[i + 1], SIDE));
      }
    }
  }

  private void coverSpan(int start, double left, double right) {
    for (int column = (int) left; column < right; column++) {
      double width = Math.min(right, column + 1) - Math.max(left, column);
      // Rounding may sum to a little more than 1.
      coverage[start + column] = Math.min(1, coverage[start + column] + width / SUB_ROWS);
    }
  }
}
