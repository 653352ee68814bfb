package dev.weft.kernels;

import dev.weft.kernels.augment.Augment;
import dev.weft.kernels.conv2d.Conv2d;
import dev.weft.kernels.dense.Dense;
import dev.weft.kernels.dropout.Dropout;
import dev.weft.kernels.input.Advance;
import dev.weft.kernels.input.Gather;
import dev.weft.kernels.optimizer.Adadelta;
import dev.weft.kernels.optimizer.Adagrad;
import dev.weft.kernels.optimizer.Adam;
import dev.weft.kernels.optimizer.KeepZeros;
import dev.weft.kernels.optimizer.Momentum;
import dev.weft.kernels.optimizer.RmsProp;
import dev.weft.kernels.optimizer.Sgd;
import dev.weft.kernels.pool2d.Pool2d;
import dev.weft.kernels.relu.Relu;
import dev.weft.kernels.softmax.SoftmaxCrossEntropy;
import java.util.List;

/** Every op there is: what the completeness test asks cases, a CPU form and kernels of. */
public final class Ops {
  private Ops() {}

  /** All op classes. */
  public static final List<Class<? extends Op>> ALL =
      List.of(
          Conv2d.Forward.class,
          Conv2d.BackwardData.class,
          Conv2d.BackwardFilter.class,
          Pool2d.Forward.class,
          Pool2d.Backward.class,
          Relu.Forward.class,
          Relu.Backward.class,
          Dropout.Forward.class,
          Dropout.Backward.class,
          Dense.Forward.class,
          Dense.BackwardData.class,
          Dense.BackwardWeights.class,
          Gather.class,
          Augment.class,
          Advance.class,
          SoftmaxCrossEntropy.Forward.class,
          SoftmaxCrossEntropy.Backward.class,
          Sgd.class,
          Momentum.class,
          Adagrad.class,
          RmsProp.class,
          Adadelta.class,
          Adam.class,
          KeepZeros.class);
}
