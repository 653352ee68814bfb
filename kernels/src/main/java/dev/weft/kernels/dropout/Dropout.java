package dev.weft.kernels.dropout;

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
import dev.weft.kernels.StepState;
import java.util.ArrayList;
import java.util.List;

/**
 * Inverted dropout of each element: y is 0 with a chance of {@code rate}, otherwise x scaled up so
 * that its mean stays. With i the index of the element in row-major order:
 *
 * <pre>
 *   kept = hash(seed, step, i) >= round(rate * 2^24)
 *   y    = kept ? x / (1 - rate) : 0
 *   dx   = kept ? dy / (1 - rate) : 0
 * </pre>
 *
 * The mask is never stored: the backward pass makes the same one again, by the {@link
 * dev.weft.kernels.Hash}. The factor 1 / (1 - rate) is rounded to float.
 *
 * <p>(Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting, JMLR
 * 15, 2014; section 10 for the factor in training.)
 *
 * @param shape of x, y and their gradients
 * @param rate share of the elements that become 0, from 0 to below 1; used as a multiple of 2^-24
 * @param seed of the masks. Neighbouring seeds give the same masks an element further on: where
 *     masks of several layers are to differ, spread their seeds over all 32 bits
 */
public record Dropout(Shape shape, float rate, int seed) {
  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "dropout: rate " + rate + ": must be at least 0 and below 1");
    }
  }

  /** Elements whose hash is below this, of 2^24, are dropped. */
  int threshold() {
    return Math.round(rate * (1 << 24));
  }

  /** What kept elements are multiplied by. */
  float scale() {
    return (float) (1 / (1 - (double) rate));
  }

  private Slot slot(String name, Access access) {
    return new Slot(name, access, DType.F32, shape);
  }

  /**
   * y from x. Slots: x, state I32 (see {@link StepState}; its step chooses the mask), y.
   *
   * @param dropout shape, rate and seed
   */
  public record Forward(Dropout dropout) implements Op {
    @Override
    public String name() {
      return "dropout.forward";
    }

    @Override
    public List<Slot> slots() {
      return List.of(
          dropout.slot("x", Access.IN),
          Slot.intsIn("state", StepState.SIZE),
          dropout.slot("y", Access.OUT));
    }

    @Override
    public Cost cost() {
      return Cost.of(this, dropout.shape.size());
    }

    /** One product of floats, which the reference rounds as the others do. */
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
      DropoutReference.apply(dropout, args.reals(0), args.ints(1), args.reals(2));
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return DropoutVector.apply(dropout, false, args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return DropoutKernels.apply(dropout, args);
    }
  }

  /**
   * Gradient of the input. Slots: dy, state I32 as it was in the forward pass, x where {@code
   * reluInput}, dx.
   *
   * @param dropout shape, rate and seed
   * @param reluInput whether x came out of a ReLU; dx is then the gradient of that ReLU's input, 0
   *     where x is
   */
  public record Backward(Dropout dropout, boolean reluInput) implements Op {
    @Override
    public String name() {
      return "dropout.backward";
    }

    @Override
    public List<Slot> slots() {
      List<Slot> slots =
          new ArrayList<>(
              List.of(dropout.slot("dy", Access.IN), Slot.intsIn("state", StepState.SIZE)));
      if (reluInput) {
        slots.add(dropout.slot("x", Access.IN));
      }
      slots.add(dropout.slot("dx", Access.OUT));
      return List.copyOf(slots);
    }

    @Override
    public Cost cost() {
      return Cost.of(this, dropout.shape.size());
    }

    /** One product of floats, which the reference rounds as the others do. */
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
      double[] dx = args.reals(reluInput ? 3 : 2);
      DropoutReference.apply(dropout, args.reals(0), args.ints(1), dx);
      if (reluInput) {
        DropoutReference.maskBy(args.reals(2), dx);
      }
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return DropoutVector.apply(dropout, reluInput, args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return reluInput
          ? DropoutKernels.applyAndMask(dropout, args)
          : DropoutKernels.apply(dropout, args);
    }
  }
}
