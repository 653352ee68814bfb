package dev.weft.runtime.verify;

import dev.weft.kernels.DType;
import dev.weft.kernels.Op;
import dev.weft.kernels.Shape;
import dev.weft.kernels.Slot;
import dev.weft.kernels.check.HostArgs;
import dev.weft.runtime.UserException;
import java.util.Locale;

/**
 * How one output of one call compares with the reference.
 *
 * @param output name of the slot
 * @param elements values compared
 * @param worst largest error over its bound; above 1 is a disagreement, infinite where the bound is
 *     0 and the values differ
 * @param nonZero share of the expected values that differ from 0
 * @param problem the first value out of bounds with its coordinates; empty where all agree
 */
public record Agreement(String output, int elements, double worst, double nonZero, String problem) {

  /** Unit roundoff of binary32. */
  private static final double U = 0x1p-24;

  /**
   * What an operation may lose whose result is too small for a normal binary32: a subnormal has
   * fewer digits, and devices may make it 0 (OpenCL C 3.0, section 7.5.3).
   */
  private static final double UNDERFLOW = Float.MIN_NORMAL;

  /** Above this a bound would let through what is plainly wrong. */
  private static final double MOST_GROWTH = 0.1;

  public boolean agrees() {
    return problem.isEmpty();
  }

  /** The same comparison, failed for another reason. */
  Agreement withProblem(String other) {
    return new Agreement(output, elements, Double.POSITIVE_INFINITY, nonZero, other);
  }

  /**
   * Compares the values a device left in an F32 output with the reference.
   *
   * <p>The bound on the error of an element is {@code g * magnitude + u * |expected| + K * 2^-126}
   * with {@code g = K u / (1 - K u)} for K roundings (Higham, Accuracy and Stability of Numerical
   * Algorithms, 2nd ed., ch. 3), the last where all K underflow (ch. 2), or 0 for exact cases.
   *
   * @param op what was called
   * @param slot index of the output
   * @param inputs what it was called with
   * @param actual what the device put out, as long as the slot
   * @param exact whether only equality will do
   * @throws UserException if there are more roundings than a bound can be given for
   */
  public static Agreement of(Op op, int slot, HostArgs inputs, float[] actual, boolean exact) {
    int terms = exact ? 0 : op.terms(slot);
    if (terms * U > MOST_GROWTH) {
      throw new UserException(
          "%s adds up %d values: no bound on its error says anything; compare a smaller batch"
              .formatted(op.name(), terms));
    }
    HostArgs reference = inputs.copy();
    op.reference(reference);
    double[] expected = reference.reals(slot);
    double[] magnitude = expected;
    if (terms > 0) {
      HostArgs absolute = inputs.copy();
      op.magnitude(absolute);
      magnitude = absolute.reals(slot);
    }
    double growth = terms * U / (1 - terms * U);
    double worst = 0;
    int nonZero = 0;
    String problem = "";
    Slot output = op.slots().get(slot);
    for (int i = 0; i < expected.length; i++) {
      double bound =
          growth * Math.abs(magnitude[i]) + U * Math.abs(expected[i]) + terms * UNDERFLOW;
      double error =
          terms == 0
              ? Math.abs(actual[i] - (double) (float) expected[i])
              : Math.abs(actual[i] - expected[i]);
      double ratio = error == 0 ? 0 : terms == 0 ? Double.POSITIVE_INFINITY : error / bound;
      if (Double.isNaN(error)) {
        ratio = same(actual[i], expected[i]) ? 0 : Double.POSITIVE_INFINITY;
      }
      worst = Math.max(worst, ratio);
      nonZero += expected[i] != 0 ? 1 : 0;
      if (problem.isEmpty() && ratio > 1) {
        problem = describe(output, i, actual[i], expected[i], terms == 0 ? 0 : bound);
      }
    }
    return new Agreement(
        output.name(), expected.length, worst, (double) nonZero / expected.length, problem);
  }

  /** Whether both are no number, or the same infinity. */
  private static boolean same(float actual, double expected) {
    return Double.compare(actual, (float) expected) == 0;
  }

  /** Compares an I32 output, of which every value must be equal. */
  public static Agreement of(Op op, int slot, HostArgs inputs, int[] actual) {
    HostArgs reference = inputs.copy();
    op.reference(reference);
    int[] expected = reference.ints(slot);
    Slot output = op.slots().get(slot);
    int nonZero = 0;
    String problem = "";
    for (int i = 0; i < expected.length; i++) {
      nonZero += expected[i] != 0 ? 1 : 0;
      if (problem.isEmpty() && actual[i] != expected[i]) {
        problem = describe(output, i, actual[i], expected[i], 0);
      }
    }
    return new Agreement(
        output.name(),
        expected.length,
        problem.isEmpty() ? 0 : Double.POSITIVE_INFINITY,
        (double) nonZero / expected.length,
        problem);
  }

  private static String describe(
      Slot output, int index, double actual, double expected, double bound) {
    Shape shape = output.shape();
    String precise = output.type() == DType.F32 ? "%.9g" : "%.0f";
    return String.format(
        Locale.ROOT,
        "%s%s = " + precise + ", reference " + precise + ", allowed error %.3g",
        output.name(),
        shape.coordinates(index),
        actual,
        expected,
        bound);
  }
}
