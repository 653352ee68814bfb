package dev.weft.kernels;

import java.util.List;

/**
 * The actual arguments of a device call, and the scratch it asks for.
 *
 * <p>Kernels take whole buffers: an array cannot be passed to a device from its middle, so where a
 * tensor starts goes into the kernel's shape array.
 *
 * @param tensors one a slot of the op
 */
public record DeviceArgs(List<Tensor> tensors) {
  public DeviceArgs {
    tensors = List.copyOf(tensors);
  }

  /** The buffer behind F32 slot {@code slot}. */
  public Launch.Arg<float[]> floats(int slot) {
    return new Launch.Device<>(typed(slot, DType.F32));
  }

  /** The buffer behind I32 slot {@code slot}. */
  public Launch.Arg<int[]> ints(int slot) {
    return new Launch.Device<>(typed(slot, DType.I32));
  }

  /** Index of the tensor's first element in its buffer. */
  public int offset(int slot) {
    return tensors.get(slot).offset();
  }

  private Buffer typed(int slot, DType type) {
    Buffer buffer = tensors.get(slot).buffer();
    if (buffer.type() != type) {
      throw new IllegalArgumentException("slot " + slot + " holds " + buffer.type());
    }
    return buffer;
  }
}
