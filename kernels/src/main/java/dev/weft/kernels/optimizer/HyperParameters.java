package dev.weft.kernels.optimizer;

/** Checks of what the rules are built with. */
final class HyperParameters {
  private HyperParameters() {}

  static void checkSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("optimizer of " + size + " parameters");
    }
  }

  /** {@code value} must be above 0 and finite. */
  static void checkPositive(String name, float value) {
    if (!(value > 0 && value <= Float.MAX_VALUE)) {
      throw new IllegalArgumentException(name + " " + value + ": must be above 0 and finite");
    }
  }

  /** {@code value} must be at least 0 and below 1, as a float too. */
  static void checkDecay(String name, double value) {
    if (!(value >= 0 && (float) value < 1)) {
      throw new IllegalArgumentException(name + " " + value + ": must be at least 0 and below 1");
    }
  }
}
