package dev.weft.kernels.relu;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DType;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.LayoutWish;
import dev.weft.kernels.Op;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Shape;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Slot.Access;
import dev.weft.kernels.Stage;
import java.util.List;

/**
 * The rectified linear unit, {@code y = max(x, 0)} of each element. It is the identity above 0 and
 * constant below; at 0, where it has no derivative, the gradient is taken as 0:
 *
 * <pre>
 *   dx = dy where y > 0, else 0
 * </pre>
 *
 * (Nair and Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010.)
 *
 * @param shape of x, y and their gradients
 */
public record Relu(Shape shape) {

  private Slot slot(String name, Access access) {
    return new Slot(name, access, DType.F32, shape);
  }

  /**
   * y from x. Slots: x, y.
   *
   * @param relu the shape
   */
  public record Forward(Relu relu) implements Op {
    @Override
    public String name() {
      return "relu.forward";
    }

    @Override
    public List<Slot> slots() {
      return List.of(relu.slot("x", Access.IN), relu.slot("y", Access.OUT));
    }

    @Override
    public Cost cost() {
      return Cost.of(this, relu.shape.size());
    }

    /** An output is an input or 0. */
    @Override
    public int terms(int slot) {
      return 0;
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      return LayoutWish.ANY;
    }

    @Override
    public void reference(ReferenceArgs args) {
      ReluReference.forward(args.reals(0), args.reals(1));
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return ReluVector.forward(args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return ReluKernels.forward(relu, args);
    }
  }

  /**
   * Gradient of the input. Slots: y, dy, dx.
   *
   * @param relu the shape
   */
  public record Backward(Relu relu) implements Op {
    @Override
    public String name() {
      return "relu.backward";
    }

    @Override
    public List<Slot> slots() {
      return List.of(
          relu.slot("y", Access.IN), relu.slot("dy", Access.IN), relu.slot("dx", Access.OUT));
    }

    @Override
    public Cost cost() {
      return Cost.of(this, relu.shape.size());
    }

    /** An output is an input or 0. */
    @Override
    public int terms(int slot) {
      return 0;
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      return LayoutWish.ANY;
    }

    @Override
    public void reference(ReferenceArgs args) {
      ReluReference.backward(args.reals(0), args.reals(1), args.reals(2));
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return ReluVector.backward(args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return ReluKernels.backward(relu, args);
    }
  }
}
