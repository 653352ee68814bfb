package dev.weft.kernels.optimizer;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Op;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import java.util.List;

/**
 * Takes the gradient away from weights that are 0, so that pruned weights stay pruned while the
 * others learn (Han et al., Learning both Weights and Connections, arXiv:1506.02626, section 3.3).
 * Slots: w, dw, [size] each.
 *
 * <pre>
 *   dw = 0 where w = 0, else dw
 * </pre>
 *
 * <p>No mask is stored: without a gradient, and with accumulators as they are before the first
 * step, every {@link Optimizer} leaves a 0 as it is, bit for bit, and so at every step after it.
 *
 * @param size number of weights
 */
public record KeepZeros(int size) implements Op {
  /** Slot of the weights. */
  static final int W = 0;

  /** Slot of their gradients. */
  static final int DW = 1;

  public KeepZeros {
    HyperParameters.checkSize(size);
  }

  @Override
  public String name() {
    return "optimizer.keepZeros";
  }

  @Override
  public List<Slot> slots() {
    return List.of(Slot.in("w", size), Slot.inout("dw", size));
  }

  @Override
  public Cost cost() {
    return Cost.of(this, size);
  }

  /** An output is an input or 0. */
  @Override
  public int terms(int slot) {
    return 0;
  }

  @Override
  public void reference(ReferenceArgs args) {
    OptimizerReference.keepZeros(args);
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    return OptimizerVector.keepZeros(this, args);
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return OptimizerKernels.keepZeros(this, args);
  }
}
