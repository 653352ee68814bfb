package dev.weft.runtime.backend.reference;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Tensor;
import dev.weft.runtime.backend.AbstractSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs the references of the ops; values stay double from call to call. */
public final class ReferenceSession extends AbstractSession {
  /** The {@code double[]} or {@code int[]} of each buffer. */
  private final Map<Buffer, Object> arrays = new HashMap<>();

  public ReferenceSession(Program program) {
    super(program);
    for (Buffer buffer : program.buffers()) {
      arrays.put(
          buffer,
          buffer.type() == DType.F32 ? new double[buffer.length()] : new int[buffer.length()]);
    }
  }

  /** The values of an F32 buffer of the program themselves, in full precision. */
  public double[] reals(Buffer buffer) {
    return (double[]) array(buffer);
  }

  private Object array(Buffer buffer) {
    return Objects.requireNonNull(arrays.get(buffer));
  }

  @Override
  protected void copyIn(Buffer buffer, Object data) {
    if (data instanceof float[] floats) {
      double[] values = reals(buffer);
      for (int i = 0; i < values.length; i++) {
        values[i] = floats[i];
      }
    } else {
      System.arraycopy(data, 0, array(buffer), 0, buffer.length());
    }
  }

  @Override
  protected void copyOut(Buffer buffer, Object data) {
    if (data instanceof float[] floats) {
      double[] values = reals(buffer);
      for (int i = 0; i < values.length; i++) {
        floats[i] = (float) values[i];
      }
    } else {
      System.arraycopy(array(buffer), 0, data, 0, buffer.length());
    }
  }

  @Override
  protected void execute(int from, int to) {
    for (Call call : program().calls().subList(from, to)) {
      run(call);
    }
  }

  /** A tensor that is all of its buffer is worked on in place, a part of one in a copy. */
  private void run(Call call) {
    List<Tensor> tensors = call.args();
    Object[] arrays = new Object[tensors.size()];
    for (int i = 0; i < arrays.length; i++) {
      Tensor tensor = tensors.get(i);
      Object whole = array(tensor.buffer());
      arrays[i] = tensor.coversBuffer() ? whole : copy(tensor, whole);
    }
    call.op()
        .reference(
            new ReferenceArgs() {
              @Override
              public double[] reals(int slot) {
                return (double[]) arrays[slot];
              }

              @Override
              public int[] ints(int slot) {
                return (int[]) arrays[slot];
              }
            });
    List<Slot> slots = call.op().slots();
    for (int i = 0; i < arrays.length; i++) {
      Tensor tensor = tensors.get(i);
      if (slots.get(i).access().writes() && !tensor.coversBuffer()) {
        System.arraycopy(
            arrays[i], 0, array(tensor.buffer()), tensor.offset(), tensor.shape().size());
      }
    }
  }

  private static Object copy(Tensor tensor, Object whole) {
    int size = tensor.shape().size();
    Object part = tensor.type() == DType.F32 ? new double[size] : new int[size];
    System.arraycopy(whole, tensor.offset(), part, 0, size);
    return part;
  }

  @Override
  protected void release() {}
}
