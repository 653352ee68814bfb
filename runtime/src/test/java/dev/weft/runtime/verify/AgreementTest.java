package dev.weft.runtime.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.dense.Dense;
import dev.weft.kernels.input.Gather;
import dev.weft.kernels.softmax.SoftmaxCrossEntropy;
import dev.weft.runtime.UserException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes as equal to the reference. */
class AgreementTest {
  private static final int PROBABILITIES = 2;

  /**
   * A probability too small for a float may be 0 on a device; one that is not too small may not.
   */
  @ParameterizedTest
  @CsvSource({
    "-120, 0, true",
    "-90, 0, true",
    "-87, 0, true",
    "-80, 0, false",
    "-80, 1.8048513e-35, true"
  })
  void resultsThatUnderflowMayBeZero(double logit, float probability, boolean agrees) {
    SoftmaxCrossEntropy.Forward op = new SoftmaxCrossEntropy.Forward(new SoftmaxCrossEntropy(1, 2));
    HostArgs inputs = HostArgs.zeros(op);
    inputs.reals("logits")[1] = logit;
    Agreement agreement =
        Agreement.of(op, PROBABILITIES, inputs, new float[] {1, probability}, false);
    assertEquals(agrees, agreement.agrees(), agreement.problem());
  }

  /** One sum of two products, 2^20 each: the bound is known, and what is over it disagrees. */
  @ParameterizedTest
  @CsvSource({"0.5, true", "1.5, false", "-0.5, true", "-1.5, false"})
  void anErrorMayBeAsLargeAsItsBound(double ofBound, boolean agrees) {
    Dense.Forward op = new Dense.Forward(new Dense(1, 2, 1), false);
    HostArgs inputs = HostArgs.zeros(op);
    Arrays.fill(inputs.reals("x"), 1024);
    Arrays.fill(inputs.reals("w"), 1024);
    int y = op.slots().size() - 1;
    double roundings = op.terms(y) * 0x1p-24;
    double sum = 0x1p21;
    double bound = sum * (roundings / (1 - roundings) + 0x1p-24);
    float actual = (float) (sum + ofBound * bound);
    Agreement agreement = Agreement.of(op, y, inputs, new float[] {actual}, false);
    assertEquals(agrees, agreement.agrees(), agreement.problem());
    assertEquals(Math.abs(actual - sum) / bound, agreement.worst(), 1e-9);
  }

  @Test
  void whatIsNoNumberDisagrees() {
    Dense.Forward op = new Dense.Forward(new Dense(1, 2, 1), false);
    int y = op.slots().size() - 1;
    Agreement agreement = Agreement.of(op, y, HostArgs.zeros(op), new float[] {Float.NaN}, false);
    assertEquals(Double.POSITIVE_INFINITY, agreement.worst());
    assertFalse(agreement.agrees());
  }

  /** Also the first of them. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void everyIntegerMustBeEqual(int at) {
    Gather op = new Gather(2, 3, 2, 2, 1, 2);
    int target = op.slots().size() - 1;
    HostArgs inputs = HostArgs.zeros(op);
    HostArgs expected = inputs.copy();
    op.reference(expected);
    int[] actual = expected.ints(target).clone();
    assertTrue(Agreement.of(op, target, inputs, actual).agrees());
    actual[at]++;
    assertFalse(Agreement.of(op, target, inputs, actual).agrees());
  }

  @Test
  void sumsTooLongForABoundAreRefused() {
    int rows = 1 << 21;
    Dense.Forward op = new Dense.Forward(new Dense(1, rows, 1), false);
    int y = op.slots().size() - 1;
    HostArgs inputs = HostArgs.zeros(op);
    UserException e =
        assertThrows(
            UserException.class, () -> Agreement.of(op, y, inputs, new float[] {0}, false));
    assertTrue(e.getMessage().contains("no bound on its error says anything"), e.getMessage());
  }
}
