package dev.weft.bench.subject;

import dev.weft.kernels.Call;
import dev.weft.kernels.Cost;
import dev.weft.kernels.DType;
import dev.weft.kernels.Op;
import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.check.HostArgs;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.verify.Agreement;
import java.util.Arrays;

/**
 * Compares what is to be timed with the reference in double precision.
 *
 * <p>A call is given what its inputs hold in the session, and each of its outputs has to agree
 * within the op's derived bound. A step is checked call by call, and then as a whole: run at once,
 * it has to leave the parameters, bit for bit, that its calls leave one by one.
 */
public final class Check {
  /** The reference keeps everything as double, several times over. */
  private static final long MOST_BYTES = 64 << 20;

  private Check() {}

  /**
   * The largest batch, at most {@code batch}, at which the reference has no more to do than {@code
   * budget} in a step of the model; that of cases and probes is their own.
   *
   * @param budget operations
   * @return 0 if not even one row is to be compared: the reference would take minutes
   */
  public static int batch(Subject subject, int batch, long budget) {
    if (!subject.isOfModel()) {
      Cost cost = subject.opCase().op().cost();
      return cost.operations() > 4 * budget || cost.bytes() > MOST_BYTES ? 0 : batch;
    }
    ModelProgram one = Workload.program(subject, 1);
    boolean predicts = subject.kind() == Subject.Kind.PREDICT;
    String segment = predicts ? ModelProgram.EVAL : ModelProgram.TRAIN;
    long row = one.program().cost(one.program().segment(segment)).operations();
    if (row > 20 * budget) {
      return 0;
    }
    return Math.clamp(budget / Math.max(1, row), 1, batch);
  }

  /**
   * Compares {@code subject} on {@code bench}.
   *
   * @throws UserException if it does not agree, with the first value that is out of bounds
   */
  public static void run(Workbench bench, Subject subject, String device) {
    bench.restart();
    Segment range = bench.range(subject);
    for (int call = range.from(); call < range.to(); call++) {
      compare(bench.session(), bench.workload().program().calls().get(call), call, device);
    }
    if (subject.kind() == Subject.Kind.STEP) {
      float[] oneByOne = params(bench);
      bench.restart();
      bench.session().run(range);
      if (!Arrays.equals(oneByOne, params(bench))) {
        throw new UserException(
            "%s: a step run at once leaves other parameters than its calls run one by one; nothing"
                    .formatted(device)
                + " was timed");
      }
    }
  }

  private static float[] params(Workbench bench) {
    return bench.session().floats(bench.workload().program().buffer(ModelProgram.PARAMS));
  }

  private static void compare(Session session, Call call, int index, String device) {
    Op op = call.op();
    HostArgs inputs = HostArgs.zeros(op);
    for (int slot = 0; slot < call.args().size(); slot++) {
      if (op.slots().get(slot).access().reads()) {
        read(session, call.args().get(slot), inputs, slot);
      }
    }
    session.run(index, index + 1);
    for (int slot = 0; slot < call.args().size(); slot++) {
      if (op.slots().get(slot).access().writes()) {
        Agreement agreement = agreement(session, call, slot, inputs);
        if (!agreement.agrees()) {
          throw new UserException(
              "%s disagrees with the reference on %s: %s; nothing was timed"
                  .formatted(device, op.name(), agreement.problem()));
        }
      }
    }
  }

  private static void read(Session session, Tensor tensor, HostArgs inputs, int slot) {
    int from = tensor.offset();
    if (tensor.type() == DType.F32) {
      float[] all = session.floats(tensor.buffer());
      double[] values = inputs.reals(slot);
      for (int i = 0; i < values.length; i++) {
        values[i] = all[from + i];
      }
    } else {
      int[] values = inputs.ints(slot);
      System.arraycopy(session.ints(tensor.buffer()), from, values, 0, values.length);
    }
  }

  private static Agreement agreement(Session session, Call call, int slot, HostArgs inputs) {
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
}
