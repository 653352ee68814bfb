package dev.weft.runtime.verify;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.check.HostArgs;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.backend.reference.ReferenceSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Compares a whole program on a backend with the reference, call by call.
 *
 * <p>Isolated: each call gets the reference's values, rounded to float, as its inputs, and its
 * outputs must stay within the op's bound. Chained: the backend runs on its own values from the
 * start; errors may then grow from call to call, and are reported.
 */
public final class ProgramVerifier {
  private ProgramVerifier() {}

  /**
   * One output of one call.
   *
   * @param call index of the call in the program
   * @param op name of the op
   * @param tensor name of the output
   * @param isolated agreement given the reference's inputs
   * @param chained largest error of the chained run over the largest absolute value expected
   */
  public record Row(int call, String op, String tensor, Agreement isolated, double chained) {}

  /**
   * Runs {@code segment} once on three sessions of {@code program} that start from the same values.
   *
   * @param fill writes the inputs
   * @param open opens a session of the backend
   * @return a row an output, in order of the calls
   */
  public static List<Row> verify(
      Program program, Segment segment, Fill fill, Function<Program, Session> open) {
    try (ReferenceSession reference = new ReferenceSession(program);
        Session isolated = open.apply(program);
        Session chained = open.apply(program)) {
      fill.into(reference);
      fill.into(chained);
      List<Row> rows = new ArrayList<>();
      for (int i = segment.from(); i < segment.to(); i++) {
        Call call = program.calls().get(i);
        // From here on the reference works on what a float can hold, as the backend does.
        call.args().forEach(tensor -> copy(reference, isolated, tensor.buffer()));
        call.args().forEach(tensor -> round(reference, tensor.buffer()));
        HostArgs inputs = inputs(call, reference);
        reference.run(i, i + 1);
        isolated.run(i, i + 1);
        chained.run(i, i + 1);
        for (int slot = 0; slot < call.args().size(); slot++) {
          Tensor tensor = call.args().get(slot);
          if (call.op().slots().get(slot).access().writes()) {
            rows.add(
                new Row(
                    i,
                    call.op().name(),
                    tensor.name(),
                    compare(call, slot, inputs, isolated),
                    error(tensor, reference, chained)));
          }
        }
      }
      return rows;
    }
  }

  /** Writes inputs into a session that is all zero. */
  @FunctionalInterface
  public interface Fill {
    void into(Session session);
  }

  private static HostArgs inputs(Call call, ReferenceSession reference) {
    HostArgs inputs = HostArgs.zeros(call.op());
    for (int slot = 0; slot < call.args().size(); slot++) {
      Tensor tensor = call.args().get(slot);
      int size = tensor.shape().size();
      if (!call.op().slots().get(slot).access().reads()) {
        continue;
      }
      if (tensor.type() == DType.F32) {
        System.arraycopy(
            reference.reals(tensor.buffer()), tensor.offset(), inputs.reals(slot), 0, size);
      } else {
        System.arraycopy(
            reference.ints(tensor.buffer()), tensor.offset(), inputs.ints(slot), 0, size);
      }
    }
    return inputs;
  }

  private static Agreement compare(Call call, int slot, HostArgs inputs, Session session) {
    Tensor tensor = call.args().get(slot);
    int from = tensor.offset();
    int to = from + tensor.shape().size();
    return tensor.type() == DType.F32
        ? Agreement.of(
            call.op(),
            slot,
            inputs,
            Arrays.copyOfRange(session.floats(tensor.buffer()), from, to),
            false)
        : Agreement.of(
            call.op(), slot, inputs, Arrays.copyOfRange(session.ints(tensor.buffer()), from, to));
  }

  private static double error(Tensor tensor, ReferenceSession reference, Session session) {
    int from = tensor.offset();
    int to = from + tensor.shape().size();
    double worst = 0;
    double largest = 0;
    if (tensor.type() == DType.F32) {
      float[] actual = session.floats(tensor.buffer());
      double[] expected = reference.reals(tensor.buffer());
      for (int i = from; i < to; i++) {
        worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
        largest = Math.max(largest, Math.abs(expected[i]));
      }
    } else {
      int[] actual = session.ints(tensor.buffer());
      int[] expected = reference.ints(tensor.buffer());
      for (int i = from; i < to; i++) {
        worst = Math.max(worst, Math.abs((double) actual[i] - expected[i]));
        largest = Math.max(largest, Math.abs((double) expected[i]));
      }
    }
    return largest == 0 ? worst : worst / largest;
  }

  private static void copy(ReferenceSession from, Session to, Buffer buffer) {
    if (buffer.type() == DType.F32) {
      to.write(buffer, from.floats(buffer));
    } else {
      to.write(buffer, from.ints(buffer));
    }
  }

  private static void round(ReferenceSession reference, Buffer buffer) {
    if (buffer.type() == DType.F32) {
      double[] values = reference.reals(buffer);
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) values[i];
      }
    }
  }
}
