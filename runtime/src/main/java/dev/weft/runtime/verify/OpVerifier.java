package dev.weft.runtime.verify;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.LayoutWish;
import dev.weft.kernels.Op;
import dev.weft.kernels.Program;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Runs one op case on a backend and compares every output with the reference. */
public final class OpVerifier {
  /** Elements before and after a guarded tensor, which no kernel may touch. */
  private static final int GUARD = 16;

  private static final float GUARD_FLOAT = -12345.5f;
  private static final int GUARD_INT = 0x5afe5afe;
  private static final long SEED = 42;

  private OpVerifier() {}

  /**
   * Which tensors lie between guard words, at an offset in a larger buffer. Weights and their
   * gradients always do; activations need a buffer of their own to get a layout of the backend's
   * choice.
   */
  public enum Guards {
    WEIGHTS,
    ALL;

    /** Those with which ops take the form that trains: {@code cpu} lays out activations itself. */
    public static Guards of(Backend backend) {
      return backend.name().equals("cpu") ? WEIGHTS : ALL;
    }
  }

  /**
   * Compares one case.
   *
   * @param open opens a session of the backend for a program
   * @return one agreement an output; guard words that did not survive are a problem of the output
   */
  public static List<Agreement> verify(
      OpCase opCase, Guards guards, Function<Program, Session> open) {
    return verify(opCase, guards, open, VerifyListener.NONE);
  }

  /** As above, and {@code listener} is told of what disagrees. */
  public static List<Agreement> verify(
      OpCase opCase, Guards guards, Function<Program, Session> open, VerifyListener listener) {
    Op op = opCase.op();
    HostArgs inputs = opCase.inputs(SEED);
    List<Tensor> tensors = tensors(op, guards);
    Program program =
        new Program.Builder().call(op, tensors.toArray(Tensor[]::new)).segment("call").build();
    try (Session session = open.apply(program)) {
      for (int i = 0; i < tensors.size(); i++) {
        write(session, op.slots().get(i), tensors.get(i), inputs, i);
      }
      session.run(program.segment("call"));
      List<Agreement> agreements = new ArrayList<>();
      for (int i = 0; i < tensors.size(); i++) {
        if (op.slots().get(i).access().writes()) {
          agreements.add(compare(session, opCase, i, tensors.get(i), inputs, listener));
        }
      }
      return agreements;
    }
  }

  private static List<Tensor> tensors(Op op, Guards guards) {
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < op.slots().size(); i++) {
      Slot slot = op.slots().get(i);
      boolean guarded = guards == Guards.ALL || op.layoutWish(i).equals(LayoutWish.PLAIN);
      int guard = guarded ? GUARD : 0;
      Buffer buffer = new Buffer(slot.name(), slot.type(), slot.shape().size() + 2 * guard);
      tensors.add(new Tensor(slot.name(), buffer, guard, slot.shape()));
    }
    return tensors;
  }

  private static void write(Session session, Slot slot, Tensor tensor, HostArgs inputs, int index) {
    int length = tensor.buffer().length();
    // What an output holds before is rubbish on purpose: it must be overwritten, all of it.
    boolean reads = slot.access().reads();
    if (slot.type() == DType.F32) {
      float[] data = new float[length];
      Arrays.fill(data, GUARD_FLOAT);
      if (reads) {
        double[] values = inputs.reals(index);
        for (int i = 0; i < values.length; i++) {
          data[tensor.offset() + i] = (float) values[i];
        }
      }
      session.write(tensor.buffer(), data);
    } else {
      int[] data = new int[length];
      Arrays.fill(data, GUARD_INT);
      if (reads) {
        System.arraycopy(inputs.ints(index), 0, data, tensor.offset(), tensor.shape().size());
      }
      session.write(tensor.buffer(), data);
    }
  }

  private static Agreement compare(
      Session session,
      OpCase opCase,
      int slot,
      Tensor tensor,
      HostArgs inputs,
      VerifyListener listener) {
    int from = tensor.offset();
    int to = from + tensor.shape().size();
    boolean intact = true;
    Object actual;
    Agreement agreement;
    if (tensor.type() == DType.F32) {
      float[] data = session.floats(tensor.buffer());
      for (int i = 0; i < data.length; i++) {
        intact &= (i >= from && i < to) || data[i] == GUARD_FLOAT;
      }
      float[] inside = Arrays.copyOfRange(data, from, to);
      actual = inside;
      agreement = Agreement.of(opCase.op(), slot, inputs, inside, opCase.exact());
    } else {
      int[] data = session.ints(tensor.buffer());
      for (int i = 0; i < data.length; i++) {
        intact &= (i >= from && i < to) || data[i] == GUARD_INT;
      }
      int[] inside = Arrays.copyOfRange(data, from, to);
      actual = inside;
      agreement = Agreement.of(opCase.op(), slot, inputs, inside);
    }
    if (!intact) {
      agreement = agreement.withProblem("wrote outside " + tensor.name());
    }
    if (!agreement.agrees()) {
      listener.mismatch(
          new Mismatch(opCase.label(), SEED, opCase.op(), slot, inputs, actual, agreement));
    }
    return agreement;
  }
}
