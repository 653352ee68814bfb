package dev.weft.kernels;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Named buffers and an ordered list of calls over them, divided into named segments (one training
 * step, one evaluation step). It is the one thing that backends execute, tests compare and
 * benchmarks time.
 *
 * @param buffers everything that the calls touch, in order of first use
 * @param calls in order of execution
 * @param segments ranges of {@code calls} that make sense to run alone
 */
public record Program(List<Buffer> buffers, List<Call> calls, Map<String, Segment> segments) {

  /**
   * The calls {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @param from index of the first call
   * @param to one past the index of the last call
   */
  public record Segment(int from, int to) {}

  public Program {
    buffers = List.copyOf(buffers);
    calls = List.copyOf(calls);
    segments = Map.copyOf(segments);
    Set<String> names = new HashSet<>();
    for (Buffer buffer : buffers) {
      if (!names.add(buffer.name())) {
        throw new IllegalArgumentException("two buffers named " + buffer.name());
      }
    }
  }

  /** The buffer called {@code name}. */
  public Buffer buffer(String name) {
    return buffers.stream()
        .filter(b -> b.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no buffer " + name));
  }

  public Segment segment(String name) {
    Segment segment = segments.get(name);
    if (segment == null) {
      throw new IllegalArgumentException("no segment " + name + " in " + segments.keySet());
    }
    return segment;
  }

  /** The least work of the calls of {@code segment}. */
  public Cost cost(Segment segment) {
    return calls.subList(segment.from(), segment.to()).stream()
        .map(call -> call.op().cost())
        .reduce(new Cost(0, 0), Cost::plus);
  }

  /** Collects calls, and the buffers they name, in order. */
  public static final class Builder {
    private final Set<Buffer> buffers = new LinkedHashSet<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Segment> segments = new LinkedHashMap<>();
    private int segmentStart;

    /** Adds a call at the end. */
    public Builder call(Op op, Tensor... args) {
      Call call = Call.of(op, args);
      call.args().forEach(tensor -> buffers.add(tensor.buffer()));
      calls.add(call);
      return this;
    }

    /** Names the calls added since the last segment. */
    public Builder segment(String name) {
      segments.put(name, new Segment(segmentStart, calls.size()));
      segmentStart = calls.size();
      return this;
    }

    public Program build() {
      return new Program(new ArrayList<>(buffers), calls, segments);
    }
  }
}
