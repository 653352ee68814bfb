package dev.weft.models;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Program;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Hardware;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.backend.reference.ReferenceSession;
import java.util.List;
import java.util.Optional;

/**
 * A device that is deliberately wrong: one element of every dense layer's output is off, sums of
 * losses come as numbers that are none, and broken kernels are not noticed.
 */
public final class WrongBackend implements Backend {
  @Override
  public String name() {
    return "wrong";
  }

  @Override
  public int preference() {
    return -1;
  }

  @Override
  public List<Device> devices() {
    return List.of(new Device("wrong", "for tests", Hardware.jvm("none", 1)));
  }

  @Override
  public Session open(Device device, Program program) {
    return new WrongSession(new ReferenceSession(program));
  }

  @Override
  public Optional<String> provokeFailure(Device device) {
    throw new IllegalStateException("nothing failed");
  }

  private record WrongSession(Session right) implements Session {
    @Override
    public Program program() {
      return right.program();
    }

    @Override
    public void write(Buffer buffer, float[] data) {
      right.write(buffer, data);
    }

    @Override
    public void write(Buffer buffer, int[] data) {
      right.write(buffer, data);
    }

    @Override
    public void read(Buffer buffer, float[] data) {
      right.read(buffer, data);
      if (isDense() && (buffer.name().equals("y") || buffer.name().equals("dense1.y"))) {
        data[data.length / 2] += 1;
      } else if (buffer.name().endsWith("otals")) {
        data[data.length / 2] = Float.NaN;
      }
    }

    private boolean isDense() {
      return program().calls().stream().anyMatch(call -> call.op().name().startsWith("dense"));
    }

    @Override
    public void read(Buffer buffer, int[] data) {
      right.read(buffer, data);
    }

    @Override
    public void run(int from, int to) {
      right.run(from, to);
    }

    @Override
    public void close() {
      right.close();
    }
  }
}
