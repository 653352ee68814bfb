package dev.weft.kernels.augment;

import dev.weft.kernels.HashReference;
import dev.weft.kernels.StepState;

/** The definition of {@link Augment} in plain loops. */
final class AugmentReference {
  private final Augment p;
  private final int step;
  private final int row;

  private AugmentReference(Augment p, int step, int row) {
    this.p = p;
    this.step = step;
    this.row = row;
  }

  /**
   * y from x.
   *
   * @param magnitude whether to add the size of the noise instead, and cut off nothing
   */
  static void augment(Augment p, double[] x, int[] state, double[] y, boolean magnitude) {
    for (int row = 0; row < p.batch(); row++) {
      new AugmentReference(p, state[StepState.STEP], row).image(x, y, magnitude);
    }
  }

  /** 0 to 2^24 - 1. */
  private int draw(int k) {
    return HashReference.of(p.seed(), step, row * Augment.DRAWS + k);
  }

  /** -1 to below 1 in steps of 2^-9, times {@code amount}, rounded down. */
  private long signed(int k, int amount) {
    return Math.floorDiv((draw(k) / (1L << 14) - (1 << 9)) * amount, 1L << 9);
  }

  /** 0 to below 1 in steps of 2^-8. */
  private double share(int k) {
    return Math.floorDiv(draw(k), 1 << 16) / 256.0;
  }

  private static long scaled(long product) {
    return Math.floorDiv(product, 1L << 14);
  }

  private void image(double[] x, double[] y, boolean magnitude) {
    int h = p.height();
    int w = p.width();
    int c = p.channels();
    long angle = signed(Augment.ROTATE, p.angle());
    long square = scaled(angle * angle);
    long zoom = (1 << 14) + signed(Augment.SCALE, p.zoom());
    // 10923 and 2731 are 2^16 / 6 and / 24.
    long sine = angle - Math.floorDiv(scaled(square * angle) * 10923, 1L << 16);
    long cosine =
        (1 << 14)
            - Math.floorDiv(square, 2L)
            + Math.floorDiv(scaled(square * square) * 2731, 1L << 16);
    long sin = scaled(sine * zoom);
    long cos = scaled(cosine * zoom);
    long down = signed(Augment.DOWN, p.distance());
    long right = signed(Augment.RIGHT, p.distance());
    boolean mirrored = p.amounts().flip() && draw(Augment.FLIP) >= 1 << 23;

    int side = p.erased();
    boolean erases = side > 0 && draw(Augment.ERASE) >= 1 << 23;
    long top = draw(Augment.TOP) / 256 * (h - side + 1L) / (1 << 16);
    long left = draw(Augment.LEFT) / 256 * (w - side + 1L) / (1 << 16);
    double lost = p.light() / 256.0 * share(Augment.LIGHT);
    double lift = lost * share(Augment.LIFT);
    double noise = p.noise() / 256.0 * share(Augment.NOISE);

    for (int line = 0; line < h; line++) {
      for (int column = 0; column < w; column++) {
        long v = 2L * line - (h - 1);
        long u = (2L * column - (w - 1)) * (mirrored ? -1 : 1);
        long fromY = Math.floorDiv(sin * u + cos * v + (h - 1L) * (1 << 14), 2L) + down;
        long fromX = Math.floorDiv(cos * u - sin * v + (w - 1L) * (1 << 14), 2L) + right;
        boolean erased =
            erases && line >= top && line < top + side && column >= left && column < left + side;
        for (int channel = 0; channel < c; channel++) {
          int at = ((row * h + line) * w + column) * c + channel;
          double value = erased ? 0 : between(x, fromY, fromX, channel);
          value = (1 - lost) * value + lift;
          int hash = HashReference.of(p.seed(), step, p.batch() * Augment.DRAWS + at);
          double q = (hash / (1 << 16) - 128) / 128.0;
          if (magnitude) {
            y[at] = value + Math.abs(noise * q);
          } else {
            y[at] = p.noise() == 0 ? value : Math.clamp(value + noise * q, 0.0, 1.0);
          }
        }
      }
    }
  }

  private double between(double[] x, long fromY, long fromX, int channel) {
    long y = scaled(fromY);
    long z = scaled(fromX);
    double below = Math.floorDiv(Math.floorMod(fromY, 1 << 14), 64) / 256.0;
    double beside = Math.floorDiv(Math.floorMod(fromX, 1 << 14), 64) / 256.0;
    return (1 - below) * (1 - beside) * pixel(x, y, z, channel)
        + (1 - below) * beside * pixel(x, y, z + 1, channel)
        + below * (1 - beside) * pixel(x, y + 1, z, channel)
        + below * beside * pixel(x, y + 1, z + 1, channel);
  }

  private double pixel(double[] x, long line, long column, int channel) {
    boolean inside = line >= 0 && line < p.height() && column >= 0 && column < p.width();
    int at = (int) (((long) row * p.height() + line) * p.width() + column);
    return inside ? x[at * p.channels() + channel] : 0;
  }
}
