package dev.weft.runtime.backend.opencl;

import static dev.weft.kernels.opencl.ShippedKernel.FIRST_ARRAY;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.Cost;
import dev.weft.kernels.Grain;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Op;
import dev.weft.kernels.Program;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.AbstractSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jspecify.annotations.Nullable;

/**
 * A program on an OpenCL device. Its memory stays there, and its launches are queued in order;
 * nothing waits for them but a read or a write.
 */
public final class OpenClSession extends AbstractSession {
  /** Bytes of the local region, which no kernel uses. */
  private static final int LOCAL = 8;

  /** Operations and accesses of a call, from which on its kernels are compiled for its shape. */
  private static final long WORTH_CONSTANTS = 1 << 16;

  private final ClDevice device;
  private final Handles handles = new Handles();
  private final DeviceMemory memory;
  private final Map<Buffer, cl_mem> buffers = new HashMap<>();
  private final @Nullable Profile profile;

  /** The launches of each call. */
  private final List<List<Bound>> calls = new ArrayList<>();

  /** A kernel with all arguments set. */
  private record Bound(String name, cl_kernel kernel, long[] items, long @Nullable [] group) {}

  /**
   * Compiles the kernels of {@code program} and reserves its memory.
   *
   * @param compiler for the device to use
   * @param profiling whether to measure every launch, which slows them down a little
   * @throws UserException if a kernel cannot be built or the memory does not suffice
   */
  OpenClSession(KernelCompiler compiler, Program program, boolean profiling) {
    super(program);
    this.device = compiler.device();
    try {
      memory = new DeviceMemory(device, compiler.context(), handles, profiling);
      profile = profiling ? handles.own(new Profile(), Profile::close) : null;
      for (Buffer buffer : program.buffers()) {
        buffers.put(buffer, memory.zeros(buffer.name(), buffer.length()));
      }
      bind(compiler);
    } catch (CLException e) {
      handles.close();
      throw failed("a program", e);
    } catch (RuntimeException | Error e) {
      handles.close();
      throw e;
    }
  }

  private void bind(KernelCompiler compiler) {
    Grain grain = Grain.orAsked(device.isCpu() ? Grain.ofCpu() : Grain.FINE);
    cl_mem unused = memory.zeros("the context of kernels", 2);
    // Calls run one after the other, so that they can share what none of them leaves behind.
    Map<Launch.Scratch, cl_mem> scratch = new HashMap<>();
    for (Call call : program().calls()) {
      List<Bound> launches = new ArrayList<>();
      for (Launch launch : call.launches(grain)) {
        cl_kernel kernel =
            handles.own(
                compiler.compile(launch.kernel(), constantShape(call.op(), launch)),
                CL::clReleaseKernel);
        set(kernel, 0, unused);
        set(kernel, 1, unused);
        CL.clSetKernelArg(kernel, 2, LOCAL, null);
        set(kernel, 3, unused);
        for (int i = 0; i < launch.args().size(); i++) {
          set(kernel, FIRST_ARRAY + i, array(launch.args().get(i), scratch));
        }
        int group = grain.group(launch.items());
        // A kernel that takes many registers may not do in a group of the usual size.
        boolean fits = group > 0 && group <= device.mostItems(kernel);
        launches.add(
            new Bound(
                launch.kernel().getName(),
                kernel,
                new long[] {grain.wholeGroups(launch.items())},
                fits ? new long[] {group} : null));
      }
      calls.add(launches);
    }
  }

  /** The shape, where a kernel that knows it makes up for the time it takes to compile. */
  private static Optional<List<Integer>> constantShape(Op op, Launch launch) {
    Cost cost = op.cost();
    boolean worthIt = cost.operations() + cost.bytes() / Float.BYTES >= WORTH_CONSTANTS;
    return worthIt && launch.args().getLast() instanceof Launch.Constants(List<Integer> values)
        ? Optional.of(values)
        : Optional.empty();
  }

  private static void set(cl_kernel kernel, int index, cl_mem array) {
    CL.clSetKernelArg(kernel, index, Sizeof.cl_mem, Pointer.to(array));
  }

  private cl_mem array(Launch.Arg<?> arg, Map<Launch.Scratch, cl_mem> scratch) {
    return switch (arg) {
      case Launch.Device<?>(Buffer buffer, _) -> array(buffer);
      case Launch.Scratch shared ->
          scratch.computeIfAbsent(shared, s -> memory.zeros(s.name(), s.length()));
      case Launch.Constants constants -> {
        int[] values = constants.toArray();
        yield memory.array("a shape", values.length, Pointer.to(values));
      }
      case Launch.Reals reals -> {
        float[] values = reals.toArray();
        yield memory.array("constants", values.length, Pointer.to(values));
      }
    };
  }

  private cl_mem array(Buffer buffer) {
    return Objects.requireNonNull(buffers.get(buffer));
  }

  @Override
  protected void copyIn(Buffer buffer, Object data) {
    try {
      memory.write(array(buffer), buffer.length(), pointer(data));
    } catch (CLException e) {
      throw failed("writing " + buffer.name(), e);
    }
  }

  @Override
  protected void copyOut(Buffer buffer, Object data) {
    try {
      memory.read(array(buffer), buffer.length(), pointer(data));
    } catch (CLException e) {
      throw failed("reading " + buffer.name(), e);
    }
  }

  private static Pointer pointer(Object data) {
    return data instanceof float[] floats ? Pointer.to(floats) : Pointer.to((int[]) data);
  }

  @Override
  protected void execute(int from, int to) {
    for (int call = from; call < to; call++) {
      for (Bound launch : calls.get(call)) {
        run(launch);
      }
    }
    try {
      CL.clFlush(memory.queue());
    } catch (CLException e) {
      throw failed("the queue", e);
    }
  }

  @Override
  public void finish() {
    requireOpen();
    try {
      CL.clFinish(memory.queue());
    } catch (CLException e) {
      throw failed("the queue", e);
    }
  }

  private void run(Bound launch) {
    @Nullable cl_event event = profile == null ? null : new cl_event();
    try {
      CL.clEnqueueNDRangeKernel(
          memory.queue(), launch.kernel(), 1, null, launch.items(), launch.group(), 0, null, event);
      if (profile != null && event != null) {
        profile.add(launch.name(), event);
      }
    } catch (CLException e) {
      throw failed("kernel " + launch.name(), e);
    }
  }

  private UserException failed(String what, CLException cause) {
    return new UserException(
        "%s fails on %s (%s): %s; use another --device, such as cpu"
            .formatted(what, device.id(), device.name(), cause.getMessage()),
        cause);
  }

  /**
   * What every kernel took on the device so far, the longest first.
   *
   * @throws IllegalStateException if the session was not opened with profiling, or is closed
   */
  public List<KernelTime> kernelTimes() {
    requireOpen();
    if (profile == null) {
      throw new IllegalStateException("opened without profiling");
    }
    return profile.times(memory.queue());
  }

  @Override
  public OptionalDouble kernelNanos() {
    return profile == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            kernelTimes().stream().mapToDouble(kernel -> kernel.time().toNanos()).sum());
  }

  @Override
  protected void release() {
    handles.close();
  }
}
