package dev.weft.runtime.data;

import java.util.Arrays;

/**
 * A path or closed polygon, built point by point, in the coordinates of a garment: x to the right
 * and y down, the frame going from -1 to 1 on both axes.
 */
final class Outline {
  private static final int CURVE_STEPS = 6;
  private static final int ELLIPSE_STEPS = 16;

  private double[] xs = new double[32];
  private double[] ys = new double[32];
  private int size;

  /** An axis-parallel ellipse. */
  static Outline ellipse(double x, double y, double radiusX, double radiusY) {
    Outline ellipse = new Outline();
    for (int i = 0; i < ELLIPSE_STEPS; i++) {
      // Math.sin may differ between JVMs in the last bit, and images must not.
      double angle = 2 * StrictMath.PI * i / ELLIPSE_STEPS;
      ellipse.to(x + radiusX * StrictMath.cos(angle), y + radiusY * StrictMath.sin(angle));
    }
    return ellipse;
  }

  /** A straight line of the given width. */
  static Outline line(double x0, double y0, double x1, double y1, double width) {
    return new Outline().to(x0, y0).to(x1, y1).band(width);
  }

  /** Goes straight to a point, or starts there. */
  Outline to(double x, double y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
    return this;
  }

  /** Goes to (x, y) along the quadratic Bezier curve with control point (controlX, controlY). */
  Outline curve(double controlX, double controlY, double x, double y) {
    double startX = xs[size - 1];
    double startY = ys[size - 1];
    for (int i = 1; i <= CURVE_STEPS; i++) {
      double t = (double) i / CURVE_STEPS;
      double a = (1 - t) * (1 - t);
      double b = 2 * t * (1 - t);
      double c = t * t;
      to(a * startX + b * controlX + c * x, a * startY + b * controlY + c * y);
    }
    return this;
  }

  /** A path from top to bottom on the right, closed by its mirror image on the left. */
  Outline closedByMirror() {
    for (int i = size - 1; i >= 0; i--) {
      to(-xs[i], ys[i]);
    }
    return this;
  }

  /** The same outline on the other side of the vertical axis. */
  Outline mirrored() {
    Outline mirrored = new Outline();
    for (int i = 0; i < size; i++) {
      mirrored.to(-xs[i], ys[i]);
    }
    return mirrored;
  }

  /** The area within half of {@code width} of this path. */
  Outline band(double width) {
    Outline band = new Outline();
    for (int i = 0; i < size; i++) {
      offset(band, i, width / 2);
    }
    for (int i = size - 1; i >= 0; i--) {
      offset(band, i, -width / 2);
    }
    return band;
  }

  int size() {
    return size;
  }

  double x(int i) {
    return xs[i];
  }

  double y(int i) {
    return ys[i];
  }

  private void offset(Outline band, int i, double distance) {
    int before = Math.max(i - 1, 0);
    int after = Math.min(i + 1, size - 1);
    double dx = xs[after] - xs[before];
    double dy = ys[after] - ys[before];
    double length = Math.max(Math.sqrt(dx * dx + dy * dy), 1e-9);
    band.to(xs[i] - distance * dy / length, ys[i] + distance * dx / length);
  }
}
