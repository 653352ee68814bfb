package dev.weft.runtime.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.softmax.SoftmaxCrossEntropy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes as equal to the reference. */
class AgreementTest {
  private static final int PROBABILITIES = 2;

  /**
   * A probability too small for a float may be 0 on a device; one that is not too small may not.
   */
  @ParameterizedTest
  @CsvSource({"-120, 0, true", "-90, 0, true", "-80, 0, false", "-80, 1.8048513e-35, true"})
  void resultsThatUnderflowMayBeZero(double logit, float probability, boolean agrees) {
    SoftmaxCrossEntropy.Forward op = new SoftmaxCrossEntropy.Forward(new SoftmaxCrossEntropy(1, 2));
    HostArgs inputs = HostArgs.zeros(op);
    inputs.reals("logits")[1] = logit;
    Agreement agreement =
        Agreement.of(op, PROBABILITIES, inputs, new float[] {1, probability}, false);
    assertEquals(agrees, agreement.agrees(), agreement.problem());
  }
}
