package dev.weft.kernels.check;

import dev.weft.kernels.DType;
import dev.weft.kernels.Op;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import java.util.ArrayList;
import java.util.List;

/** Arrays of one call, held on the host: a {@code double[]} or {@code int[]} a slot. */
public final class HostArgs implements ReferenceArgs {
  private final Op op;
  private final List<Object> arrays;

  private HostArgs(Op op, List<Object> arrays) {
    this.op = op;
    this.arrays = arrays;
  }

  /** Zeros in every slot of {@code op}. */
  public static HostArgs zeros(Op op) {
    List<Object> arrays = new ArrayList<>();
    for (Slot slot : op.slots()) {
      int size = slot.shape().size();
      arrays.add(slot.type() == DType.F32 ? new double[size] : new int[size]);
    }
    return new HostArgs(op, arrays);
  }

  /** An independent copy. */
  public HostArgs copy() {
    List<Object> copies = new ArrayList<>();
    for (Object array : arrays) {
      copies.add(array instanceof double[] reals ? reals.clone() : ((int[]) array).clone());
    }
    return new HostArgs(op, copies);
  }

  @Override
  public double[] reals(int slot) {
    return (double[]) arrays.get(slot);
  }

  @Override
  public int[] ints(int slot) {
    return (int[]) arrays.get(slot);
  }

  /** The elements of the F32 slot called {@code name}. */
  public double[] reals(String name) {
    return reals(index(name));
  }

  /** The elements of the I32 slot called {@code name}. */
  public int[] ints(String name) {
    return ints(index(name));
  }

  /** Whether the op has a slot called {@code name}. */
  public boolean has(String name) {
    return op.slots().stream().anyMatch(slot -> slot.name().equals(name));
  }

  private int index(String name) {
    List<Slot> slots = op.slots();
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(op.name() + " has no slot " + name);
  }
}
