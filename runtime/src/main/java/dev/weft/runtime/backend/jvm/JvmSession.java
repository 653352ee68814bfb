package dev.weft.runtime.backend.jvm;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.DType;
import dev.weft.kernels.Grain;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Program;
import dev.weft.runtime.backend.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Device memory is Java arrays, a launch is a call of the kernel. */
final class JvmSession implements Session {
  private final Program program;
  private final Map<Buffer, float[]> floats = new HashMap<>();
  private final Map<Buffer, int[]> ints = new HashMap<>();
  private final List<List<Bound>> calls = new ArrayList<>();

  private record Bound(Launch launch, Object[] arrays) {}

  JvmSession(Program program) {
    this.program = program;
    for (Buffer buffer : program.buffers()) {
      if (buffer.type() == DType.F32) {
        floats.put(buffer, new float[buffer.length()]);
      } else {
        ints.put(buffer, new int[buffer.length()]);
      }
    }
    for (Call call : program.calls()) {
      Map<String, float[]> scratch = new HashMap<>();
      List<Bound> bound = new ArrayList<>();
      for (Launch launch : call.launches(Grain.orAsked(Grain.FINE))) {
        Object[] arrays = launch.args().stream().map(arg -> array(arg, scratch)).toArray();
        bound.add(new Bound(launch, arrays));
      }
      calls.add(bound);
    }
  }

  private Object array(Launch.Arg<?> arg, Map<String, float[]> scratch) {
    return switch (arg) {
      case Launch.Device<?>(Buffer buffer, _) ->
          buffer.type() == DType.F32
              ? held(floats.get(buffer), buffer)
              : held(ints.get(buffer), buffer);
      case Launch.Scratch(String name, int length) ->
          scratch.computeIfAbsent(name, n -> new float[length]);
      case Launch.Constants constants -> constants.toArray();
      case Launch.Reals reals -> reals.toArray();
    };
  }

  @Override
  public Program program() {
    return program;
  }

  @Override
  public void write(Buffer buffer, float[] data) {
    buffer.requireFilledBy(data.length, DType.F32);
    System.arraycopy(data, 0, held(floats.get(buffer), buffer), 0, buffer.length());
  }

  @Override
  public void write(Buffer buffer, int[] data) {
    buffer.requireFilledBy(data.length, DType.I32);
    System.arraycopy(data, 0, held(ints.get(buffer), buffer), 0, buffer.length());
  }

  @Override
  public void read(Buffer buffer, float[] data) {
    buffer.requireFilledBy(data.length, DType.F32);
    System.arraycopy(held(floats.get(buffer), buffer), 0, data, 0, buffer.length());
  }

  @Override
  public void read(Buffer buffer, int[] data) {
    buffer.requireFilledBy(data.length, DType.I32);
    System.arraycopy(held(ints.get(buffer), buffer), 0, data, 0, buffer.length());
  }

  @Override
  public void run(int from, int to) {
    for (List<Bound> call : calls.subList(from, to)) {
      for (Bound bound : call) {
        bound.launch().runOnJvm(bound.arrays());
      }
    }
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
