package dev.weft.kernels.optimizer;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Stage;
import java.util.List;

/**
 * Gradient descent with momentum (Polyak, USSR Computational Mathematics and Mathematical Physics
 * 4(5), 1964), the learning rate within the velocity, not Nesterov's form. Slots: grads, params,
 * velocity.
 *
 * <pre>
 *   v = momentum * v - lr * g
 *   w = w + v
 * </pre>
 *
 * @param size number of parameters
 * @param learningRate lr, above 0; Keras' default is 0.01
 * @param momentum at least 0 and below 1, usually 0.9
 */
public record Momentum(int size, float learningRate, float momentum) implements Optimizer {
  public Momentum {
    HyperParameters.checkSize(size);
    HyperParameters.checkPositive("learning rate", learningRate);
    HyperParameters.checkDecay("momentum", momentum);
  }

  @Override
  public String name() {
    return "optimizer.momentum";
  }

  @Override
  public List<Accumulator> accumulators() {
    return List.of(new Accumulator("velocity", 0f));
  }

  @Override
  public Cost cost() {
    return Cost.of(this, 4L * size);
  }

  /** The two products, each relative to itself; for params also the sum of them. */
  @Override
  public int terms(int slot) {
    return slot == PARAMS ? 2 : 1;
  }

  /** Signs are made such that what the reference adds up cannot cancel. */
  @Override
  public void magnitude(ReferenceArgs args) {
    double[] g = args.reals(GRADS);
    double[] v = args.reals(PARAMS + 1);
    for (int i = 0; i < size; i++) {
      g[i] = -Math.abs(g[i]);
      v[i] = Math.abs(v[i]);
    }
    Optimizer.super.magnitude(args);
  }

  @Override
  public void reference(ReferenceArgs args) {
    OptimizerReference.momentum(this, args);
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    return OptimizerVector.momentum(this, args);
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return OptimizerKernels.momentum(this, args);
  }
}
