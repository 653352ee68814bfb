package dev.weft.runtime.graph;

import static dev.weft.runtime.graph.Tensors.floats;
import static dev.weft.runtime.graph.Tensors.gradient;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Op;
import dev.weft.kernels.Program;
import dev.weft.kernels.Shape;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.conv2d.Conv2d;
import dev.weft.kernels.dense.Dense;
import dev.weft.kernels.dropout.Dropout;
import dev.weft.kernels.optimizer.Optimizer;
import dev.weft.kernels.optimizer.Optimizer.Accumulator;
import dev.weft.kernels.pool2d.Pool2d;
import dev.weft.kernels.relu.Relu;
import dev.weft.runtime.UserException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Turns a model into a program.
 *
 * <p>The layers are walked once forward. Each emits its forward calls and leaves behind how to emit
 * its backward calls, which is run in reverse order after the loss. The gradient of a tensor {@code
 * conv1.y} is called {@code conv1.dy}, so that neighbours need not be told where it lies. Where a
 * layer's input came out of a fused ReLU, the op that makes the gradient of that input masks it
 * too, which makes it the gradient of what went into the ReLU.
 */
public final class ProgramBuilder {
  /** Largest array that every JVM can make. */
  private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

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

  private void requireFits() {
    int largest = model.input().size();
    for (ModelSummary.Layer layer : summary.layers()) {
      largest = Math.max(largest, layer.output().size());
    }
    if (batch > MAX_LENGTH / largest) {
      throw new UserException(
          "a batch of %d is too large for %s, which makes %d values of an image; allowed: up to %d"
              .formatted(batch, model.name(), largest, MAX_LENGTH / largest));
    }
  }

  private ModelProgram build(Map<String, Buffer> accumulators, float initialAccumulator) {
    return new ModelProgram(calls.build(), parameters, accumulators, initialAccumulator);
  }

  /** Returns the accumulators of the optimiser by slot. */
  private Map<String, Buffer> train(TrainingSpec spec, Optimizer optimizer) {
    BatchCalls step = new BatchCalls(calls, ModelProgram.TRAIN, batch, model.classes());
    Walk walk = new Walk(step.state(), spec.seed());
    Deque<Runnable> backward = new ArrayDeque<>();
    step.gather(spec.images(), spec.trainOrder(), walk.x);
    layers(spec.dropout()).forEach(layer -> backward.push(walk.forward(layer)));
    step.loss(walk.x);
    step.lossBackward(walk.x);
    backward.forEach(Runnable::run);
    var accumulators = step.update(optimizer, params, grads);
    step.advance(true);
    return accumulators;
  }

  private void eval(int images, int orderLength) {
    BatchCalls step = new BatchCalls(calls, ModelProgram.EVAL, batch, model.classes());
    Walk walk = new Walk(step.state(), 0);
    step.gather(images, orderLength, walk.x);
    layers(false).forEach(walk::forward);
    step.loss(walk.x);
    step.advance(false);
  }

  private List<ModelSummary.Layer> layers(boolean dropout) {
    return summary.layers().stream()
        .filter(layer -> dropout || !(layer.spec() instanceof LayerSpec.Dropout))
        .toList();
  }

  /** One pass over the layers: what has been emitted so far ends in {@link #x}. */
  private final class Walk {
    private final Tensor state;
    private final long seed;
    private Tensor x = floats("input", batched(model.input()));

    /** Whether x came out of a ReLU that has no backward call of its own. */
    private boolean rectified;

    /** Whether anything so far learns, and the gradient of x is needed therefore. */
    private boolean learns;

    Walk(Tensor state, long seed) {
      this.state = state;
      this.seed = seed;
    }

    /** Emits the forward calls of a layer; what comes back emits its backward calls. */
    Runnable forward(ModelSummary.Layer layer) {
      In in = new In(layer.name(), x, rectified, learns);
      rectified = false;
      return switch (layer.spec()) {
        case LayerSpec.Conv2d spec -> conv2d(spec, in);
        case LayerSpec.Pool spec -> pool(spec, in);
        case LayerSpec.Dropout spec -> dropout(spec, in);
        case LayerSpec.Flatten spec -> flatten(layer, in);
        case LayerSpec.Dense spec -> dense(spec, in);
        case LayerSpec.Relu spec -> relu(in);
      };
    }

    private Runnable conv2d(LayerSpec.Conv2d spec, In in) {
      Conv2d conv = spec.op(batch, in.sample());
      Tensor weight = parameter(in.name + ".weight");
      Tensor bias = parameter(in.name + ".bias");
      Tensor y = output(in, Shape.of(batch, conv.outH(), conv.outW(), conv.k()));
      rectified = spec.activation() == Activation.RELU;
      learns = true;
      calls.call(new Conv2d.Forward(conv, rectified), in.x, weight, bias, y);
      return () -> {
        calls.call(
            new Conv2d.BackwardFilter(conv),
            in.x,
            gradient(y),
            gradient(weight, grads),
            gradient(bias, grads));
        inputGradient(
            in, new Conv2d.BackwardData(conv, in.rectified), in.rectified, gradient(y), weight);
      };
    }

    private Runnable dense(LayerSpec.Dense spec, In in) {
      Dense dense = spec.op(batch, in.sample());
      Tensor weight = parameter(in.name + ".weight");
      Tensor bias = parameter(in.name + ".bias");
      Tensor y = output(in, Shape.of(batch, spec.units()));
      rectified = spec.activation() == Activation.RELU;
      learns = true;
      calls.call(new Dense.Forward(dense, rectified), in.x, weight, bias, y);
      return () -> {
        calls.call(
            new Dense.BackwardWeights(dense),
            in.x,
            gradient(y),
            gradient(weight, grads),
            gradient(bias, grads));
        inputGradient(
            in, new Dense.BackwardData(dense, in.rectified), in.rectified, gradient(y), weight);
      };
    }

    private Runnable pool(LayerSpec.Pool spec, In in) {
      Pool2d pool = spec.op(batch, in.sample());
      Tensor y = output(in, batched(spec.output(in.sample())));
      calls.call(new Pool2d.Forward(pool), in.x, y);
      boolean readsX = spec.kind() == Pool2d.Kind.MAX || in.rectified;
      return () -> inputGradient(in, new Pool2d.Backward(pool, in.rectified), readsX, gradient(y));
    }

    private Runnable dropout(LayerSpec.Dropout spec, In in) {
      int mask = (int) (Initializers.deriveSeed(seed, in.name) >>> 33); // kernels want no sign
      Dropout dropout = new Dropout(in.x.shape(), spec.rate(), mask);
      Tensor y = output(in, in.x.shape());
      calls.call(new Dropout.Forward(dropout), in.x, state, y);
      return () ->
          inputGradient(
              in, new Dropout.Backward(dropout, in.rectified), in.rectified, gradient(y), state);
    }

    /** A flattened map is the map itself, and so is its gradient. */
    private Runnable flatten(ModelSummary.Layer layer, In in) {
      x = in.x.reshape(batched(layer.output()));
      rectified = in.rectified;
      return () -> {};
    }

    /** Its input may be rectified already: y > 0 is x > 0, so the one mask serves both. */
    private Runnable relu(In in) {
      Relu relu = new Relu(in.x.shape());
      Tensor y = output(in, in.x.shape());
      calls.call(new Relu.Forward(relu), in.x, y);
      return () -> inputGradient(in, new Relu.Backward(relu), false, y, gradient(y));
    }

    private Tensor output(In in, Shape shape) {
      x = floats(in.name + ".y", shape);
      return x;
    }

    /** Emits the call for the gradient of a layer's input, if anything before the layer learns. */
    private void inputGradient(In in, Op op, boolean readsX, Tensor... args) {
      if (in.learns) {
        List<Tensor> all = new ArrayList<>(List.of(args));
        if (readsX) {
          all.add(in.x);
        }
        all.add(gradient(in.x));
        calls.call(op, all.toArray(Tensor[]::new));
      }
    }
  }

  /** What a layer finds: its name, and {@link Walk}'s fields as they were before it. */
  private record In(String name, Tensor x, boolean rectified, boolean learns) {

    /** The shape of one row of the batch. */
    Shape sample() {
      List<Integer> dims = x.shape().dims();
      return new Shape(dims.subList(1, dims.size()));
    }
  }

  private Shape batched(Shape sample) {
    List<Integer> dims = new ArrayList<>(sample.dims());
    dims.addFirst(batch);
    return new Shape(dims);
  }

  private Tensor parameter(String name) {
    return parameters.tensor(name, params);
  }
}
