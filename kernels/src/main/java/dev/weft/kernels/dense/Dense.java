package dev.weft.kernels.dense;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.LayoutWish;
import dev.weft.kernels.Op;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * A fully connected layer, {@code z[n,o] = b[o] + sum over i of x[n,i] * w[i,o]}. With dz the
 * gradient of the loss with respect to z:
 *
 * <pre>
 *   dx[n,i] = sum over o of dz[n,o] * w[i,o]
 *   dw[i,o] = sum over n of x[n,i] * dz[n,o]
 *   db[o]   = sum over n of dz[n,o]
 * </pre>
 *
 * (Goodfellow, Bengio and Courville, Deep Learning, 2016, section 6.5.)
 *
 * @param n rows of the batch
 * @param in inputs a row
 * @param out outputs a row
 */
public record Dense(int n, int in, int out) {
  public Dense {
    if (n < 1 || in < 1 || out < 1) {
      throw new IllegalArgumentException(
          "dense: every extent must be at least 1: n %d, in %d, out %d".formatted(n, in, out));
    }
  }

  private Cost cost(Op op) {
    return Cost.of(op, 2L * n * in * out);
  }

  /**
   * {@code y = z}, or {@code max(z, 0)} with ReLU. Slots: x [n,in], w [in,out], b [out], y [n,out].
   *
   * @param dense the layer
   * @param relu whether y is rectified
   */
  public record Forward(Dense dense, boolean relu) implements Op {
    @Override
    public String name() {
      return "dense.forward";
    }

    @Override
    public List<Slot> slots() {
      return List.of(
          Slot.in("x", dense.n, dense.in),
          Slot.in("w", dense.in, dense.out),
          Slot.in("b", dense.out),
          Slot.out("y", dense.n, dense.out));
    }

    @Override
    public Cost cost() {
      return dense.cost(this);
    }

    @Override
    public int terms(int slot) {
      return dense.in + 1;
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      return switch (slot) {
        case 0 -> LayoutWish.ANY;
        case 3 -> LayoutWish.VECTORS;
        default -> LayoutWish.PLAIN;
      };
    }

    @Override
    public void reference(ReferenceArgs args) {
      DenseReference.forward(
          dense, relu, args.reals(0), args.reals(1), args.reals(2), args.reals(3));
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return DenseVector.forward(dense, relu, args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return DenseKernels.forward(dense, relu, args);
    }
  }

  /**
   * Gradient of the input. Slots: dy [n,out] (with respect to z), w [in,out], x [n,in] where {@code
   * reluInput}, dx [n,in].
   *
   * @param dense the layer
   * @param reluInput whether x came out of a ReLU; dx is then the gradient of that ReLU's input, 0
   *     where x is
   */
  public record BackwardData(Dense dense, boolean reluInput) implements Op {
    @Override
    public String name() {
      return "dense.backwardData";
    }

    @Override
    public List<Slot> slots() {
      List<Slot> slots =
          new ArrayList<>(
              List.of(Slot.in("dy", dense.n, dense.out), Slot.in("w", dense.in, dense.out)));
      if (reluInput) {
        slots.add(Slot.in("x", dense.n, dense.in));
      }
      slots.add(Slot.out("dx", dense.n, dense.in));
      return List.copyOf(slots);
    }

    @Override
    public Cost cost() {
      return dense.cost(this);
    }

    @Override
    public int terms(int slot) {
      return dense.out;
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      return switch (slot) {
        case 0 -> LayoutWish.ANY;
        case 1 -> LayoutWish.PLAIN;
        default -> LayoutWish.VECTORS;
      };
    }

    @Override
    public void reference(ReferenceArgs args) {
      DenseReference.backwardData(
          dense, args.reals(0), args.reals(1), args.reals(reluInput ? 3 : 2));
      if (reluInput) {
        DenseReference.maskBy(args.reals(2), args.reals(3));
      }
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return DenseVector.backwardData(dense, reluInput, args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return DenseKernels.backwardData(dense, reluInput, args);
    }
  }

  /**
   * Gradients of weights and bias. Slots: x [n,in], dy [n,out] (with respect to z), dw [in,out], db
   * [out].
   *
   * @param dense the layer
   */
  public record BackwardWeights(Dense dense) implements Op {
    @Override
    public String name() {
      return "dense.backwardWeights";
    }

    @Override
    public List<Slot> slots() {
      return List.of(
          Slot.in("x", dense.n, dense.in),
          Slot.in("dy", dense.n, dense.out),
          Slot.out("dw", dense.in, dense.out),
          Slot.out("db", dense.out));
    }

    @Override
    public Cost cost() {
      return dense.cost(this);
    }

    @Override
    public int terms(int slot) {
      return dense.n;
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      return slot < 2 ? LayoutWish.ANY : LayoutWish.PLAIN;
    }

    @Override
    public void reference(ReferenceArgs args) {
      DenseReference.backwardWeights(
          dense, args.reals(0), args.reals(1), args.reals(2), args.reals(3));
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return DenseVector.backwardWeights(dense, args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return DenseKernels.backwardWeights(dense, args);
    }
  }
}
