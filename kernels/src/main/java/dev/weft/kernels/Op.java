package dev.weft.kernels;

import java.util.List;

/**
 * One operation of a {@link Program} in one direction, such as the forward pass of a convolution of
 * one particular shape: an immutable record whose constructor checks its parameters.
 *
 * <p>It carries its meaning ({@link #reference}), its form for the CPU ({@link #stages}) and its
 * form for devices ({@link #launches}). The reference defines the op; the other two must agree with
 * it within {@link #terms} roundings.
 */
public interface Op {

  /** Package and direction, such as {@code conv2d.forward}. */
  String name();

  /** The formal arguments, in order. */
  List<Slot> slots();

  /** The least work a call can do. */
  Cost cost();

  /** Computes the outputs in plain double precision. This is the op's definition. */
  void reference(ReferenceArgs args);

  /**
   * The Vector API form, bound to the arrays of one session, as stages to be run in order.
   *
   * @see Stage
   */
  List<Stage> stages(CpuArgs args);

  /** The device form, bound to buffers, as launches to be run in order. */
  List<Launch> launches(DeviceArgs args);

  /**
   * How many roundings an element of output {@code slot} may see, K in the bound {@code |device -
   * reference| <= g * magnitude + u * |reference|} with {@code u = 2^-24, g = K u / (1 - K u)}
   * (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., ch. 3). 0 where the output
   * must be equal bit for bit to the reference rounded to its type.
   */
  int terms(int slot);

  /**
   * Overwrites each output with its magnitude for the bound above: the sum of the absolute values
   * of what is added up. The default holds for ops linear in each input: the reference on absolute
   * values.
   *
   * @param args holds copies of the inputs, which may be overwritten
   */
  default void magnitude(ReferenceArgs args) {
    List<Slot> slots = slots();
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).access().reads() && slots.get(i).type() == DType.F32) {
        double[] values = args.reals(i);
        for (int j = 0; j < values.length; j++) {
          values[j] = Math.abs(values[j]);
        }
      }
    }
    reference(args);
  }

  /** How the CPU form wants {@code slot} laid out; plain row-major unless the op says otherwise. */
  default LayoutWish layoutWish(int slot) {
    return LayoutWish.PLAIN;
  }
}
