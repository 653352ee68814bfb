package dev.weft.models.compare;

import dev.weft.runtime.UserException;
import dev.weft.runtime.graph.OptimizerSpec;
import java.util.OptionalDouble;

/** Optimisers as they are named in a comparison: {@code adam}, or {@code adam:0.002}. */
public final class OptimizerName {
  private OptimizerName() {}

  /**
   * The optimiser of that name.
   *
   * @throws UserException if there is none, or the rate after the colon is no number above 0
   */
  public static OptimizerSpec parse(String name) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return OptimizerSpec.named(name, OptionalDouble.empty());
    }
    try {
      double rate = Double.parseDouble(name.substring(colon + 1));
      return OptimizerSpec.named(name.substring(0, colon), OptionalDouble.of(rate));
    } catch (NumberFormatException e) {
      throw new UserException(
          "--optimizers %s: no learning rate after the colon; write adam:0.002".formatted(name), e);
    }
  }

  /** The inverse of {@link #parse}. */
  static String name(OptimizerSpec optimizer) {
    String word = optimizer.kind().word();
    return optimizer.equals(OptimizerSpec.named(word, OptionalDouble.empty()))
        ? word
        : word + ":" + optimizer.learningRate();
  }
}
