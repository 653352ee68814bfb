package dev.weft.kernels.check;

import java.util.random.RandomGenerator;

/** Makes the elements of one input of a case. */
@FunctionalInterface
public interface Fill {

  /** The element at {@code index}; representable as float, or as int for an integer slot. */
  double at(int index, RandomGenerator random);

  /** Integers -4 to 4 without 0: sums of up to 2^19 products of two are exact in float. */
  Fill INTEGERS =
      (index, random) -> {
        int magnitude = 1 + random.nextInt(4);
        return random.nextBoolean() ? magnitude : -magnitude;
      };

  /** Uniform in [-1, 1), as float. */
  Fill REALS = (index, random) -> (float) (2 * random.nextDouble() - 1);

  /** {@link #REALS}, of which every eleventh is no number. */
  Fill NOT_NUMBERS = (i, random) -> i % 11 == 0 ? Float.NaN : REALS.at(i, random);

  /** Uniform in [0, 1), as float: accumulators, pixels. */
  Fill POSITIVE = (index, random) -> (float) random.nextDouble();

  /** About half zeros, the rest uniform in (0, 1]: what a ReLU puts out. */
  Fill RECTIFIED = (index, random) -> (float) Math.max(0, 2 * random.nextDouble() - 1);

  /** As {@link #RECTIFIED}, in whole numbers 0 to 4. */
  Fill RECTIFIED_INTEGERS = (index, random) -> Math.max(0, random.nextInt(9) - 4);

  /** Given integers, repeated. */
  static Fill of(int... values) {
    return (index, random) -> values[index % values.length];
  }

  /** Integers 0 (inclusive) to {@code bound} (exclusive). */
  static Fill below(int bound) {
    return (index, random) -> random.nextInt(bound);
  }
}
