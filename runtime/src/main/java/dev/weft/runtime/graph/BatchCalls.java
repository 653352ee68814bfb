package dev.weft.runtime.graph;

import static dev.weft.runtime.graph.Tensors.floats;
import static dev.weft.runtime.graph.Tensors.gradient;
import static dev.weft.runtime.graph.Tensors.ints;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import dev.weft.kernels.Shape;
import dev.weft.kernels.Slot;
import dev.weft.kernels.StepState;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.augment.Augment;
import dev.weft.kernels.input.Advance;
import dev.weft.kernels.input.Gather;
import dev.weft.kernels.optimizer.KeepZeros;
import dev.weft.kernels.optimizer.Optimizer;
import dev.weft.kernels.softmax.SoftmaxCrossEntropy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls of a segment around its layers: what a batch is made of and what becomes of it. */
final class BatchCalls {
  private final Program.Builder calls;
  private final String segment;
  private final SoftmaxCrossEntropy loss;
  private final Tensor state;
  private final Tensor target;
  private final Tensor losses;
  private final Tensor hits;

  /**
   * Emits to {@code calls}.
   *
   * @param segment whose order, counters and totals are used
   * @param batch rows
   * @param classes columns of the logits
   */
  BatchCalls(Program.Builder calls, String segment, int batch, int classes) {
    this.calls = calls;
    this.segment = segment;
    loss = new SoftmaxCrossEntropy(batch, classes);
    state = ints(segment + "State", Shape.of(StepState.SIZE));
    target = ints(ModelProgram.TARGET, Shape.of(batch));
    losses = floats("loss", Shape.of(batch));
    hits = floats("hit", Shape.of(batch));
  }

  /** The counters of the segment. */
  Tensor state() {
    return state;
  }

  /**
   * Fetches the batch.
   *
   * @param images number of images on the device
   * @param orderLength most images that the segment goes through
   * @param x where they go, {@code [n,h,w,c]}
   */
  void gather(int images, int orderLength, Tensor x) {
    int h = x.shape().dim(1);
    int w = x.shape().dim(2);
    int c = x.shape().dim(3);
    calls.temporary(x);
    calls.call(
        new Gather(loss.n(), images, h, w, c, orderLength),
        ints(ModelProgram.IMAGES, Shape.of(images, (h * w * c + 3) / 4)),
        ints(ModelProgram.LABELS, Shape.of(images)),
        ints(segment + "Order", Shape.of(orderLength)),
        state,
        x,
        target);
  }

  /** Changes the images of the batch at random. */
  void augment(Augment augment, Tensor pixels, Tensor x) {
    calls.temporary(x);
    calls.call(augment, pixels, state, x);
  }

  /** Makes probabilities, and the loss of each row of the batch. */
  void probabilities(Tensor logits) {
    calls.call(
        new SoftmaxCrossEntropy.Forward(loss),
        logits,
        target,
        floats(ModelProgram.PROBABILITIES, logits.shape()),
        losses,
        hits);
  }

  /** Makes the gradient of the logits, and the loss of each row of the batch. */
  void lossBackward(Tensor logits) {
    calls.call(
        new SoftmaxCrossEntropy.Backward(loss),
        logits,
        target,
        state,
        gradient(logits),
        losses,
        hits);
  }

  /**
   * Takes the gradient away from weights that are 0. A call for each tensor of weights, as biases
   * lie between them in the buffer, and those must learn although all are 0 at first: one call for
   * the whole buffer would freeze them. A launch a layer is little beside the ten or so that it
   * takes anyway, and a step that keeps no zeros has none of them.
   */
  void keepZeros(ParameterLayout parameters, Buffer params, Buffer grads) {
    for (ParameterLayout.Entry entry : parameters.entries()) {
      if (ParameterLayout.isWeight(entry.name())) {
        Tensor weight =
            parameters.tensor(entry.name(), params).reshape(Shape.of(entry.shape().size()));
        calls.call(new KeepZeros(entry.shape().size()), weight, gradient(weight, grads));
      }
    }
  }

  /**
   * Updates the parameters.
   *
   * @param optimizer whose slots are grads, params, its accumulators, and perhaps the counters
   * @return the accumulators by slot
   */
  Map<String, Buffer> update(Optimizer optimizer, Buffer params, Buffer grads) {
    Map<String, Buffer> accumulators = new LinkedHashMap<>();
    List<Tensor> args = new ArrayList<>(List.of(grads.tensor(), params.tensor()));
    for (Slot slot : optimizer.slots().subList(2, optimizer.slots().size())) {
      if (slot.type() == DType.I32) {
        args.add(state);
      } else {
        Buffer accumulator = new Buffer("optimizer." + slot.name(), DType.F32, params.length());
        accumulators.put(slot.name(), accumulator);
        args.add(accumulator.tensor());
      }
    }
    calls.call(optimizer, args.toArray(Tensor[]::new));
    return accumulators;
  }

  /** Adds the batch to the totals, moves the counters on, and ends the segment. */
  void advance(boolean training) {
    calls.call(
        new Advance(loss.n(), training),
        losses,
        hits,
        state,
        floats(segment + "Totals", Shape.of(4)));
    calls.segment(segment);
  }
}
