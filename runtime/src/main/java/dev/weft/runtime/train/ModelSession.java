package dev.weft.runtime.train;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.StepState;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ParameterLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A model on a device, with all the images that it will see: training images first, test images
 * after them, numbered throughout.
 */
public final class ModelSession implements AutoCloseable {
  private final ModelProgram model;
  private final Session session;

  /**
   * Takes over {@code session}, which it closes even if it fails, and copies the images to the
   * device.
   *
   * @param data parts that together are as many images as the program was built for
   */
  public ModelSession(ModelProgram model, Session session, List<Dataset> data) {
    this(model, session, pixels(data), labels(data));
  }

  /**
   * As above, with images that are packed already.
   *
   * @param pixels {@link Dataset#packed} of all images
   * @param labels of all images
   */
  ModelSession(ModelProgram model, Session session, int[] pixels, int[] labels) {
    this.model = model;
    this.session = session;
    try {
      session.write(buffer(ModelProgram.IMAGES), pixels);
      session.write(buffer(ModelProgram.LABELS), labels);
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  private static int[] pixels(List<Dataset> data) {
    return data.stream().map(Dataset::packed).flatMapToInt(Arrays::stream).toArray();
  }

  private static int[] labels(List<Dataset> data) {
    return data.stream().map(Dataset::labels).flatMapToInt(Arrays::stream).toArray();
  }

  public ModelProgram model() {
    return model;
  }

  public Session session() {
    return session;
  }

  /** The buffer called {@code name}, one of the constants of {@link ModelProgram}. */
  public Buffer buffer(String name) {
    return model.program().buffer(name);
  }

  /** All weights, by name. */
  public Map<String, NamedTensor> weights() {
    return split(buffer(ModelProgram.PARAMS));
  }

  /** Replaces all weights; names and shapes must be the model's own. */
  public void setWeights(Map<String, NamedTensor> weights) {
    join(buffer(ModelProgram.PARAMS), weights);
  }

  /** The optimiser's state: by slot, then by weight. */
  public Map<String, Map<String, NamedTensor>> optimizerState() {
    Map<String, Map<String, NamedTensor>> state = new LinkedHashMap<>();
    model.accumulators().forEach((slot, buffer) -> state.put(slot, split(buffer)));
    return state;
  }

  /** Replaces the optimiser's state; slots, names and shapes must be the program's own. */
  public void setOptimizerState(Map<String, Map<String, NamedTensor>> state) {
    model.accumulators().forEach((slot, buffer) -> join(buffer, held(state, slot)));
  }

  /** Sets the optimiser's state to what it is before the first step. */
  public void resetOptimizerState() {
    for (Buffer buffer : model.accumulators().values()) {
      float[] values = new float[buffer.length()];
      Arrays.fill(values, model.initialAccumulator());
      session.write(buffer, values);
    }
  }

  /**
   * Makes ready for training steps.
   *
   * @param order images of the epoch, in order
   * @param stepInEpoch steps of the epoch already done
   * @param step steps done since the start of training
   * @param totals what those steps of the epoch added up to
   */
  void startEpoch(int[] order, int stepInEpoch, long step, Totals totals) {
    session.write(buffer(ModelProgram.TRAIN_ORDER), order);
    session.write(
        buffer(ModelProgram.TRAIN_STATE), state(stepInEpoch, Math.toIntExact(step), order.length));
    session.write(
        buffer(ModelProgram.TRAIN_TOTALS),
        new float[] {(float) totals.lossSum(), totals.hits(), totals.rows(), 0});
  }

  /** Runs one training step. */
  void step() {
    session.run(model.program().segment(ModelProgram.TRAIN));
  }

  /** What the steps of the epoch have added up to so far. */
  Totals trainTotals() {
    return Totals.of(session.floats(buffer(ModelProgram.TRAIN_TOTALS)));
  }

  /** Loss and hits over images {@code from} (inclusive) to {@code to} (exclusive). */
  public Totals totals(int from, int to) {
    evaluateBatches(from, to, done -> {});
    return Totals.of(session.floats(buffer(ModelProgram.EVAL_TOTALS)));
  }

  /** As {@link #totals}, with what the model says of every image. */
  Predictions predict(int from, int to) {
    Buffer probabilities = buffer(ModelProgram.PROBABILITIES);
    Buffer target = buffer(ModelProgram.TARGET);
    int[] batchActual = new int[target.length()];
    float[] batchPredicted = new float[probabilities.length()];
    int classes = batchPredicted.length / batchActual.length;
    int[] actual = new int[to - from];
    float[] predicted = new float[actual.length * classes];
    evaluateBatches(
        from,
        to,
        done -> {
          session.read(target, batchActual);
          session.read(probabilities, batchPredicted);
          int rows = Math.min(batchActual.length, actual.length - done);
          System.arraycopy(batchActual, 0, actual, done, rows);
          System.arraycopy(batchPredicted, 0, predicted, done * classes, rows * classes);
        });
    return new Predictions(
        Totals.of(session.floats(buffer(ModelProgram.EVAL_TOTALS))), predicted, actual, classes);
  }

  /**
   * Makes ready for evaluation, of images {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @return how many images a run of the segment takes
   */
  int startEvaluation(int from, int to) {
    Buffer order = buffer(ModelProgram.EVAL_ORDER);
    session.write(order, Arrays.copyOf(IntStream.range(from, to).toArray(), order.length()));
    session.write(buffer(ModelProgram.EVAL_STATE), state(0, 0, to - from));
    session.write(buffer(ModelProgram.EVAL_TOTALS), new float[4]);
    return buffer(ModelProgram.TARGET).length();
  }

  private void evaluateBatches(int from, int to, IntConsumer afterBatch) {
    Segment segment = model.program().segment(ModelProgram.EVAL);
    int batch = startEvaluation(from, to);
    for (int done = 0; done < to - from; done += batch) {
      session.run(segment);
      afterBatch.accept(done);
    }
  }

  static int[] state(int cursor, int step, int count) {
    int[] state = new int[StepState.SIZE];
    state[StepState.CURSOR] = cursor;
    state[StepState.STEP] = step;
    state[StepState.COUNT] = count;
    return state;
  }

  private Map<String, NamedTensor> split(Buffer buffer) {
    ParameterLayout layout = model.parameters();
    Map<String, float[]> parts = layout.split(session.floats(buffer));
    List<NamedTensor> tensors = new ArrayList<>();
    layout
        .shapes()
        .forEach((name, shape) -> tensors.add(NamedTensor.of(name, shape, held(parts, name))));
    return NamedTensor.byName(tensors);
  }

  private void join(Buffer buffer, Map<String, NamedTensor> tensors) {
    Map<String, float[]> parts = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> parts.put(name, tensor.floats()));
    session.write(buffer, model.parameters().join(parts));
  }

  private static <T> T held(Map<String, T> map, String name) {
    T value = map.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name + " in " + map.keySet());
    }
    return value;
  }

  @Override
  public void close() {
    session.close();
  }
}
