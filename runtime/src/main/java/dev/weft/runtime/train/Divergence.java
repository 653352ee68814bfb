package dev.weft.runtime.train;

import dev.weft.kernels.Call;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Tensor;
import dev.weft.runtime.UserException;
import dev.weft.runtime.graph.ModelProgram;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Finds where a value first stopped being a number.
 *
 * @param from the first step after which the loss may not have been finite
 * @param to a step after which it was not
 */
record Divergence(ModelSession model, long from, long to) {

  /**
   * The error to be thrown.
   *
   * @param replayUpTo brings the model back to just before a step
   */
  UserException describe(LongConsumer replayUpTo) {
    long step = step(replayUpTo);
    replayUpTo.accept(step);
    return failed(step, found(ModelProgram.TRAIN).orElse("the loss"));
  }

  /**
   * The error to be thrown where the loss of training is finite and that of validation is not.
   *
   * @param first first image to validate with
   * @param end behind the last one
   */
  UserException describeValidation(int first, int end) {
    int batch = model.startEvaluation(first, end);
    Optional<String> found = Optional.empty();
    for (int done = 0; done < end - first && found.isEmpty(); done += batch) {
      found = found(ModelProgram.EVAL);
    }
    return failed(to, found.orElse("the validation loss"));
  }

  private static UserException failed(long step, String what) {
    return new UserException(
        ("training diverged at step %d: %s is no longer finite;"
                + " try a smaller --lr, or another --optimizer")
            .formatted(step, what));
  }

  /** Runs a segment call by call until a value is not finite, and tells which. */
  private Optional<String> found(String segment) {
    Segment calls = model.model().program().segment(segment);
    for (int i = calls.from(); i < calls.to(); i++) {
      Call call = model.model().program().calls().get(i);
      Optional<String> before = nonFinite(call, false);
      model.session().run(i, i + 1);
      Optional<String> found = before.or(() -> nonFinite(call, true));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The step after which the loss first was not finite. */
  private long step(LongConsumer replayUpTo) {
    if (from < to) {
      replayUpTo.accept(from);
    }
    for (long step = from; step < to; step++) {
      model.step();
      if (!Double.isFinite(model.trainTotals().lossSum())) {
        return step;
      }
    }
    return to;
  }

  /** The first tensor that the call writes, or reads, in which not all elements are finite. */
  private Optional<String> nonFinite(Call call, boolean written) {
    for (int slot = 0; slot < call.args().size(); slot++) {
      Slot.Access access = call.op().slots().get(slot).access();
      Tensor tensor = call.args().get(slot);
      if (tensor.type() == DType.F32 && (written ? access.writes() : access.reads())) {
        float[] values = model.session().floats(tensor.buffer());
        for (int i = 0; i < tensor.shape().size(); i++) {
          if (!Float.isFinite(values[tensor.offset() + i])) {
            return Optional.of(
                "%s%s (%s)"
                    .formatted(tensor.name(), tensor.shape().coordinates(i), call.op().name()));
          }
        }
      }
    }
    return Optional.empty();
  }
}
