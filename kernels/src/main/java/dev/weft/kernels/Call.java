package dev.weft.kernels;

import java.util.List;

/**
 * An op applied to tensors.
 *
 * @param op what is done
 * @param args one tensor a slot of {@code op}, of that slot's type and shape
 */
public record Call(Op op, List<Tensor> args) {
  public Call {
    args = List.copyOf(args);
    List<Slot> slots = op.slots();
    if (slots.size() != args.size()) {
      throw new IllegalArgumentException(
          "%s takes %d tensors, given %d".formatted(op.name(), slots.size(), args.size()));
    }
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      Tensor arg = args.get(i);
      if (slot.type() != arg.type() || !slot.shape().equals(arg.shape())) {
        throw new IllegalArgumentException(
            "%s takes %s %s as %s, given %s %s %s"
                .formatted(
                    op.name(),
                    slot.type(),
                    slot.shape(),
                    slot.name(),
                    arg.type(),
                    arg.shape(),
                    arg.name()));
      }
    }
  }

  public static Call of(Op op, Tensor... args) {
    return new Call(op, List.of(args));
  }

  /**
   * The device form, bound to the buffers of the tensors.
   *
   * @throws TooLargeException if it needs more memory in one piece than kernels can address
   */
  public List<Launch> launches(Grain grain) {
    try {
      return op.launches(DeviceArgs.of(this, grain));
    } catch (TooLargeException e) {
      throw new TooLargeException(
          "%s to %s needs %s".formatted(op.name(), args.getLast().name(), e.getMessage()));
    }
  }
}
