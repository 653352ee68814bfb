package dev.weft.runtime.backend.opencl;

import static org.jocl.CL.CL_PROFILING_COMMAND_END;
import static org.jocl.CL.CL_PROFILING_COMMAND_START;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_event;

/** Adds up how long the launches of each kernel took on the device. */
final class Profile implements AutoCloseable {
  private final List<Timed> pending = new ArrayList<>();
  private final Map<String, KernelTime> totals = new LinkedHashMap<>();

  private record Timed(String kernel, cl_event event) {}

  /** Takes charge of the event of a launch of {@code kernel}. */
  void add(String kernel, cl_event event) {
    pending.add(new Timed(kernel, event));
  }

  /** What every kernel took so far, the longest first. Waits for all that is queued. */
  List<KernelTime> times(cl_command_queue queue) {
    CL.clFinish(queue);
    for (Timed timed : pending) {
      long nanos =
          nanos(timed.event(), CL_PROFILING_COMMAND_END)
              - nanos(timed.event(), CL_PROFILING_COMMAND_START);
      totals.merge(
          timed.kernel(),
          new KernelTime(timed.kernel(), 1, Duration.ofNanos(nanos)),
          KernelTime::plus);
    }
    close();
    return totals.values().stream()
        .sorted(Comparator.comparing(KernelTime::time).reversed())
        .toList();
  }

  private static long nanos(cl_event event, int moment) {
    long[] time = new long[1];
    CL.clGetEventProfilingInfo(event, moment, Long.BYTES, Pointer.to(time), null);
    return time[0];
  }

  @Override
  public void close() {
    pending.forEach(timed -> CL.clReleaseEvent(timed.event()));
    pending.clear();
  }
}
