package dev.weft.kernels;

import dev.weft.kernels.conv2d.Conv2d;
import dev.weft.kernels.dense.Dense;
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
          Dense.Forward.class,
          Dense.BackwardData.class,
          Dense.BackwardWeights.class
          );
}
