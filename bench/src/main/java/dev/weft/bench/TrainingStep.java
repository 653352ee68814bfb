package dev.weft.bench;

import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.StepState;
import dev.weft.models.Presets;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.graph.Initializers;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.OptimizerSpec;
import dev.weft.runtime.graph.ProgramBuilder;
import dev.weft.runtime.graph.TrainingSpec;
import dev.weft.runtime.train.ModelSession;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One training step of a model: gather, forward, loss, backward, update. Every call is a sample, so
 * that the median of some hundred steps is reported and not a mean that a busy machine spoils.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(3)
@State(Scope.Benchmark)
public class TrainingStep {
  private static final int IMAGES = 12_800;

  @Param({"cnn-dropout-1", "cnn-dropout-2", "cnn-dropout-3", "cnn-simple", "lenet5"})
  String model = "cnn-simple";

  @Param("cpu")
  String device = "cpu";

  @Param("128")
  int batch = 128;

  private ModelSession session;
  private Segment train;
  private int step;

  /** Puts the model and drawn garments on the device. */
  @Setup(Level.Trial)
  public void open() {
    ModelSpec spec = Presets.find(model).orElseThrow();
    ModelProgram program =
        ProgramBuilder.training(
            spec,
            new TrainingSpec(
                batch,
                OptimizerSpec.named("adadelta", OptionalDouble.empty()),
                0,
                true,
                IMAGES,
                IMAGES,
                IMAGES));
    Dataset data = DrawnGarments.generate(1, IMAGES);
    session =
        new ModelSession(
            program, Backends.load().choose(device).open(program.program()), List.of(data));
    session
        .session()
        .write(
            session.buffer(ModelProgram.PARAMS), Initializers.parameters(program.parameters(), 0));
    session
        .session()
        .write(session.buffer(ModelProgram.TRAIN_ORDER), IntStream.range(0, IMAGES).toArray());
    train = program.program().segment(ModelProgram.TRAIN);
  }

  /** One step; after a whole epoch the counters start over. */
  @Benchmark
  public void step() {
    if (step++ % (IMAGES / batch) == 0) {
      int[] state = new int[StepState.SIZE];
      state[StepState.COUNT] = IMAGES;
      session.session().write(session.buffer(ModelProgram.TRAIN_STATE), state);
    }
    session.session().run(train);
  }

  /** Frees the device. */
  @TearDown(Level.Trial)
  public void close() {
    session.close();
  }
}
