package dev.weft.bench.subject;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.Slot;
import dev.weft.kernels.StepState;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.graph.AugmentSpec;
import dev.weft.runtime.graph.Initializers;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.OptimizerSpec;
import dev.weft.runtime.graph.ProgramBuilder;
import dev.weft.runtime.graph.TrainingSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The program that a subject is part of, at one size of the batch, and what it starts from.
 *
 * @param program what goes to the device
 * @param whole calls that give every tensor the values that it has at work
 * @param steps how many steps can follow each other before {@link Feed#restart}
 * @param feed fills the buffers
 */
public record Workload(Program program, Segment whole, int steps, Feed feed) {
  /** Images that lie on the device: few enough to make quickly, too many for a core's cache. */
  private static final int IMAGES = 2048;

  private static final int MOST_BYTES = 64 << 20;
  private static final long SEED = 7;

  /** Fills the buffers of a session. */
  public interface Feed {
    /** What never changes: images, labels, their order. */
    void constants(Session session);

    /** What steps change: parameters, state of the optimiser, counters. */
    void restart(Session session);
  }

  /** The program of {@code subject} for batches of {@code batch}, which cases have of their own. */
  public static Workload of(Subject subject, int batch) {
    return subject.isOfModel() ? ofModel(subject, batch) : ofCase(subject.opCase());
  }

  /**
   * The program of the model that {@code subject} is part of: the one that trains, or for
   * predictions the one that does nothing else.
   */
  public static ModelProgram program(Subject subject, int batch) {
    ModelSpec model = subject.spec();
    if (subject.kind() == Subject.Kind.PREDICT) {
      return ProgramBuilder.inference(model, batch, batch, batch);
    }
    boolean extras = subject.kind() == Subject.Kind.EXTRA;
    int fitting = Math.max(1, MOST_BYTES / model.input().size());
    int images = Math.max(batch, Math.min(IMAGES, fitting));
    return ProgramBuilder.training(
        model,
        new TrainingSpec(
            batch,
            OptimizerSpec.named(subject.optimizer(), OptionalDouble.empty()),
            0,
            true,
            extras ? AugmentSpec.parse("all") : AugmentSpec.NONE,
            extras,
            images,
            images,
            images));
  }

  private static Workload ofModel(Subject subject, int batch) {
    ModelProgram model = program(subject, batch);
    int images = model.program().buffer(ModelProgram.LABELS).length();
    boolean predicts = subject.kind() == Subject.Kind.PREDICT;
    return new Workload(
        model.program(),
        model.program().segment(predicts ? ModelProgram.EVAL : ModelProgram.TRAIN),
        predicts ? Integer.MAX_VALUE : images / batch,
        new ModelFeed(model, images, !predicts));
  }

  /** Random pixels and labels, parameters as before training. */
  private record ModelFeed(ModelProgram model, int images, boolean trains) implements Feed {
    private Buffer buffer(String name) {
      return model.program().buffer(name);
    }

    @Override
    public void constants(Session session) {
      SplittableRandom random = new SplittableRandom(SEED);
      session.write(
          buffer(ModelProgram.IMAGES), random.ints(buffer(ModelProgram.IMAGES).length()).toArray());
      int classes =
          buffer(ModelProgram.PROBABILITIES).length() / buffer(ModelProgram.TARGET).length();
      session.write(buffer(ModelProgram.LABELS), random.ints(images, 0, classes).toArray());
      int[] order = IntStream.range(0, images).toArray();
      session.write(buffer(ModelProgram.EVAL_ORDER), order);
      if (trains) {
        session.write(buffer(ModelProgram.TRAIN_ORDER), order);
      }
    }

    @Override
    public void restart(Session session) {
      session.write(buffer(ModelProgram.PARAMS), Initializers.parameters(model.parameters(), SEED));
      int[] state = state(images);
      session.write(buffer(ModelProgram.EVAL_STATE), state);
      session.write(buffer(ModelProgram.EVAL_TOTALS), new float[4]);
      if (trains) {
        for (Buffer accumulator : model.accumulators().values()) {
          float[] values = new float[accumulator.length()];
          Arrays.fill(values, model.initialAccumulator());
          session.write(accumulator, values);
        }
        session.write(buffer(ModelProgram.TRAIN_STATE), state);
        session.write(buffer(ModelProgram.TRAIN_TOTALS), new float[4]);
      }
    }
  }

  /** The counters before the first of {@code images}. */
  static int[] state(int images) {
    int[] state = new int[StepState.SIZE];
    state[StepState.COUNT] = images;
    return state;
  }

  private static Workload ofCase(OpCase opCase) {
    List<Tensor> tensors = new ArrayList<>();
    for (Slot slot : opCase.op().slots()) {
      tensors.add(new Buffer(slot.name(), slot.type(), slot.shape().size()).tensor(slot.shape()));
    }
    Program program =
        new Program.Builder()
            .call(opCase.op(), tensors.toArray(Tensor[]::new))
            .segment("call")
            .build();
    return new Workload(
        program,
        program.segment("call"),
        Integer.MAX_VALUE,
        new CaseFeed(tensors, opCase.inputs(SEED)));
  }

  /** Writes the inputs of a case, which are made once: there may be millions. */
  private static final class CaseFeed implements Feed {
    private final Map<Buffer, float[]> floats = new LinkedHashMap<>();
    private final Map<Buffer, int[]> ints = new LinkedHashMap<>();

    CaseFeed(List<Tensor> tensors, HostArgs inputs) {
      for (int i = 0; i < tensors.size(); i++) {
        Buffer buffer = tensors.get(i).buffer();
        if (buffer.type() == DType.F32) {
          double[] values = inputs.reals(i);
          float[] data = new float[values.length];
          for (int j = 0; j < data.length; j++) {
            data[j] = (float) values[j];
          }
          floats.put(buffer, data);
        } else {
          ints.put(buffer, inputs.ints(i));
        }
      }
    }

    @Override
    public void constants(Session session) {}

    @Override
    public void restart(Session session) {
      floats.forEach(session::write);
      ints.forEach(session::write);
    }
  }
}
