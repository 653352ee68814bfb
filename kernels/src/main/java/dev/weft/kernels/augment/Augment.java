package dev.weft.kernels.augment;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.LayoutWish;
import dev.weft.kernels.Op;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import dev.weft.kernels.StepState;
import java.util.List;

/**
 * Images changed at random. Slots: x [n,h,w,c], 0..1; state [4], whose step chooses (see {@link
 * StepState}); y [n,h,w,c].
 *
 * <p>Everything that decides where a pixel comes from and how it is changed is a whole number, so
 * that all backends decide alike. With {@code r(k)} the {@link dev.weft.kernels.Hash} of seed, step
 * and {@code 16 row + k}, 24 bits, and {@code s(k) = floor(r(k) / 2^14) - 2^9}, a number of 10 bits
 * with a sign:
 *
 * <pre>
 *   angle  t = floor(s(0) A / 2^9)                      A = rotate in radians, in 2^-14
 *   zoom   z = 2^14 + floor(s(1) S / 2^9)               S = scale in 2^-14
 *   shift  (down, right) = floor(s(2..3) D / 2^9)       D = shift in 2^-14 pixels
 *   sin, cos of t by their series up to t^4, times z
 *   v = 2 y - (h - 1), u = 2 x - (w - 1), u negated where mirrored: from the middle, in half pixels
 *   (Y, X) = ((sin u + cos v + (h - 1) 2^14) / 2 + down, (cos u - sin v + (w - 1) 2^14) / 2 + right)
 *   y[y, x] = x[Y, X] between four pixels, in steps of 2^-8; 0 outside
 * </pre>
 *
 * then 0 in the erased square, {@code y = a y + b} with {@code a = 1 - light r(4)}, {@code b =
 * light r(4) r(5)}, the r as 0..1 in 8 bits, and noise {@code y + noise r(6) q} with q of its own
 * for each element, -1..1 in 8 bits, cut off at 0 and 1.
 *
 * @param batch n
 * @param height h, up to {@value #MOST_SIDE}
 * @param width w, up to {@value #MOST_SIDE}
 * @param channels c
 * @param amounts how much
 * @param seed of what is drawn; neighbours must be far apart, see {@link dev.weft.kernels.Hash}
 */
public record Augment(
    int batch, int height, int width, int channels, Augmentation amounts, int seed) implements Op {
  /** Longest side of an image: places in it must fit an int, in 2^-15 pixels. */
  public static final int MOST_SIDE = 4096;

  /** Numbers that are drawn for an image, rounded up. */
  static final int DRAWS = 16;

  static final int ROTATE = 0;
  static final int SCALE = 1;
  static final int DOWN = 2;
  static final int RIGHT = 3;
  static final int LIGHT = 4;
  static final int LIFT = 5;
  static final int NOISE = 6;
  static final int FLIP = 7;
  static final int ERASE = 8;
  static final int TOP = 9;
  static final int LEFT = 10;

  public Augment {
    if (batch < 1 || height < 1 || width < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "augment: every extent must be at least 1: batch %d, height %d, width %d, channels %d"
              .formatted(batch, height, width, channels));
    }
    if (Math.max(height, width) > MOST_SIDE) {
      throw new IllegalArgumentException(
          "augment: %dx%d: up to %d pixels a side".formatted(height, width, MOST_SIDE));
    }
  }

  /** In 2^-14 radians. */
  int angle() {
    return (int) Math.round(Math.toRadians(amounts.rotate()) * (1 << 14));
  }

  /** In 2^-14. */
  int zoom() {
    return (int) Math.round(amounts.scale() * (1 << 14));
  }

  /** In 2^-14 pixels. */
  int distance() {
    return (int) Math.round(amounts.shift() * (1 << 14));
  }

  /** In 2^-8. */
  int light() {
    return (int) Math.round(amounts.light() * (1 << 8));
  }

  /** In 2^-8. */
  int noise() {
    return (int) Math.round(amounts.noise() * (1 << 8));
  }

  /** Side of the square that is erased, in pixels. */
  int erased() {
    return (int) Math.round(amounts.erase() * Math.min(height, width));
  }

  @Override
  public String name() {
    return "augment.forward";
  }

  @Override
  public List<Slot> slots() {
    return List.of(
        Slot.in("x", batch, height, width, channels),
        Slot.intsIn("state", StepState.SIZE),
        Slot.out("y", batch, height, width, channels));
  }

  /** Four products with their sums, one more with its sum, and the noise. */
  @Override
  public Cost cost() {
    return Cost.of(this, 11L * batch * height * width * channels);
  }

  /** Sums of four products, a product, and two sums. */
  @Override
  public int terms(int slot) {
    return 7;
  }

  @Override
  public LayoutWish layoutWish(int slot) {
    return slot == 1 ? LayoutWish.PLAIN : LayoutWish.ANY;
  }

  @Override
  public void reference(ReferenceArgs args) {
    AugmentReference.augment(this, args.reals(0), args.ints(1), args.reals(2), false);
  }

  @Override
  public void magnitude(ReferenceArgs args) {
    double[] x = args.reals(0);
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.abs(x[i]);
    }
    AugmentReference.augment(this, x, args.ints(1), args.reals(2), true);
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    return AugmentVector.augment(this, args);
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return AugmentKernels.augment(this, args);
  }
}
