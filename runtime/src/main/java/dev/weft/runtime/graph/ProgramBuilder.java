package dev.weft.runtime.graph;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Index;
import dev.weft.kernels.Program;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.optimizer.Optimizer;
import dev.weft.kernels.optimizer.Optimizer.Accumulator;
import dev.weft.runtime.UserException;
import dev.weft.runtime.graph.LayerCalls.Gradients;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Turns a model into a program.
 *
 * <p>The layers are walked once forward. Each emits its forward calls and leaves behind how to emit
 * its backward calls, which is run in reverse order after the loss: see {@link LayerCalls}.
 */
public final class ProgramBuilder {
  private final ModelSpec model;
  private final ModelSummary summary;
  private final int batch;
  private final ParameterLayout parameters;
  private final Buffer params;
  private final Buffer grads;
  private final Program.Builder calls = new Program.Builder();

  private ProgramBuilder(ModelSpec model, int batch) {
    this.model = model;
    this.summary = model.summary();
    this.batch = batch;
    requireFits();
    parameters = ParameterLayout.of(summary);
    params = new Buffer(ModelProgram.PARAMS, DType.F32, parameters.size());
    grads = new Buffer(ModelProgram.GRADS, DType.F32, parameters.size());
  }

  /**
   * A program that trains and evaluates.
   *
   * @throws UserException if the batch is too large for the model
   */
  public static ModelProgram training(ModelSpec model, TrainingSpec spec) {
    ProgramBuilder builder = new ProgramBuilder(model, spec.batch());
    Optimizer optimizer = spec.optimizer().op(builder.parameters.size());
    Map<String, Buffer> accumulators = builder.train(spec, optimizer);
    builder.eval(spec.images(), spec.evalOrder());
    // Where a rule has two, they start alike.
    float initial =
        optimizer.accumulators().stream().map(Accumulator::initial).findFirst().orElse(0f);
    return builder.build(accumulators, initial);
  }

  /**
   * A program that only evaluates.
   *
   * @param batch rows of a step
   * @param images number of images that lie on the device
   * @param order most images that an evaluation goes through
   * @throws UserException if the batch is too large for the model
   */
  public static ModelProgram inference(ModelSpec model, int batch, int images, int order) {
    ProgramBuilder builder = new ProgramBuilder(model, batch);
    builder.eval(images, order);
    return builder.build(Map.of(), 0);
  }

  /**
   * A program that takes pixels from the host and tells how its answers depend on them, for people
   * who want to know why. Between its two segments the host writes what is to be explained:
   *
   * <ul>
   *   <li>{@link ModelProgram#FORWARD}, from {@link ModelProgram#INPUT}, pixels 0..1, without
   *       dropout, to the outputs of all layers and {@link ModelProgram#PROBABILITIES};
   *   <li>{@link ModelProgram#BACKWARD}, from the gradient of the logits, 1 at a class and 0
   *       elsewhere for the score of that class, to the gradients of all outputs and of the input.
   *       Parameters get none.
   * </ul>
   *
   * <p>Here {@code conv1.dy} is the gradient of {@code conv1.y} as it is, with a ReLU fused or not.
   *
   * @param batch rows, which do not depend on each other
   * @throws UserException if the batch is too large for the model
   */
  public static ModelProgram explanation(ModelSpec model, int batch) {
    ProgramBuilder builder = new ProgramBuilder(model, batch);
    builder.explain();
    return builder.build(Map.of(), 0);
  }

  private void requireFits() {
    int largest = model.input().size();
    for (ModelSummary.Layer layer : summary.layers()) {
      largest = Math.max(largest, layer.output().size());
    }
    if (batch > Index.MOST_ELEMENTS / largest) {
      throw new UserException(
          "a batch of %d is too large for %s, which makes %d values of an image; allowed: up to %d"
              .formatted(batch, model.name(), largest, Index.MOST_ELEMENTS / largest));
    }
  }

  private ModelProgram build(Map<String, Buffer> accumulators, float initialAccumulator) {
    return new ModelProgram(calls.build(), parameters, accumulators, initialAccumulator);
  }

  /** Returns the accumulators of the optimiser by slot. */
  private Map<String, Buffer> train(TrainingSpec spec, Optimizer optimizer) {
    BatchCalls step = new BatchCalls(calls, ModelProgram.TRAIN, batch, model.classes());
    LayerCalls layers = layers(Gradients.OF_WEIGHTS, step.state(), spec.seed());
    Deque<Runnable> backward = new ArrayDeque<>();
    if (spec.augment().isNone()) {
      step.gather(spec.images(), spec.trainOrder(), layers.x());
    } else {
      Tensor pixels = Tensors.floats("pixels", layers.x().shape());
      step.gather(spec.images(), spec.trainOrder(), pixels);
      step.augment(spec.augment().op(batch, model.input(), spec.seed()), pixels, layers.x());
    }
    specs(spec.dropout()).forEach(layer -> backward.push(layers.forward(layer)));
    step.lossBackward(layers.x());
    backward.forEach(Runnable::run);
    if (spec.keepZeros()) {
      step.keepZeros(parameters, params, grads);
    }
    var accumulators = step.update(optimizer, params, grads);
    step.advance(true);
    return accumulators;
  }

  private void eval(int images, int orderLength) {
    BatchCalls step = new BatchCalls(calls, ModelProgram.EVAL, batch, model.classes());
    LayerCalls layers = layers(Gradients.OF_WEIGHTS, step.state(), 0);
    step.gather(images, orderLength, layers.x());
    specs(false).forEach(layers::forward);
    step.probabilities(layers.x());
    step.advance(false);
  }

  private void explain() {
    BatchCalls step = new BatchCalls(calls, ModelProgram.FORWARD, batch, model.classes());
    LayerCalls layers = layers(Gradients.OF_INPUT, step.state(), 0);
    Deque<Runnable> backward = new ArrayDeque<>();
    specs(false).forEach(layer -> backward.push(layers.forward(layer)));
    step.probabilities(layers.x());
    calls.segment(ModelProgram.FORWARD);
    backward.forEach(Runnable::run);
    calls.segment(ModelProgram.BACKWARD);
  }

  private LayerCalls layers(Gradients gradients, Tensor state, long seed) {
    return new LayerCalls(calls, model, batch, parameters, gradients, state, seed);
  }

  private List<ModelSummary.Layer> specs(boolean dropout) {
    return summary.layers().stream()
        .filter(layer -> dropout || !(layer.spec() instanceof LayerSpec.Dropout))
        .toList();
  }
}
