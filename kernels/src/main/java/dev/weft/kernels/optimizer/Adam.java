package dev.weft.kernels.optimizer;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import dev.weft.kernels.StepState;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam (Kingma and Ba, arXiv:1412.6980), with the correction of the bias folded into the step size
 * and so "epsilon hat", as the end of section 2 of the paper and Keras have it. Slots: grads,
 * params, m, v, state [4]; t is 1 at the first step.
 *
 * <pre>
 *   alpha = lr * sqrt(1 - beta2^t) / (1 - beta1^t)      with t = state[STEP] + 1
 *   m     = beta1 * m + (1 - beta1) * g
 *   v     = beta2 * v + (1 - beta2) * g^2
 *   w     = w - alpha * m / (sqrt(v) + epsilon)
 * </pre>
 *
 * @param size number of parameters
 * @param learningRate lr, above 0; Keras' default is 0.001
 * @param beta1 at least 0 and below 1; Keras' default is 0.9. A double: 1 - beta1 is rounded once
 * @param beta2 at least 0 and below 1; Keras' default is 0.999. A double as beta1 is
 * @param epsilon above 0; Keras' default is 1e-7
 */
public record Adam(int size, float learningRate, double beta1, double beta2, float epsilon)
    implements Optimizer {
  public Adam {
    HyperParameters.checkSize(size);
    HyperParameters.checkPositive("learning rate", learningRate);
    HyperParameters.checkDecay("beta1", beta1);
    HyperParameters.checkDecay("beta2", beta2);
    HyperParameters.checkPositive("epsilon", epsilon);
  }

  @Override
  public String name() {
    return "optimizer.adam";
  }

  @Override
  public List<Accumulator> accumulators() {
    return List.of(new Accumulator("m", 0f), new Accumulator("v", 0f));
  }

  @Override
  public Cost cost() {
    return Cost.of(this, 11L * size);
  }

  /**
   * m: 1 - beta1 and the product. v: the square too. Params: 1 - beta^t, made in at most 31
   * doublings, has 94u (see {@link OptimizerKernels}); alpha 47u + 6u for the root, u for the
   * product and 94u + 5u for the quotient, 153u; m has 3u, alpha * m u; v has 4u, its root 2u + 6u,
   * with epsilon added 9u; the quotient 5u of its own; 171u together.
   */
  @Override
  public int terms(int slot) {
    return switch (slot) {
      case PARAMS -> 171;
      case PARAMS + 1 -> 2;
      default -> 3;
    };
  }

  @Override
  public List<Slot> slots() {
    List<Slot> slots = new ArrayList<>(Optimizer.super.slots());
    slots.add(Slot.intsIn("state", StepState.SIZE));
    return List.copyOf(slots);
  }

  /** Signs are made such that what the reference adds up cannot cancel. */
  @Override
  public void magnitude(ReferenceArgs args) {
    for (double[] values : List.of(args.reals(GRADS), args.reals(PARAMS + 1))) {
      for (int i = 0; i < size; i++) {
        values[i] = Math.abs(values[i]);
      }
    }
    Optimizer.super.magnitude(args);
  }

  @Override
  public void reference(ReferenceArgs args) {
    OptimizerReference.adam(this, args);
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    return OptimizerVector.adam(this, args);
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return OptimizerKernels.adam(this, args);
  }
}
