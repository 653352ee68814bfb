package dev.weft.kernels;

import java.util.List;

/**
 * The actual arguments of a device call, the scratch it asks for, and what the device likes.
 *
 * <p>Kernels take whole buffers: an array cannot be passed to a device from its middle, so where a
 * tensor starts goes into the kernel's shape array.
 *
 * @param slots those of the op
 * @param tensors one a slot
 * @param grain how much a work-item had best do
 */
public record DeviceArgs(List<Slot> slots, List<Tensor> tensors, Grain grain) {
  public DeviceArgs {
    slots = List.copyOf(slots);
    tensors = List.copyOf(tensors);
  }

  /** The arguments of {@code call}. */
  public static DeviceArgs of(Call call, Grain grain) {
    return new DeviceArgs(call.op().slots(), call.args(), grain);
  }

  /** Whether a work-item had best do much. */
  public boolean coarse() {
    return grain != Grain.FINE;
  }

  /** Whether a work-item has registers for twice as many vectors as usual. */
  public boolean wide() {
    return grain == Grain.WIDE;
  }

  /** The buffer behind F32 slot {@code slot}. */
  public Launch.Arg<float[]> floats(int slot) {
    return device(slot, DType.F32);
  }

  /** The buffer behind I32 slot {@code slot}. */
  public Launch.Arg<int[]> ints(int slot) {
    return device(slot, DType.I32);
  }

  /** Whether two slots lie in one buffer, which a launch may name only once if it writes there. */
  public boolean shareBuffer(int slot, int other) {
    return tensors.get(slot).buffer().equals(tensors.get(other).buffer());
  }

  /** Index of the tensor's first element in its buffer. */
  public int offset(int slot) {
    return tensors.get(slot).offset();
  }

  private <T> Launch.Device<T> device(int slot, DType type) {
    Buffer buffer = tensors.get(slot).buffer();
    if (buffer.type() != type) {
      throw new IllegalArgumentException("slot " + slot + " holds " + buffer.type());
    }
    return new Launch.Device<>(buffer, slots.get(slot).access().writes());
  }
}
