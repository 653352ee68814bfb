package dev.weft.kernels;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.check.Fill;
import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Compares the gradients of a backward reference with central differences of the forward reference:
 * loss = sum r_i y_i with fixed random r, h = 1e-5, {@code |num - ana| <= 1e-6 max(1, |num|,
 * |ana|)}.
 *
 * <p>Slots of the two ops that share a name share their values; {@code dy} is r.
 */
public final class GradientCheck {
  private static final double H = 1e-5;

  private GradientCheck() {}

  /**
   * Checks the gradient with respect to forward slot {@code input}, which {@code backward} writes
   * to its slot {@code "d" + input}.
   *
   * @param fills inputs of the forward op by slot name, uniform in [-1, 1) where not given
   */
  public static void check(Op forward, Op backward, String input, Map<String, Fill> fills) {
    HostArgs at = new OpCase(forward, false, new HashMap<>(fills), "").inputs(7);
    HostArgs result = at.copy();
    forward.reference(result);
    SplittableRandom random = new SplittableRandom(11);
    double[] r = random.doubles(result.reals("y").length, -1, 1).toArray();

    HostArgs back = HostArgs.zeros(backward);
    List<Slot> slots = backward.slots();
    for (int i = 0; i < slots.size(); i++) {
      String name = slots.get(i).name();
      if (name.equals("dy")) {
        System.arraycopy(r, 0, back.reals(i), 0, r.length);
      } else if (slots.get(i).access().reads() && slots.get(i).type() == DType.F32) {
        double[] values = result.reals(name);
        System.arraycopy(values, 0, back.reals(i), 0, values.length);
      } else if (slots.get(i).access().reads()) {
        int[] values = result.ints(name);
        System.arraycopy(values, 0, back.ints(i), 0, values.length);
      }
    }
    backward.reference(back);
    double[] analytic = back.reals("d" + input);

    for (int i = 0; i < analytic.length; i++) {
      double numeric =
          (loss(forward, at, input, i, H, r) - loss(forward, at, input, i, -H, r)) / (2 * H);
      double allowed = 1e-6 * Math.max(1, Math.max(Math.abs(numeric), Math.abs(analytic[i])));
      int index = i;
      assertTrue(
          Math.abs(numeric - analytic[i]) <= allowed,
          () ->
              "%s d%s[%d]: central difference %.9g, analytic %.9g"
                  .formatted(backward.name(), input, index, numeric, analytic[index]));
    }
  }

  private static double loss(
      Op forward, HostArgs at, String input, int index, double shift, double[] r) {
    HostArgs shifted = at.copy();
    shifted.reals(input)[index] += shift;
    forward.reference(shifted);
    double[] y = shifted.reals("y");
    double loss = 0;
    for (int i = 0; i < y.length; i++) {
      loss += r[i] * y[i];
    }
    return loss;
  }
}
