package dev.weft.kernels.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.weft.kernels.HostRun;
import dev.weft.kernels.StepState;
import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.check.OpCases;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Zeros among weights: which gradients they lose, and that every rule then leaves them alone. */
final class KeepZerosTest {
  private static final int STEPS = 20;

  @Test
  void zerosLoseTheirGradientAndNothingElseDoes() {
    KeepZeros op = new KeepZeros(6);
    HostArgs args = HostArgs.zeros(op);
    System.arraycopy(new double[] {0, 1, -0.0, -2, 1e-40, 0}, 0, args.reals("w"), 0, 6);
    System.arraycopy(new double[] {5, 6, -7, 8, -9, 0}, 0, args.reals("dw"), 0, 6);
    op.reference(args);
    assertArrayEquals(new double[] {0, 6, 0, 8, -9, 0}, args.reals("dw"));
  }

  /** From accumulators as they are before the first step; the others learn. */
  @ParameterizedTest
  @MethodSource
  void everyRuleLeavesZerosWithoutGradientAsTheyAre(Optimizer rule) {
    KeepZeros keep = new KeepZeros(rule.size());
    HostArgs kept = HostArgs.zeros(keep);
    HostArgs update = HostArgs.zeros(rule);
    for (Optimizer.Accumulator accumulator : rule.accumulators()) {
      Arrays.fill(update.reals(accumulator.name()), accumulator.initial());
    }
    double[] weights = update.reals("params");
    Arrays.setAll(weights, i -> i % 3 == 0 ? 0 : 0.1 * i);
    double[] before = weights.clone();
    for (int step = 0; step < STEPS; step++) {
      double[] gradients = kept.reals("dw");
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] = Math.sin(i + step);
      }
      System.arraycopy(weights, 0, kept.reals("w"), 0, weights.length);
      keep.reference(kept);
      System.arraycopy(gradients, 0, update.reals("grads"), 0, gradients.length);
      if (update.has("state")) {
        update.ints("state")[StepState.STEP] = step;
      }
      rule.reference(update);
    }
    for (int i = 0; i < weights.length; i++) {
      if (i % 3 == 0) {
        assertEquals(0.0, weights[i], "weight " + i);
        for (Optimizer.Accumulator accumulator : rule.accumulators()) {
          double value = update.reals(accumulator.name())[i];
          assertEquals(accumulator.initial(), value, accumulator.name() + " " + i);
        }
      } else {
        assertNotEquals(before[i], weights[i], "weight " + i);
      }
    }
  }

  static Stream<Optimizer> everyRuleLeavesZerosWithoutGradientAsTheyAre() {
    return Stream.of(
        new Sgd(13, 0.01f),
        new Momentum(13, 0.01f, 0.9f),
        new Adagrad(13, 0.001f, 1e-7f),
        new RmsProp(13, 0.001f, 0.9, 1e-7f),
        new Adadelta(13, 1f, 0.95, 1e-7f),
        new Adam(13, 0.001f, 0.9, 0.999, 1e-7f));
  }

  @ParameterizedTest
  @MethodSource
  void vectorFormAndKernelsAgreeWithTheReference(OpCase opCase) {
    HostRun.assertAgrees(opCase);
  }

  static Stream<OpCase> vectorFormAndKernelsAgreeWithTheReference() {
    return OpCases.all().stream().filter(c -> c.op() instanceof KeepZeros k && k.size() < 1000);
  }
}
