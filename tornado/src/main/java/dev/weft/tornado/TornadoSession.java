package dev.weft.tornado;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Grain;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Program;
import dev.weft.kernels.Program.Segment;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.AbstractSession;
import dev.weft.runtime.backend.SignalHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.ImmutableTaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.TornadoExecutionResult;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.ProfilerMode;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.exceptions.TornadoInternalError;

/**
 * A program on a device: one execution plan, with a graph for each segment, and one for each call
 * so that any range can be run.
 *
 * <p>TornadoVM knows device memory by the Java array that it mirrors, graph by graph; a graph that
 * is to see another's memory says so, and then finds it in whichever graph was executed before. So
 * every graph names every buffer, and they hand all of them on. The memory comes from a graph that
 * is executed first and copies all arrays to the device. A buffer that the host writes later has a
 * graph of its own, which copies the values beside it and from there into it, so that it stays
 * where it is: a captured graph (see {@link CudaGraphs}) holds its address. Between writes nothing
 * is transferred.
 */
final class TornadoSession extends AbstractSession {
  private static final String COPY = "copying to the device";

  private final Grain grain;

  /** The {@code float[]} or {@code int[]} that stands for each buffer. */
  private final Map<Buffer, Object> arrays = new LinkedHashMap<>();

  /** The launches of each call. */
  private final List<List<Launch>> launches;

  /** What calls use between their launches: they run one after the other and can share it. */
  private final Map<Launch.Scratch, Object> scratch = new LinkedHashMap<>();

  /** Arrays that are copied to the device for buffers of their type and length. */
  private final Map<Buffer, Object> stages = new HashMap<>();

  private final List<Graph> graphs = new ArrayList<>();
  private final int memory;
  private final Map<Buffer, Integer> writers = new HashMap<>();
  private final Map<Segment, Integer> runners = new HashMap<>();
  private final TornadoExecutionPlan plan;

  /** Graphs of several calls that have been executed. */
  private final Set<Integer> whole = new HashSet<>();

  /** What was executed last, from which memory can be read; null before the first run. */
  private @Nullable TornadoExecutionResult last;

  private final Mode mode;
  private double kernelNanos;

  /** How launches are made. */
  enum Mode {
    /** One by one. */
    PLAIN,
    /** Those of a segment as one CUDA graph, see {@link CudaGraphs}. */
    CAPTURED,
    /** One by one, each measured by the device. */
    PROFILED
  }

  /** Puts {@code program} on a device. */
  TornadoSession(TornadoDevice device, Program program, Mode mode) {
    super(program);
    this.mode = mode;
    Optional<String> flags = SignalHandlers.keep(() -> PointerFlags.of(device));
    // Large tiles only pay where the driver makes vectors of them. It does not know the shapes, and
    // spends less on computing indexes where tiles are wide, even if it lacks registers for all.
    this.grain = Grain.orAsked(flags.isPresent() ? Grain.WIDE : Grain.FINE);
    launches = program.calls().stream().map(call -> call.launches(grain)).toList();
    for (Buffer buffer : program.buffers()) {
      arrays.put(buffer, newArray(buffer));
    }
    launches.stream()
        .flatMap(List::stream)
        .flatMap(launch -> launch.args().stream())
        .forEach(arg -> {
          if (arg instanceof Launch.Scratch shared) {
            scratch.computeIfAbsent(shared, s -> new float[s.length()]);
          }
        });
    memory = add(memory());
    for (Buffer buffer : program.buffers()) {
      writers.put(buffer, add(writer(buffer)));
    }
    for (Segment segment : program.segments().values()) {
      runners.put(segment, add(runner(segment)));
    }
    for (int call = 0; call < program.calls().size(); call++) {
      Segment single = new Segment(call, call + 1);
      if (!runners.containsKey(single)) {
        runners.put(single, add(runner(single)));
      }
    }
    plan =
        new TornadoExecutionPlan(
            graphs.stream().map(Graph::tasks).toArray(ImmutableTaskGraph[]::new));
    try {
      plan.withDevice(device);
      flags.ifPresent(options -> plan.withCompilerFlags(TornadoVMBackendType.OPENCL, options));
      switch (mode) {
        case PLAIN -> {}
        case CAPTURED -> capture();
        case PROFILED -> plan.withProfiler(ProfilerMode.SILENT);
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void capture() {
    for (Segment segment : program().segments().values()) {
      plan.withGraph(held(runners.get(segment))).withCUDAGraph();
    }
  }

  private static Object newArray(Buffer buffer) {
    return buffer.type() == DType.F32 ? new float[buffer.length()] : new int[buffer.length()];
  }

  private int add(Graph graph) {
    graphs.add(graph);
    return graphs.size() - 1;
  }

  private Graph.Builder graph() {
    return new Graph.Builder("g" + graphs.size());
  }

  /** The graph that all memory of the program belongs to. */
  private Graph memory() {
    Graph.Builder graph = graph().holds(all());
    launch(graph, COPY, Anchor.launch());
    return graph.build();
  }

  /** What stands for buffers and scratch. */
  private List<Object> all() {
    return Stream.concat(arrays.values().stream(), scratch.values().stream()).toList();
  }

  /** A graph that copies to {@code buffer} what stands in its stage. */
  private Graph writer(Buffer buffer) {
    Buffer stage = stage(buffer);
    Object staged = stages.computeIfAbsent(stage, TornadoSession::newArray);
    Graph.Builder graph = graph().streams(staged).shares(all());
    launch(graph, COPY, HostCopy.launch(stage, buffer));
    return graph.build();
  }

  /** Where values for {@code buffer} wait on the host; buffers that are alike share one. */
  private static Buffer stage(Buffer buffer) {
    return new Buffer("the host", buffer.type(), buffer.length());
  }

  /** A graph that makes the launches of the calls of {@code range}. */
  private Graph runner(Segment range) {
    Graph.Builder graph = graph().shares(all());
    for (int call = range.from(); call < range.to(); call++) {
      for (Launch launch : launches.get(call)) {
        launch(graph, program().calls().get(call).op().name(), launch);
      }
    }
    return graph.build();
  }

  private void launch(Graph.Builder graph, String op, Launch launch) {
    List<Object> args = new ArrayList<>();
    for (Launch.Arg<?> arg : launch.args()) {
      args.add(
          switch (arg) {
            case Launch.Device<?>(Buffer buffer, _) ->
                stages.containsKey(buffer) ? stages.get(buffer) : array(buffer);
            case Launch.Scratch shared -> Objects.requireNonNull(scratch.get(shared));
            case Launch.Constants constants -> graph.owns(constants.toArray());
            case Launch.Reals reals -> graph.owns(reals.toArray());
          });
    }
    graph.launch(op, launch.kernel(), launch.items(), grain, args.toArray());
  }

  private Object array(Buffer buffer) {
    return Objects.requireNonNull(arrays.get(buffer));
  }

  @Override
  protected void copyIn(Buffer buffer, Object data) {
    Object array = array(buffer);
    if (last == null) {
      System.arraycopy(data, 0, array, 0, buffer.length());
    } else {
      System.arraycopy(data, 0, stages.get(stage(buffer)), 0, buffer.length());
      execute(held(writers.get(buffer)));
    }
  }

  @Override
  protected void copyOut(Buffer buffer, Object data) {
    Object array = array(buffer);
    if (last != null) {
      last.transferToHost(array);
    }
    System.arraycopy(array, 0, data, 0, buffer.length());
  }

  @Override
  protected void execute(int from, int to) {
    if (last == null) {
      execute(memory);
    }
    Integer runner = runners.get(new Segment(from, to));
    if (runner == null) {
      runOneByOne(from, to);
      return;
    }
    try {
      execute(runner);
      whole.add(runner);
    } catch (UserException e) {
      // At first it is most likely a kernel that does not compile: alone, it fails under its own
      // name. Later the calls must not be made twice.
      if (!whole.contains(runner)) {
        runOneByOne(from, to);
      }
      throw e;
    }
  }

  private void runOneByOne(int from, int to) {
    for (int call = from; call < to; call++) {
      execute(held(runners.get(new Segment(call, call + 1))));
    }
  }

  private void execute(int index) {
    Graph graph = graphs.get(index);
    try {
      TornadoExecutionResult result =
          plan.withGraph(index).withGridScheduler(graph.grid()).execute();
      if (mode == Mode.PROFILED) {
        kernelNanos += result.getProfilerResult().getDeviceKernelTime();
      }
      last = result;
    } catch (RuntimeException | TornadoInternalError e) {
      throw graph.failure(e);
    }
  }

  @Override
  public OptionalDouble kernelNanos() {
    return mode == Mode.PROFILED ? OptionalDouble.of(kernelNanos) : OptionalDouble.empty();
  }

  private static int held(@Nullable Integer index) {
    return Objects.requireNonNull(index);
  }

  @Override
  protected void release() {
    try {
      // A plan frees the graphs that are selected.
      plan.withAllGraphs();
      plan.close();
    } catch (TornadoExecutionPlanException e) {
      throw new IllegalStateException("TornadoVM cannot free the device's memory", e);
    }
  }
}
