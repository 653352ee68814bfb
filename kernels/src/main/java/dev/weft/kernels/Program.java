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
 * @param temporaries buffers that nobody reads once a segment has run as a whole: a backend may
 *     keep less of them than all, or share their memory. Run call by call, they are as all others
 */
public record Program(
    List<Buffer> buffers,
    List<Call> calls,
    Map<String, Segment> segments,
    Set<Buffer> temporaries) {

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
    temporaries = Set.copyOf(temporaries);
    if (!new HashSet<>(buffers).containsAll(temporaries)) {
      throw new IllegalArgumentException("temporaries that are not among the buffers");
    }
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
    private final Set<Buffer> temporaries = new LinkedHashSet<>();
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

    /** Says that nobody reads {@code tensor} once a segment has run; all of its buffer is meant. */
    public Builder temporary(Tensor tensor) {
      temporaries.add(tensor.buffer());
      return this;
    }

    /** The program so far; of the temporaries those that some call touches. */
    public Program build() {
      temporaries.retainAll(buffers);
      return new Program(new ArrayList<>(buffers), calls, segments, temporaries);
    }
  }
}
