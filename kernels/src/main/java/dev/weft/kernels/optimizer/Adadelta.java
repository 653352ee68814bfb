package dev.weft.kernels.optimizer;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Stage;
import java.util.List;

/**
 * Adadelta (Zeiler, arXiv:1212.5701, algorithm 1), scaled by a learning rate as Keras has it.
 * Slots: grads, params, accumulatedGradient, accumulatedUpdate.
 *
 * <pre>
 *   a     = rho * a + (1 - rho) * g^2
 *   delta = sqrt(d + epsilon) * g / sqrt(a + epsilon)
 *   d     = rho * d + (1 - rho) * delta^2
 *   w     = w - lr * delta
 * </pre>
 *
 * @param size number of parameters
 * @param learningRate lr, above 0; the paper's is 1, Keras' default 0.001
 * @param rho at least 0 and below 1; Keras' default is 0.95. A double: 1 - rho is rounded once
 * @param epsilon above 0; Keras' default is 1e-7
 */
public record Adadelta(int size, float learningRate, double rho, float epsilon)
    implements Optimizer {
  public Adadelta {
    HyperParameters.checkSize(size);
    HyperParameters.checkPositive("learning rate", learningRate);
    HyperParameters.checkDecay("rho", rho);
    HyperParameters.checkPositive("epsilon", epsilon);
  }

  @Override
  public String name() {
    return "optimizer.adadelta";
  }

  @Override
  public List<Accumulator> accumulators() {
    return List.of(
        new Accumulator("accumulatedGradient", 0f), new Accumulator("accumulatedUpdate", 0f));
  }

  @Override
  public Cost cost() {
    return Cost.of(this, 17L * size);
  }

  /**
   * Accumulated gradient a: 1 - rho, the square and their product, 3u. Delta: d + epsilon has u,
   * its root 0.5u + 6u, times g 7.5u; a has 4u, a + epsilon 5u, its root 2.5u + 6u; the quotient 5u
   * of its own; 21u together. Accumulated update: twice that, the square, 1 - rho and their
   * product. Params: lr * delta.
   */
  @Override
  public int terms(int slot) {
    return switch (slot) {
      case PARAMS -> 22;
      case PARAMS + 1 -> 3;
      default -> 45;
    };
  }

  @Override
  public void reference(ReferenceArgs args) {
    OptimizerReference.adadelta(this, args);
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    return OptimizerVector.adadelta(this, args);
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return OptimizerKernels.adadelta(this, args);
  }
}
