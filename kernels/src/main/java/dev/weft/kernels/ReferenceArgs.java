package dev.weft.kernels;

/**
 * The actual arguments of a reference call: one plain row-major array a slot, exactly as long as
 * the slot's shape. An output array holds unspecified values before it is written.
 */
public interface ReferenceArgs {

  /** The elements of F32 slot {@code slot}, widened to double. */
  double[] reals(int slot);

  /** The elements of I32 slot {@code slot}. */
  int[] ints(int slot);
}
