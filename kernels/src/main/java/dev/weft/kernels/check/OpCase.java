package dev.weft.kernels.check;

import dev.weft.kernels.DType;
import dev.weft.kernels.Op;
import dev.weft.kernels.Slot;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One op at one shape with inputs: what tests compare on every backend, {@code weft verify} reports
 * and benchmarks time.
 *
 * @param op at the shape of the case
 * @param exact whether every output must equal the reference bit for bit: inputs are small integers
 *     and every sum stays below 2^24
 * @param fills how inputs are made, by slot name; others follow {@code exact}
 * @param mostlyZero why fewer than 30% of the expected values differ from zero; empty where they do
 *     not, as a comparison with zeros proves little
 */
public record OpCase(Op op, boolean exact, Map<String, Fill> fills, String mostlyZero) {
  public OpCase {
    fills = Map.copyOf(fills);
  }

  /** Small integers in, equality out. */
  public static OpCase exact(Op op) {
    return new OpCase(op, true, Map.of(), "");
  }

  /** Reals in, agreement within the op's derived bound out. */
  public static OpCase bounded(Op op) {
    return new OpCase(op, false, Map.of(), "");
  }

  /** The same case with the inputs of slot {@code name} made by {@code fill}. */
  public OpCase with(String name, Fill fill) {
    if (op.slots().stream().noneMatch(slot -> slot.name().equals(name))) {
      throw new IllegalArgumentException(op.name() + " has no slot " + name);
    }
    Map<String, Fill> more = new java.util.HashMap<>(fills);
    more.put(name, fill);
    return new OpCase(op, exact, more, mostlyZero);
  }

  /** The same case, for which few non-zero values are expected because of {@code reason}. */
  public OpCase mostlyZero(String reason) {
    return new OpCase(op, exact, fills, reason);
  }

  /** Op and shapes, such as {@code conv2d.forward x[2,5,5,3] w[3,3,3,4] exact}. */
  public String label() {
    StringBuilder label = new StringBuilder(op.name());
    for (Slot slot : op.slots()) {
      label.append(' ').append(slot.name()).append(slot.shape());
    }
    return label.append(exact ? " exact" : "").toString();
  }

  /** The inputs; outputs are zero. The same for the same seed. */
  public HostArgs inputs(long seed) {
    HostArgs args = HostArgs.zeros(op);
    List<Slot> slots = op.slots();
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      if (!slot.access().reads()) {
        continue;
      }
      SplittableRandom random = new SplittableRandom(seed * 31 + i);
      Fill fill = fills.getOrDefault(slot.name(), exact ? Fill.INTEGERS : Fill.REALS);
      int size = slot.shape().size();
      for (int j = 0; j < size; j++) {
        if (slot.type() == DType.F32) {
          args.reals(i)[j] = fill.at(j, random);
        } else {
          args.ints(i)[j] = (int) fill.at(j, random);
        }
      }
    }
    return args;
  }
}
