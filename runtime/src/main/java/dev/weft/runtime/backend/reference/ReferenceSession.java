package dev.weft.runtime.backend.reference;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Tensor;
import dev.weft.runtime.backend.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the references of the ops; values stay double from call to call. */
public final class ReferenceSession implements Session {
  private final Program program;
  private final Map<Buffer, double[]> reals = new HashMap<>();
  private final Map<Buffer, int[]> ints = new HashMap<>();

  public ReferenceSession(Program program) {
    this.program = program;
    for (Buffer buffer : program.buffers()) {
      if (buffer.type() == DType.F32) {
        reals.put(buffer, new double[buffer.length()]);
      } else {
        ints.put(buffer, new int[buffer.length()]);
      }
    }
  }

  @Override
  public Program program() {
    return program;
  }

  /** The values of an F32 buffer themselves, in full precision. */
  public double[] reals(Buffer buffer) {
    return held(reals.get(buffer), buffer);
  }

  @Override
  public void write(Buffer buffer, float[] data) {
    buffer.requireFilledBy(data.length, DType.F32);
    double[] values = reals(buffer);
    for (int i = 0; i < values.length; i++) {
      values[i] = data[i];
    }
  }

  @Override
  public void write(Buffer buffer, int[] data) {
    buffer.requireFilledBy(data.length, DType.I32);
    System.arraycopy(data, 0, held(ints.get(buffer), buffer), 0, buffer.length());
  }

  @Override
  public void read(Buffer buffer, float[] data) {
    buffer.requireFilledBy(data.length, DType.F32);
    double[] values = reals(buffer);
    for (int i = 0; i < values.length; i++) {
      data[i] = (float) values[i];
    }
  }

  @Override
  public void read(Buffer buffer, int[] data) {
    buffer.requireFilledBy(data.length, DType.I32);
    System.arraycopy(held(ints.get(buffer), buffer), 0, data, 0, buffer.length());
  }

  @Override
  public void run(int from, int to) {
    for (Call call : program.calls().subList(from, to)) {
      run(call);
    }
  }

  /** A tensor that is all of its buffer is worked on in place, a part of one in a copy. */
  private void run(Call call) {
    List<Tensor> tensors = call.args();
    Object[] arrays = new Object[tensors.size()];
    for (int i = 0; i < arrays.length; i++) {
      Tensor tensor = tensors.get(i);
      Object whole = whole(tensor.buffer());
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
            arrays[i], 0, whole(tensor.buffer()), tensor.offset(), tensor.shape().size());
      }
    }
  }

  private Object whole(Buffer buffer) {
    return buffer.type() == DType.F32 ? reals(buffer) : held(ints.get(buffer), buffer);
  }

  private static Object copy(Tensor tensor, Object whole) {
    int size = tensor.shape().size();
    Object part = tensor.type() == DType.F32 ? new double[size] : new int[size];
    System.arraycopy(whole, tensor.offset(), part, 0, size);
    return part;
  }

  private static <T> T held(@Nullable T array, Buffer buffer) {
    if (array == null) {
      throw new IllegalArgumentException("not a buffer of this type here: " + buffer);
    }
    return array;
  }

  @Override
  public void close() {}
}
