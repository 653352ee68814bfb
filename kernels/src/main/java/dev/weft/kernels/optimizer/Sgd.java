package dev.weft.kernels.optimizer;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Stage;
import java.util.List;

/**
 * Gradient descent on the batch: {@code w -= lr * g} (Robbins and Monro, Annals of Mathematical
 * Statistics 22(3), 1951). Slots: grads, params.
 *
 * @param size number of parameters
 * @param learningRate lr, above 0; Keras' default is 0.01
 */
public record Sgd(int size, float learningRate) implements Optimizer {
  public Sgd {
    HyperParameters.checkSize(size);
    HyperParameters.checkPositive("learning rate", learningRate);
  }

  @Override
  public String name() {
    return "optimizer.sgd";
  }

  @Override
  public List<Accumulator> accumulators() {
    return List.of();
  }

  @Override
  public Cost cost() {
    return Cost.of(this, 2L * size);
  }

  /** The product. */
  @Override
  public int terms(int slot) {
    return 1;
  }

  @Override
  public void reference(ReferenceArgs args) {
    OptimizerReference.sgd(this, args);
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    return OptimizerVector.sgd(this, args);
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return OptimizerKernels.sgd(this, args);
  }
}
