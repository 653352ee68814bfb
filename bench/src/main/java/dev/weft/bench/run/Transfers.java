package dev.weft.bench.run;

import dev.weft.bench.result.Row;
import dev.weft.bench.result.Spread;
import dev.weft.bench.subject.Subject;
import dev.weft.bench.subject.Workbench;
import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Tensor;
import dev.weft.runtime.backend.Session;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What is not the time of a call as a whole: copies to and from a device, and its kernels alone.
 */
final class Transfers {
  private static final int REPEATS = 5;
  private static final int PROFILED = 10;

  private Transfers() {}

  /** Copies of all that a subject reads and writes. */
  static Row.Transfer of(Workbench bench, Subject subject) {
    Segment range = bench.range(subject);
    Set<Buffer> in = buffers(bench, range, true);
    Set<Buffer> out = buffers(bench, range, false);
    return new Row.Transfer(
        bytes(in), copy(bench.session(), in, true), bytes(out), copy(bench.session(), out, false));
  }

  private static long bytes(Set<Buffer> buffers) {
    return 4L * buffers.stream().mapToLong(Buffer::length).sum();
  }

  /**
   * The buffers that {@code range} reads without having written them before, or those it writes.
   */
  private static Set<Buffer> buffers(Workbench bench, Segment range, boolean in) {
    Set<Buffer> reads = new LinkedHashSet<>();
    Set<Buffer> writes = new LinkedHashSet<>();
    for (Call call : bench.workload().program().calls().subList(range.from(), range.to())) {
      for (int i = 0; i < call.args().size(); i++) {
        Tensor tensor = call.args().get(i);
        Slot.Access access = call.op().slots().get(i).access();
        if (access.reads() && !writes.contains(tensor.buffer())) {
          reads.add(tensor.buffer());
        }
        if (access.writes()) {
          writes.add(tensor.buffer());
        }
      }
    }
    return in ? reads : writes;
  }

  /**
   * Copies buffers from the device, and the same values back to it.
   *
   * @param in whether to report the way to the device
   * @return nanoseconds for all of them
   */
  private static Spread copy(Session session, Set<Buffer> buffers, boolean in) {
    Map<Buffer, float[]> floats = new LinkedHashMap<>();
    Map<Buffer, int[]> ints = new LinkedHashMap<>();
    for (Buffer buffer : buffers) {
      if (buffer.type() == DType.F32) {
        floats.put(buffer, session.floats(buffer));
      } else {
        ints.put(buffer, session.ints(buffer));
      }
    }
    session.finish();
    return in
        ? repeat(() -> {
          floats.forEach(session::write);
          ints.forEach(session::write);
          session.finish();
        })
        : repeat(() -> {
          floats.forEach(session::read);
          ints.forEach(session::read);
        });
  }

  private static Spread repeat(Runnable body) {
    double[] times = new double[REPEATS];
    for (int i = -1; i < REPEATS; i++) { // the first does not count
      long start = System.nanoTime();
      body.run();
      times[Math.max(0, i)] = System.nanoTime() - start;
    }
    return Spread.of(times);
  }

  /**
   * Nanoseconds that the kernels of a run take by the device's own clock; empty where the backend
   * has no such clock.
   */
  static OptionalDouble kernels(Workbench bench, Subject subject) {
    Session session = bench.session();
    if (session.kernelNanos().isEmpty()) {
      return OptionalDouble.empty();
    }
    bench.restart();
    Segment range = bench.range(subject);
    session.run(range);
    double before = session.kernelNanos().orElseThrow();
    for (int i = 0; i < PROFILED; i++) {
      session.run(range);
    }
    return OptionalDouble.of((session.kernelNanos().orElseThrow() - before) / PROFILED);
  }
}
