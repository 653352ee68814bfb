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
import dev.weft.kernels.pool2d.Pool2d;
import dev.weft.kernels.relu.Relu;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls of the layers, in one pass over them: what has been emitted so far ends in {@link #x}.
 *
 * <p>The gradient of a tensor {@code conv1.y} is called {@code conv1.dy}, so that neighbours need
 * not be told where it lies. Where weights learn and a layer's input came out of a fused ReLU, the
 * op that makes the gradient of that input masks it too, which makes it the gradient of what went
 * into the ReLU.
 */
final class LayerCalls {

  /** What backward calls are for. */
  enum Gradients {
    /** Those of all parameters; the gradient of an output is masked where a ReLU is fused. */
    OF_WEIGHTS,
    /**
     * That of the input, and of every layer's output as it is handed on: a fused ReLU is masked by
     * a call of its own, from {@code conv1.dy} to {@code conv1.dz}.
     */
    OF_INPUT
  }

  private final Program.Builder calls;
  private final int batch;
  private final ParameterLayout parameters;
  private final Buffer params;
  private final Buffer grads;
  private final Gradients gradients;
  private final Tensor state;
  private final long seed;
  private Tensor x;

  /** Whether x came out of a ReLU that has no backward call of its own. */
  private boolean rectified;

  /** Whether anything so far learns, and the gradient of x is needed therefore. */
  private boolean learns;

  /**
   * Starts at the input.
   *
   * @param calls what is emitted to
   * @param state counters of the segment, for dropout
   * @param seed of the dropout masks
   */
  LayerCalls(
      Program.Builder calls,
      ModelSpec model,
      int batch,
      ParameterLayout parameters,
      Gradients gradients,
      Tensor state,
      long seed) {
    this.calls = calls;
    this.batch = batch;
    this.parameters = parameters;
    this.params = new Buffer(ModelProgram.PARAMS, DType.F32, parameters.size());
    this.grads = new Buffer(ModelProgram.GRADS, DType.F32, parameters.size());
    this.gradients = gradients;
    this.state = state;
    this.seed = seed;
    this.x = floats(ModelProgram.INPUT, batched(model.input()));
  }

  /** The output of the last layer so far; the input before the first. */
  Tensor x() {
    return x;
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
    Tensor weight = parameter(in, "weight");
    Tensor bias = parameter(in, "bias");
    Tensor y = output(in, Shape.of(batch, conv.outH(), conv.outW(), conv.k()));
    boolean relu = spec.activation() == Activation.RELU;
    learns(relu);
    calls.call(new Conv2d.Forward(conv, relu), in.x, weight, bias, y);
    return () -> {
      Tensor dz = sumGradient(in, y, relu);
      weightGradients(new Conv2d.BackwardFilter(conv), in.x, dz, weight, bias);
      inputGradient(in, new Conv2d.BackwardData(conv, in.rectified), in.rectified, dz, weight);
    };
  }

  private Runnable dense(LayerSpec.Dense spec, In in) {
    Dense dense = spec.op(batch, in.sample());
    Tensor weight = parameter(in, "weight");
    Tensor bias = parameter(in, "bias");
    Tensor y = output(in, Shape.of(batch, spec.units()));
    boolean relu = spec.activation() == Activation.RELU;
    learns(relu);
    calls.call(new Dense.Forward(dense, relu), in.x, weight, bias, y);
    return () -> {
      Tensor dz = sumGradient(in, y, relu);
      weightGradients(new Dense.BackwardWeights(dense), in.x, dz, weight, bias);
      inputGradient(in, new Dense.BackwardData(dense, in.rectified), in.rectified, dz, weight);
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
    Dropout dropout = new Dropout(in.x.shape(), spec.rate(), Initializers.opSeed(seed, in.name));
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
    temporary(x);
    return x;
  }

  /** Outputs and their gradients are of use to nobody else, but where they explain something. */
  private void temporary(Tensor output) {
    if (gradients == Gradients.OF_WEIGHTS) {
      calls.temporary(output).temporary(gradient(output));
    }
  }

  private Tensor parameter(In in, String name) {
    return parameters.tensor(in.name + "." + name, params);
  }

  private void learns(boolean relu) {
    rectified = relu && gradients == Gradients.OF_WEIGHTS;
    learns = true;
  }

  /**
   * The gradient of the sums of a layer, from that of its output y. Where weights learn it lies in
   * its place already: whatever made it has masked it.
   */
  private Tensor sumGradient(In in, Tensor y, boolean relu) {
    if (!relu || gradients == Gradients.OF_WEIGHTS) {
      return gradient(y);
    }
    Tensor dz = floats(in.name + ".dz", y.shape());
    calls.call(new Relu.Backward(new Relu(y.shape())), y, gradient(y), dz);
    return dz;
  }

  private void weightGradients(Op op, Tensor x, Tensor dz, Tensor weight, Tensor bias) {
    if (gradients == Gradients.OF_WEIGHTS) {
      calls.call(op, x, dz, gradient(weight, grads), gradient(bias, grads));
    }
  }

  /** Emits the call for the gradient of a layer's input, if anybody needs it. */
  private void inputGradient(In in, Op op, boolean readsX, Tensor... args) {
    if (in.learns || gradients == Gradients.OF_INPUT) {
      List<Tensor> all = new ArrayList<>(List.of(args));
      if (readsX) {
        all.add(in.x);
      }
      all.add(gradient(in.x));
      calls.call(op, all.toArray(Tensor[]::new));
    }
  }

  /** What a layer finds: its name, and the fields above as they were before it. */
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
}
