package dev.weft.kernels.optimizer;

import dev.weft.kernels.Op;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One step of gradient descent over all parameters at once, in the form that Keras 3 gives each
 * rule. Slots: grads [size], the gradient of the mean loss of the batch; params [size], updated;
 * the {@link #accumulators}, [size] each, updated; and for {@link Adam} state [4].
 *
 * <p>How the bounds in {@link #terms} are derived: u is 2^-24 and an ulp at most 2u. OpenCL C 3.0
 * (section 7.4, full profile) allows a division 2.5 ulp = 5u and a square root 3 ulp = 6u; add,
 * multiply and a constant rounded to float cost u. A square root halves the relative error of its
 * argument. The rounding of the last sum, which makes the new value, is the bound's own {@code u
 * |reference|}.
 */
public sealed interface Optimizer extends Op
    permits Sgd, Momentum, Adagrad, RmsProp, Adadelta, Adam {

  /** Slot of the gradients. */
  int GRADS = 0;

  /** Slot of the parameters; the accumulators follow. */
  int PARAMS = 1;

  /**
   * What the rule remembers of each parameter from step to step.
   *
   * @param name of the slot
   * @param initial value of every element before the first step
   */
  record Accumulator(String name, float initial) {}

  /** Number of parameters. */
  int size();

  /** The accumulators in the order of their slots, which follow params. */
  List<Accumulator> accumulators();

  @Override
  default List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    slots.add(Slot.in("grads", size()));
    slots.add(Slot.inout("params", size()));
    for (Accumulator accumulator : accumulators()) {
      slots.add(Slot.inout(accumulator.name(), size()));
    }
    return List.copyOf(slots);
  }

  /**
   * The magnitude of a parameter is that of its step: what becomes of a parameter that is 0. That
   * of an accumulator is the accumulator, as long as it is a sum of squares.
   */
  @Override
  default void magnitude(ReferenceArgs args) {
    Arrays.fill(args.reals(PARAMS), 0);
    reference(args);
  }
}
