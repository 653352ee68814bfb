package dev.weft.runtime.verify;

import dev.weft.kernels.Op;
import dev.weft.kernels.check.HostArgs;

/**
 * A disagreement, with all that is needed to look into it.
 *
 * @param name of the case: op and shapes, or the place in a program
 * @param seed that the inputs were made from
 * @param op what was called, with its parameters
 * @param slot index of the output that is wrong
 * @param inputs what it was called with
 * @param actual what the device put out there, a {@code float[]} or an {@code int[]}
 * @param agreement how far off it is
 */
public record Mismatch(
    String name, long seed, Op op, int slot, HostArgs inputs, Object actual, Agreement agreement) {

  /** The same as a part of something larger. */
  public Mismatch in(String whole) {
    return new Mismatch(whole + " " + name, seed, op, slot, inputs, actual, agreement);
  }
}
