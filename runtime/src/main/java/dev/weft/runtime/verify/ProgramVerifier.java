package dev.weft.runtime.verify;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.check.HostArgs;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.backend.reference.ReferenceSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Compares a whole program on a backend with the reference, call by call.
 *
 * <p>Isolated: each call gets the reference's values, rounded to float, as its inputs, and its
 * outputs must stay within the op's bound. Chained: the backend runs on its own values from the
 * start; errors may then grow from call to call, and are reported.
 */
public final class ProgramVerifier {
  private static final float RUBBISH = -12345.5f;

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
   * What a comparison came to.
   *
   * @param rows one an output, in order of the calls
   * @param atOnce the first value that is another where each segment runs as a whole, as it does in
   *     training, than where the calls run one by one; empty where all are equal bit for bit
   */
  public record Report(List<Row> rows, String atOnce) {}

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
      return rows(
          segment, fill, new Sessions(reference, isolated, chained), 0, VerifyListener.NONE);
    }
  }

  /**
   * Compares all calls of {@code program}, and what they leave behind one by one with what they
   * leave behind segment by segment.
   *
   * @param fill writes the inputs
   * @param seed that they are made from
   * @param open opens a session of the backend
   * @param listener told of what disagrees, and how far it is
   */
  public static Report report(
      Program program,
      Fill fill,
      long seed,
      Function<Program, Session> open,
      VerifyListener listener) {
    try (ReferenceSession reference = new ReferenceSession(program);
        Session isolated = open.apply(program);
        Session chained = open.apply(program)) {
      Sessions sessions = new Sessions(reference, isolated, chained);
      Segment all = new Segment(0, program.calls().size());
      List<Row> rows = rows(all, fill, sessions, seed, listener);
      clear(isolated);
      fill.into(isolated);
      program.segments().values().stream()
          .sorted(Comparator.comparingInt(Segment::from))
          .forEach(isolated::run);
      return new Report(rows, difference(isolated, chained));
    }
  }

  private record Sessions(ReferenceSession reference, Session isolated, Session chained) {}

  private static List<Row> rows(
      Segment segment, Fill fill, Sessions sessions, long seed, VerifyListener listener) {
    ReferenceSession reference = sessions.reference();
    Session isolated = sessions.isolated();
    Session chained = sessions.chained();
    fill.into(reference);
    fill.into(chained);
    List<Row> rows = new ArrayList<>();
    for (int i = segment.from(); i < segment.to(); i++) {
      Call call = reference.program().calls().get(i);
      // From here on the reference works on what a float can hold, as the backend does.
      call.args().forEach(tensor -> copy(reference, isolated, tensor.buffer()));
      call.args().forEach(tensor -> round(reference, tensor.buffer()));
      HostArgs inputs = inputs(call, reference);
      spoil(call, isolated);
      reference.run(i, i + 1);
      isolated.run(i, i + 1);
      chained.run(i, i + 1);
      for (int slot = 0; slot < call.args().size(); slot++) {
        Tensor tensor = call.args().get(slot);
        if (call.op().slots().get(slot).access().writes()) {
          Object actual = values(tensor, isolated);
          Agreement agreement = compare(call, slot, inputs, actual);
          if (!agreement.agrees()) {
            String name =
                String.format(Locale.ROOT, "call %d %s %s", i, call.op().name(), tensor.name());
            listener.mismatch(new Mismatch(name, seed, call.op(), slot, inputs, actual, agreement));
          }
          double error = error(tensor, reference, chained);
          rows.add(new Row(i, call.op().name(), tensor.name(), agreement, error));
        }
      }
      listener.call(i + 1 - segment.from(), segment.to() - segment.from());
    }
    return rows;
  }

  /** What an output held before must not pass for what the call puts out. */
  private static void spoil(Call call, Session session) {
    for (int slot = 0; slot < call.args().size(); slot++) {
      Tensor tensor = call.args().get(slot);
      Slot formal = call.op().slots().get(slot);
      if (!formal.access().reads() && tensor.type() == DType.F32) {
        float[] data = session.floats(tensor.buffer());
        Arrays.fill(data, tensor.offset(), tensor.offset() + tensor.shape().size(), RUBBISH);
        session.write(tensor.buffer(), data);
      } else if (!formal.access().reads()) {
        int[] data = session.ints(tensor.buffer());
        Arrays.fill(data, tensor.offset(), tensor.offset() + tensor.shape().size(), (int) RUBBISH);
        session.write(tensor.buffer(), data);
      }
    }
  }

  private static void clear(Session session) {
    for (Buffer buffer : session.program().buffers()) {
      if (buffer.type() == DType.F32) {
        session.write(buffer, new float[buffer.length()]);
      } else {
        session.write(buffer, new int[buffer.length()]);
      }
    }
  }

  private static String difference(Session one, Session other) {
    List<Buffer> kept = new ArrayList<>(one.program().buffers());
    kept.removeAll(one.program().temporaries());
    for (Buffer buffer : kept) {
      boolean real = buffer.type() == DType.F32;
      int at =
          real
              ? Arrays.mismatch(one.floats(buffer), other.floats(buffer))
              : Arrays.mismatch(one.ints(buffer), other.ints(buffer));
      if (at >= 0) {
        return String.format(
            Locale.ROOT,
            "%s[%d] = %s, call by call %s",
            buffer.name(),
            at,
            element(one, buffer, at),
            element(other, buffer, at));
      }
    }
    return "";
  }

  private static Number element(Session session, Buffer buffer, int at) {
    return buffer.type() == DType.F32
        ? (Number) session.floats(buffer)[at]
        : (Number) session.ints(buffer)[at];
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

  /** The elements of a tensor, a {@code float[]} or an {@code int[]}. */
  private static Object values(Tensor tensor, Session session) {
    int from = tensor.offset();
    int to = from + tensor.shape().size();
    return tensor.type() == DType.F32
        ? Arrays.copyOfRange(session.floats(tensor.buffer()), from, to)
        : Arrays.copyOfRange(session.ints(tensor.buffer()), from, to);
  }

  private static Agreement compare(Call call, int slot, HostArgs inputs, Object actual) {
    return actual instanceof float[] reals
        ? Agreement.of(call.op(), slot, inputs, reals, false)
        : Agreement.of(call.op(), slot, inputs, (int[]) actual);
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
