package dev.weft.runtime.backend.cpu;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Program;
import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.Stage;
import dev.weft.kernels.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls of a program bound to arrays, and the waves that ranges of them come to. */
final class Binding {

  /** Where the elements of a buffer are. */
  interface Memory {

    /** The array of an F32 buffer. */
    float[] floats(Buffer buffer);

    /** The array of an I32 buffer. */
    int[] ints(Buffer buffer);

    /** Where in its buffer's array a tensor lies. */
    Layout layout(Tensor tensor);
  }

  private final Program program;
  private final List<List<Stage>> stages = new ArrayList<>();
  private final Map<Segment, List<Wave>> schedules = new HashMap<>();

  Binding(Program program, Memory memory) {
    this.program = program;
    for (Call call : program.calls()) {
      stages.add(call.op().stages(new Args(call, memory)));
    }
  }

  /** The stages of {@code range} and their waves. */
  List<Placed> place(Segment range) {
    return Placed.place(program, stages, range);
  }

  /** The waves of {@code range}, in order. */
  List<Wave> schedule(Segment range) {
    return schedules.computeIfAbsent(range, r -> Wave.schedule(place(r)));
  }

  /** The arrays of one call. */
  private record Args(Call call, Memory memory) implements CpuArgs {

    @Override
    public float[] floats(int slot) {
      return memory.floats(call.args().get(slot).buffer());
    }

    @Override
    public int[] ints(int slot) {
      return memory.ints(call.args().get(slot).buffer());
    }

    @Override
    public int offset(int slot) {
      return call.args().get(slot).offset();
    }

    @Override
    public Layout layout(int slot) {
      return memory.layout(call.args().get(slot));
    }

    @Override
    public int chunks(int rows) {
      return Wave.chunks(rows);
    }
  }
}
