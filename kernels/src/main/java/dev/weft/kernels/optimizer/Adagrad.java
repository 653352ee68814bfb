package dev.weft.kernels.optimizer;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Stage;
import java.util.List;

/**
 * Adagrad (Duchi, Hazan and Singer, JMLR 12, 2011), with epsilon inside the root and accumulators
 * that start at 0.1, as Keras has it. Slots: grads, params, accumulator.
 *
 * <pre>
 *   a = a + g^2
 *   w = w - lr * g / sqrt(a + epsilon)
 * </pre>
 *
 * @param size number of parameters
 * @param learningRate lr, above 0; Keras' default is 0.001
 * @param epsilon above 0; Keras' default is 1e-7
 */
public record Adagrad(int size, float learningRate, float epsilon) implements Optimizer {
  public Adagrad {
    HyperParameters.checkSize(size);
    HyperParameters.checkPositive("learning rate", learningRate);
    HyperParameters.checkPositive("epsilon", epsilon);
  }

  @Override
  public String name() {
    return "optimizer.adagrad";
  }

  @Override
  public List<Accumulator> accumulators() {
    return List.of(new Accumulator("accumulator", 0.1f));
  }

  @Override
  public Cost cost() {
    return Cost.of(this, 7L * size);
  }

  /**
   * Accumulator: the square. Params: a has 2u, a + epsilon 3u, its root 1.5u + 6u; lr * g has u,
   * the quotient 5u of its own; 13.5u together.
   */
  @Override
  public int terms(int slot) {
    return slot == PARAMS ? 14 : 1;
  }

  @Override
  public void reference(ReferenceArgs args) {
    OptimizerReference.adagrad(this, args);
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    return OptimizerVector.adagrad(this, args);
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return OptimizerKernels.adagrad(this, args);
  }
}
