package dev.weft.runtime.graph;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.Cost;
import dev.weft.kernels.Program;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Tensor;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A model as a program, with what is needed to feed it. Buffers of the layers are called {@code
 * conv1.y} (output) and {@code conv1.dy} (gradient of the loss with respect to that output).
 *
 * @param program with the segment {@link #EVAL} and, if it trains, {@link #TRAIN}
 * @param parameters how {@link #PARAMS} is laid out, and {@link #GRADS} and accumulators likewise
 * @param accumulators the optimiser's buffers by the names of their slots
 * @param initialAccumulator what every element of the accumulators has to start at
 */
public record ModelProgram(
    Program program,
    ParameterLayout parameters,
    Map<String, Buffer> accumulators,
    float initialAccumulator) {
  /** Segment: one training step, which ends with its counters advanced. */
  public static final String TRAIN = "train";

  /** Segment: one batch of an evaluation, which ends with its counters advanced. */
  public static final String EVAL = "eval";

  /** Segment of an explanation: from the input to the probabilities. */
  public static final String FORWARD = "forward";

  /** Segment of an explanation: from the gradient of the logits to that of the input. */
  public static final String BACKWARD = "backward";

  /** F32 {@code [batch,h,w,c]}: the pixels of the batch, 0..1. */
  public static final String INPUT = "input";

  /** F32 {@code [batch,h,w,c]}: what an explanation asks for, differentiated by the pixels. */
  public static final String INPUT_GRADIENT = "dinput";

  /** I32 {@code [images, ceil(h*w*c / 4)]}: pixels of all images, four to an element. */
  public static final String IMAGES = "images";

  /** I32 {@code [images]}: class of each image. */
  public static final String LABELS = "labels";

  /** I32: which images training goes through, in order. */
  public static final String TRAIN_ORDER = "trainOrder";

  /** I32: which images an evaluation goes through, in order. */
  public static final String EVAL_ORDER = "evalOrder";

  /** I32 of {@link dev.weft.kernels.StepState}: the counters of training. */
  public static final String TRAIN_STATE = "trainState";

  /** I32 of {@link dev.weft.kernels.StepState}: the counters of evaluation. */
  public static final String EVAL_STATE = "evalState";

  /**
   * F32 [4]: sums of loss in nats, hits and rows since cleared, then the last batch's mean loss.
   */
  public static final String TRAIN_TOTALS = "trainTotals";

  /** F32 [4]: the same of evaluation. */
  public static final String EVAL_TOTALS = "evalTotals";

  /** F32: all parameters. */
  public static final String PARAMS = "params";

  /** F32: gradients of the mean loss of the batch with respect to all parameters. */
  public static final String GRADS = "grads";

  /** F32 {@code [batch, classes]}: what the model says about the batch. */
  public static final String PROBABILITIES = "probabilities";

  /** I32 {@code [batch]}: classes of the batch, -1 in rows past its end. */
  public static final String TARGET = "target";

  public ModelProgram {
    accumulators = Collections.unmodifiableMap(new LinkedHashMap<>(accumulators));
  }

  /** The output of a layer, {@code [batch,...]}, by the layer's name. */
  public Buffer output(String layer) {
    return program.buffer(layer + ".y");
  }

  /** The gradient of {@link #output}, where the program makes one or takes one. */
  public Buffer outputGradient(String layer) {
    return program.buffer(layer + ".dy");
  }

  /** The calls with their tensors, operations and bytes, one a line under each segment's name. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    program.segments().entrySet().stream()
        .sorted(Comparator.comparingInt(segment -> segment.getValue().from()))
        .forEach(segment -> {
          Program.Segment range = segment.getValue();
          text.append(line(segment.getKey(), program.cost(range), ""));
          List<Call> calls = program.calls().subList(range.from(), range.to());
          calls.forEach(
              call -> text.append(line("  " + call.op().name(), call.op().cost(), tensors(call))));
        });
    return text.toString();
  }

  private static String line(String name, Cost cost, String tensors) {
    return String.format(
            Locale.ROOT,
            "%-32s %12.3f MFLOP %10.3f MB  %s",
            name,
            cost.operations() / 1e6,
            cost.bytes() / 1e6,
            tensors)
        .stripTrailing()
        .concat("\n");
  }

  /** What the call reads, then what it writes: {@code pool1.y [1,14,14,16] -> dropout1.y ...}. */
  private static String tensors(Call call) {
    StringJoiner in = new StringJoiner(", ");
    StringJoiner out = new StringJoiner(", ");
    for (int i = 0; i < call.args().size(); i++) {
      Tensor tensor = call.args().get(i);
      Slot.Access access = call.op().slots().get(i).access();
      (access.writes() ? out : in).add(tensor.name() + " " + tensor.shape());
    }
    return in + " -> " + out;
  }
}
