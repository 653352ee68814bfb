package dev.weft.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.kernels.optimizer.Adadelta;
import dev.weft.kernels.optimizer.Adagrad;
import dev.weft.kernels.optimizer.Adam;
import dev.weft.kernels.optimizer.Momentum;
import dev.weft.kernels.optimizer.RmsProp;
import dev.weft.kernels.optimizer.Sgd;
import dev.weft.runtime.UserException;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerSpecTest {
  private static OptimizerSpec named(String name) {
    return OptimizerSpec.named(name, OptionalDouble.empty());
  }

  /** https://keras.io/api/optimizers/, but for the learning rate of Adadelta. */
  @Test
  void defaultsAreThoseOfKeras() {
    assertEquals(new Adadelta(7, 1f, 0.95, 1e-7f), named("adadelta").op(7));
    assertEquals(new Sgd(7, 0.01f), named("sgd").op(7));
    assertEquals(new Momentum(7, 0.01f, 0.9f), named("momentum").op(7));
    assertEquals(new Adagrad(7, 0.001f, 1e-7f), named("adagrad").op(7));
    assertEquals(new RmsProp(7, 0.001f, 0.9, 1e-7f), named("rmsprop").op(7));
    assertEquals(new Adam(7, 0.001f, 0.9, 0.999, 1e-7f), named("adam").op(7));
  }

  @Test
  void learningRateCanBeChosen() {
    assertEquals(new Sgd(3, 0.5f), OptimizerSpec.named("sgd", OptionalDouble.of(0.5)).op(3));
  }

  @Test
  void unknownNamesGetAHint() {
    UserException e = assertThrows(UserException.class, () -> named("adadlta"));
    assertEquals(
        "unknown optimizer \"adadlta\"; allowed: adadelta, sgd, momentum, adagrad, rmsprop, adam;"
            + " did you mean adadelta?",
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-60, 1e60})
  void refusesRatesThatCannotTrain(double rate) {
    UserException e =
        assertThrows(
            UserException.class, () -> OptimizerSpec.named("sgd", OptionalDouble.of(rate)));
    assertEquals(
        "learning rate %s; allowed: a number above 0 that a float can hold, 1.4E-45 to 3.4028235E38"
            .formatted(rate),
        e.getMessage());
  }
}
