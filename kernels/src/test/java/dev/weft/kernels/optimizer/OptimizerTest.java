package dev.weft.kernels.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.kernels.HostRun;
import dev.weft.kernels.StepState;
import dev.weft.kernels.check.Fill;
import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.check.OpCases;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules against examples worked on paper, and their own forms. */
final class OptimizerTest {
  private static HostArgs step(Optimizer optimizer, double g, double w, double... accumulators) {
    HostArgs args = HostArgs.zeros(optimizer);
    args.reals(Optimizer.GRADS)[0] = g;
    args.reals(Optimizer.PARAMS)[0] = w;
    for (int i = 0; i < accumulators.length; i++) {
      args.reals(Optimizer.PARAMS + 1 + i)[0] = accumulators[i];
    }
    optimizer.reference(args);
    return args;
  }

  @Test
  void descent() {
    assertArrayEquals(new double[] {1.75}, step(new Sgd(1, 0.5f), 0.5, 2).reals("params"));
  }

  /** v = 0.5 * 4 - 0.25 * 2 = 1.5; w = 1 + 1.5. */
  @Test
  void theLearningRateIsWithinTheVelocity() {
    HostArgs args = step(new Momentum(1, 0.25f, 0.5f), 2, 1, 4);
    assertArrayEquals(new double[] {1.5}, args.reals("velocity"));
    assertArrayEquals(new double[] {2.5}, args.reals("params"));
  }

  /** a = 5 + 2^2 = 9; w = 1 - 0.5 * 2 / sqrt(9 + 7) = 0.75. */
  @Test
  void epsilonOfAdagradIsWithinTheRoot() {
    HostArgs args = step(new Adagrad(1, 0.5f, 7f), 2, 1, 5);
    assertArrayEquals(new double[] {9}, args.reals("accumulator"));
    assertArrayEquals(new double[] {0.75}, args.reals("params"));
  }

  /** v = 0.75 * 8 + 0.25 * 2^2 = 7; w = 1 - 0.5 * 2 / sqrt(7 + 9) = 0.75. */
  @Test
  void epsilonOfRmsPropIsWithinTheRoot() {
    HostArgs args = step(new RmsProp(1, 0.5f, 0.75, 9f), 2, 1, 8);
    assertArrayEquals(new double[] {7}, args.reals("meanSquare"));
    assertArrayEquals(new double[] {0.75}, args.reals("params"));
  }

  /**
   * a = 0.75 * 8 + 0.25 * 2^2 = 7; delta = sqrt(16 + 9) / sqrt(7 + 9) * 2 = 2.5; d = 0.75 * 16 +
   * 0.25 * 2.5^2 = 13.5625; w = 1 - 0.5 * 2.5.
   */
  @Test
  void adadeltaStepsByTheOldUpdatesAndTheNewGradient() {
    HostArgs args = step(new Adadelta(1, 0.5f, 0.75, 9f), 2, 1, 8, 16);
    assertArrayEquals(new double[] {7}, args.reals("accumulatedGradient"));
    assertArrayEquals(new double[] {13.5625}, args.reals("accumulatedUpdate"));
    assertArrayEquals(new double[] {-0.25}, args.reals("params"));
  }

  /**
   * t = 2: alpha = 0.5 * sqrt(1 - 0.75) / (1 - 0.25) = 1/3; m = 0.5 * 4 + 0.5 * 2 = 3; v = 0.75 * 4
   * + 0.25 * 4 = 4; w = 1 - 1/3 * 3 / (sqrt(4) + 2) = 0.75.
   */
  @Test
  void epsilonOfAdamIsOutsideTheRoot() {
    Adam adam = new Adam(1, 0.5f, 0.5, Math.sqrt(0.75), 2f);
    HostArgs args = HostArgs.zeros(adam);
    args.ints("state")[StepState.STEP] = 1;
    args.reals("params")[0] = 1;
    args.reals("grads")[0] = 2;
    args.reals("m")[0] = 4;
    args.reals("v")[0] = 4;
    adam.reference(args);
    assertArrayEquals(new double[] {3}, args.reals("m"));
    assertArrayEquals(new double[] {4}, args.reals("v"), 1e-15);
    assertArrayEquals(new double[] {0.75}, args.reals("params"), 1e-15);
  }

  /** Where a float 1 - beta2^t has no correct digit left, or t no room left. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 62, 63, 1000, 50_000, Integer.MAX_VALUE - 1})
  void adamAgreesAtAnyStep(int step) {
    Adam adam = new Adam(5, 0.5f, 0.9, 0.99999, 1e-7f);
    HostRun.assertAgrees(
        OpCase.bounded(adam)
            .with("v", (i, random) -> (float) random.nextDouble())
            .with("state", (i, random) -> i == StepState.STEP ? step : 0));
  }

  /** With usual values epsilon and a rate of 1 hardly show where they stand. */
  @ParameterizedTest
  @MethodSource
  void everyHyperParameterHasItsPlaceInAllForms(Optimizer optimizer) {
    OpCase opCase = OpCase.bounded(optimizer);
    for (Optimizer.Accumulator accumulator : optimizer.accumulators()) {
      opCase = opCase.with(accumulator.name(), Fill.POSITIVE);
    }
    HostRun.assertAgrees(optimizer instanceof Adam ? opCase.with("state", Fill.of(0, 3)) : opCase);
  }

  static Stream<Optimizer> everyHyperParameterHasItsPlaceInAllForms() {
    return Stream.of(
        new Sgd(13, 0.3f),
        new Momentum(13, 0.3f, 0.7f),
        new Adagrad(13, 0.3f, 0.5f),
        new RmsProp(13, 0.3f, 0.7, 0.5f),
        new Adadelta(13, 0.3f, 0.7, 0.5f),
        new Adam(13, 0.3f, 0.7, 0.6, 0.5f));
  }

  @Test
  void accumulatorsStartWhereThoseOfKerasDo() {
    assertEquals(List.of(), new Sgd(1, 1f).accumulators());
    assertEquals(List.of(0f), initial(new Momentum(1, 1f, 0.9f)));
    assertEquals(List.of(0.1f), initial(new Adagrad(1, 1f, 1f)));
    assertEquals(List.of(0f), initial(new RmsProp(1, 1f, 0.9, 1f)));
    assertEquals(List.of(0f, 0f), initial(new Adadelta(1, 1f, 0.9, 1f)));
    assertEquals(List.of(0f, 0f), initial(new Adam(1, 1f, 0.9, 0.999, 1f)));
  }

  private static List<Float> initial(Optimizer optimizer) {
    return optimizer.accumulators().stream().map(Optimizer.Accumulator::initial).toList();
  }

  @Test
  void hyperParametersAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new Sgd(0, 1f));
    for (float rate : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new Sgd(1, rate));
      assertThrows(IllegalArgumentException.class, () -> new Momentum(1, rate, 0.9f));
      assertThrows(IllegalArgumentException.class, () -> new Adagrad(1, rate, 1e-7f));
      assertThrows(IllegalArgumentException.class, () -> new Adagrad(1, 1f, rate));
      assertThrows(IllegalArgumentException.class, () -> new RmsProp(1, 1f, 0.9, rate));
      assertThrows(IllegalArgumentException.class, () -> new Adadelta(1, 1f, 0.9, rate));
      assertThrows(IllegalArgumentException.class, () -> new Adam(1, 1f, 0.9, 0.9, rate));
    }
    for (double decay : new double[] {-0.1, 1, 1 - 1e-9, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new Momentum(1, 1f, (float) decay));
      assertThrows(IllegalArgumentException.class, () -> new RmsProp(1, 1f, decay, 1e-7f));
      assertThrows(IllegalArgumentException.class, () -> new Adadelta(1, 1f, decay, 1e-7f));
      assertThrows(IllegalArgumentException.class, () -> new Adam(1, 1f, decay, 0.9, 1e-7f));
      assertThrows(IllegalArgumentException.class, () -> new Adam(1, 1f, 0.9, decay, 1e-7f));
    }
  }

  @ParameterizedTest
  @MethodSource
  void vectorFormAndKernelsAgreeWithTheReference(OpCase opCase) {
    HostRun.assertAgrees(opCase);
  }

  static Stream<OpCase> vectorFormAndKernelsAgreeWithTheReference() {
    return OpCases.all().stream().filter(c -> c.op() instanceof Optimizer o && o.size() < 1000);
  }
}
