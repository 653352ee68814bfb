package dev.weft.runtime.backend.jvm;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.DType;
import dev.weft.kernels.Grain;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Program;
import dev.weft.runtime.backend.AbstractSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Device memory is Java arrays, a launch is a call of the kernel. */
final class JvmSession extends AbstractSession {
  private final Map<Buffer, Object> arrays = new HashMap<>();
  private final List<List<Bound>> calls = new ArrayList<>();

  private record Bound(Launch launch, Object[] arrays) {}

  JvmSession(Program program) {
    super(program);
    for (Buffer buffer : program.buffers()) {
      arrays.put(
          buffer,
          buffer.type() == DType.F32 ? new float[buffer.length()] : new int[buffer.length()]);
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
      case Launch.Device<?>(Buffer buffer, _) -> array(buffer);
      case Launch.Scratch(String name, int length) ->
          scratch.computeIfAbsent(name, n -> new float[length]);
      case Launch.Constants constants -> constants.toArray();
      case Launch.Reals reals -> reals.toArray();
    };
  }

  private Object array(Buffer buffer) {
    return Objects.requireNonNull(arrays.get(buffer));
  }

  @Override
  protected void copyIn(Buffer buffer, Object data) {
    System.arraycopy(data, 0, array(buffer), 0, buffer.length());
  }

  @Override
  protected void copyOut(Buffer buffer, Object data) {
    System.arraycopy(array(buffer), 0, data, 0, buffer.length());
  }

  @Override
  protected void execute(int from, int to) {
    for (List<Bound> call : calls.subList(from, to)) {
      for (Bound bound : call) {
        bound.launch().runOnJvm(bound.arrays());
      }
    }
  }

  @Override
  protected void release() {}
}
