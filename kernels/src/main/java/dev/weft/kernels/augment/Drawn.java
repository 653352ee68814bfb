package dev.weft.kernels.augment;

import dev.weft.kernels.Hash;

/**
 * What is drawn for an image on the CPU.
 *
 * @param sin of the turn, times the zoom, in 2^-14
 * @param cos likewise
 * @param down in 2^-14 pixels of the source
 * @param right likewise
 * @param mirror -1 where the image is mirrored, else 1
 * @param side of the square that is erased, in pixels, 0 where none is
 * @param top its first line
 * @param left its first column
 * @param contrast what pixels are multiplied by
 * @param lift what is added then
 * @param amplitude of the noise, in 2^-16
 */
record Drawn(
    int sin,
    int cos,
    int down,
    int right,
    int mirror,
    int side,
    int top,
    int left,
    float contrast,
    float lift,
    int amplitude) {

  static Drawn of(Augment p, int step, int row) {
    Draw draw = k -> Hash.of(p.seed(), step, row * Augment.DRAWS + k);
    int t = draw.signed(Augment.ROTATE, p.angle());
    int t2 = (t * t) >> 14;
    int z = (1 << 14) + draw.signed(Augment.SCALE, p.zoom());
    int sine = t - ((((t2 * t) >> 14) * 10923) >> 16);
    int cosine = (1 << 14) - (t2 >> 1) + ((((t2 * t2) >> 14) * 2731) >> 16);
    int lost = p.light() * draw.byteOf(Augment.LIGHT);
    return new Drawn(
        (sine * z) >> 14,
        (cosine * z) >> 14,
        draw.signed(Augment.DOWN, p.distance()),
        draw.signed(Augment.RIGHT, p.distance()),
        p.amounts().flip() && draw.even(Augment.FLIP) ? -1 : 1,
        draw.even(Augment.ERASE) ? p.erased() : 0,
        draw.place(Augment.TOP, p.height() - p.erased() + 1),
        draw.place(Augment.LEFT, p.width() - p.erased() + 1),
        (65536 - lost) * 0x1p-16f,
        lost * draw.byteOf(Augment.LIFT) * 0x1p-24f,
        p.noise() * draw.byteOf(Augment.NOISE));
  }

  /** Whether a pixel lies in the square that is erased. */
  boolean erases(int line, int column) {
    return line >= top && line < top + side && column >= left && column < left + side;
  }

  /** Number {@code k} of an image, 24 bits. */
  @FunctionalInterface
  private interface Draw {
    int of(int k);

    default int signed(int k, int amount) {
      return (((of(k) >> 14) - 512) * amount) >> 9;
    }

    default int byteOf(int k) {
      return of(k) >> 16;
    }

    default boolean even(int k) {
      return of(k) >= 1 << 23;
    }

    default int place(int k, int places) {
      return ((of(k) >> 8) * places) >> 16;
    }
  }
}
