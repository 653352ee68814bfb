package dev.weft.kernels.optimizer;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Stage;
import java.util.List;

/**
 * RMSProp (Tieleman and Hinton, Coursera: Neural Networks for Machine Learning, lecture 6.5, 2012),
 * without momentum, not centred, with epsilon inside the root, as Keras has it. Slots: grads,
 * params, meanSquare.
 *
 * <pre>
 *   v = rho * v + (1 - rho) * g^2
 *   w = w - lr * g / sqrt(v + epsilon)
 * </pre>
 *
 * @param size number of parameters
 * @param learningRate lr, above 0; Keras' default is 0.001
 * @param rho at least 0 and below 1; Keras' default is 0.9. A double: 1 - rho is rounded once
 * @param epsilon above 0; Keras' default is 1e-7
 */
public record RmsProp(int size, float learningRate, double rho, float epsilon)
    implements Optimizer {
  public RmsProp {
    HyperParameters.checkSize(size);
    HyperParameters.checkPositive("learning rate", learningRate);
    HyperParameters.checkDecay("rho", rho);
    HyperParameters.checkPositive("epsilon", epsilon);
  }

  @Override
  public String name() {
    return "optimizer.rmsprop";
  }

  @Override
  public List<Accumulator> accumulators() {
    return List.of(new Accumulator("meanSquare", 0f));
  }

  @Override
  public Cost cost() {
    return Cost.of(this, 9L * size);
  }

  /**
   * Mean square: 1 - rho, the square and their product. Params: v has 4u, v + epsilon 5u, its root
   * 2.5u + 6u; lr * g has u, the quotient 5u of its own; 14.5u together.
   */
  @Override
  public int terms(int slot) {
    return slot == PARAMS ? 15 : 3;
  }

  @Override
  public void reference(ReferenceArgs args) {
    OptimizerReference.rmsprop(this, args);
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    return OptimizerVector.rmsprop(this, args);
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return OptimizerKernels.rmsprop(this, args);
  }
}
