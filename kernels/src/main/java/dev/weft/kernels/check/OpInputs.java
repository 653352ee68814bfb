package dev.weft.kernels.check;

import dev.weft.kernels.Op;
import dev.weft.kernels.Slot;
import dev.weft.kernels.augment.Augment;
import dev.weft.kernels.conv2d.Conv2d;
import dev.weft.kernels.dense.Dense;
import dev.weft.kernels.dropout.Dropout;
import dev.weft.kernels.input.Advance;
import dev.weft.kernels.input.Gather;
import dev.weft.kernels.optimizer.Adam;
import dev.weft.kernels.optimizer.KeepZeros;
import dev.weft.kernels.optimizer.Momentum;
import dev.weft.kernels.optimizer.Optimizer;
import dev.weft.kernels.pool2d.Pool2d;
import dev.weft.kernels.pool2d.Pool2d.Kind;
import dev.weft.kernels.relu.Relu;
import dev.weft.kernels.softmax.SoftmaxCrossEntropy;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The inputs that make a case of an op at a given shape: which values prove something. */
final class OpInputs {
  private OpInputs() {}

  /** See {@link OpCases#of}. */
  static List<OpCase> cases(Op op) {
    return switch (op) {
      case Pool2d.Forward forward -> pool2d(forward.pool(), forward);
      case Pool2d.Backward backward -> pool2d(backward.pool(), backward);
      case Relu.Backward backward -> rectified(backward);
      case Dropout.Forward forward -> dropout(forward.dropout(), forward);
      case Dropout.Backward backward -> dropout(backward.dropout(), backward);
      case SoftmaxCrossEntropy.Forward forward -> softmax(forward.softmax(), forward);
      case SoftmaxCrossEntropy.Backward backward -> softmax(backward.softmax(), backward);
      case Optimizer optimizer -> steps(optimizer);
      case KeepZeros keepZeros -> pruned(keepZeros);
      case Advance advance -> advance(advance);
      case Gather gather -> gather(gather);
      case Augment augment -> augment(augment);
      case Conv2d.Forward _,
          Conv2d.BackwardData _,
          Conv2d.BackwardFilter _,
          Dense.Forward _,
          Dense.BackwardData _,
          Dense.BackwardWeights _,
          Relu.Forward _ ->
          exactAndBounded(op);
      default -> throw new IllegalArgumentException("no cases for " + op.name());
    };
  }

  /** Both cases of an op; where there is but one value, ReLU must not cut it off. */
  private static List<OpCase> exactAndBounded(Op op) {
    List<OpCase> cases =
        sumsAreExact(op)
            ? List.of(OpCase.exact(op), OpCase.bounded(op))
            : List.of(OpCase.bounded(op));
    if (op.slots().getFirst().shape().size() == 1) {
      for (Slot slot : op.slots()) {
        cases = cases.stream().map(c -> c.with(slot.name(), Fill.of(3))).toList();
      }
    }
    if (masked(op) && op.slots().getFirst().shape().size() > 1) {
      cases = cases.stream().map(OpInputs::rectifiedInput).toList();
    }
    if (op instanceof Conv2d.BackwardData(Conv2d conv, boolean masked)
        && (masked ? 2 : 1) * conv.strideH() * conv.strideW() > conv.kernelH() * conv.kernelW()) {
      return cases.stream()
          .map(c -> c.mostlyZero("strides beyond the kernel leave most inputs unused"))
          .toList();
    }
    return cases;
  }

  /** Whether the gradient is that of a ReLU's output, which is 0 where it is to be masked. */
  private static boolean masked(Op op) {
    return switch (op) {
      case Conv2d.BackwardData(_, boolean masked) -> masked;
      case Dense.BackwardData(_, boolean masked) -> masked;
      case Dropout.Backward(_, boolean masked) -> masked;
      default -> false;
    };
  }

  private static OpCase rectifiedInput(OpCase opCase) {
    return opCase.with("x", opCase.exact() ? Fill.RECTIFIED_INTEGERS : Fill.RECTIFIED);
  }

  /** Whether sums of products of the integers of {@link Fill} stay below 2^24. */
  private static boolean sumsAreExact(Op op) {
    return IntStream.range(0, op.slots().size())
        .filter(slot -> op.slots().get(slot).access().writes())
        .allMatch(slot -> op.terms(slot) < 1 << 19);
  }

  private static List<OpCase> pool2d(Pool2d pool, Op op) {
    int area = pool.size() * pool.size();
    // A ninth is no float: averages of nine are never exact.
    boolean exact = pool.kind() != Kind.AVERAGE || Integer.bitCount(area) == 1;
    List<OpCase> cases = exact ? exactAndBounded(op) : List.of(OpCase.bounded(op));
    if (op instanceof Pool2d.Backward(Pool2d p, boolean reluInput) && area > 1) {
      if (reluInput) {
        cases =
            cases.stream()
                .map(c -> c.with("x", c.exact() ? Fill.RECTIFIED_INTEGERS : Fill.RECTIFIED))
                .toList();
      }
      if (p.kind() == Kind.MAX || (reluInput && p.stride() > p.size())) {
        cases = cases.stream().map(c -> c.mostlyZero("most pixels get no gradient")).toList();
      }
    }
    return cases;
  }

  private static List<OpCase> rectified(Relu.Backward op) {
    return exactAndBounded(op).stream()
        .map(c -> {
          Fill rectified = c.exact() ? Fill.RECTIFIED_INTEGERS : Fill.RECTIFIED;
          return op.relu().shape().size() == 1 ? c : c.with("y", rectified);
        })
        .toList();
  }

  private static List<OpCase> softmax(SoftmaxCrossEntropy softmax, Op op) {
    int k = softmax.classes();
    // A quarter of the rows has no label, the others mostly get the largest logit there.
    Fill target = (row, random) -> row % 4 == 3 ? -1 : row % k;
    Fill logits = (i, random) -> (float) (10 * random.nextDouble() + (i % k == i / k % k ? 8 : 0));
    // exp(1000) is infinite: this needs the subtraction.
    Fill ties = (i, random) -> 1000 + random.nextInt(3) + (i % k == i / k % k ? 2 : 0);
    Fill state = Fill.of(2, 5, 2 * softmax.n() + Math.min(softmax.n(), 3), 0);
    return Stream.of(logits, ties)
        .map(z -> OpCase.bounded(op).with("target", target).with("logits", z))
        .map(c -> op instanceof SoftmaxCrossEntropy.Backward ? c.with("state", state) : c)
        .toList();
  }

  private static List<OpCase> dropout(Dropout dropout, Op op) {
    return exactAndBounded(op).stream()
        .map(c -> c.with("state", Fill.of(2, 1001, 384, 0)))
        .map(c -> dropout.rate() > 0.3f ? c.mostlyZero("most elements are dropped") : c)
        .toList();
  }

  /** The first step, whose gradients are of the size of epsilon's root, and a late one. */
  private static List<OpCase> steps(Optimizer optimizer) {
    OpCase first =
        OpCase.bounded(optimizer)
            .with("grads", (i, random) -> (float) (1e-3 * Fill.REALS.at(i, random)));
    OpCase late = OpCase.bounded(optimizer);
    for (Optimizer.Accumulator accumulator : optimizer.accumulators()) {
      first = first.with(accumulator.name(), (i, random) -> accumulator.initial());
      // Adam's m is a mean of gradients, every other one but a velocity a mean or sum of squares.
      boolean signed = optimizer instanceof Momentum || accumulator.name().equals("m");
      late = late.with(accumulator.name(), signed ? Fill.REALS : Fill.POSITIVE);
    }
    if (optimizer instanceof Adam) {
      first = first.with("state", Fill.of(0));
      late = late.with("state", Fill.of(7, 123_456, 54_000, 0));
    }
    return List.of(first, late);
  }

  /** About a third of the weights is 0; a weight alone is not, or nothing would be expected. */
  private static List<OpCase> pruned(KeepZeros op) {
    boolean alone = op.size() == 1;
    return exactAndBounded(op).stream()
        .map(c -> {
          Fill kept = c.exact() ? Fill.INTEGERS : Fill.REALS;
          Fill pruned = (i, random) -> random.nextInt(3) == 0 ? 0 : kept.at(i, random);
          return alone ? c : c.with("w", pruned);
        })
        .toList();
  }

  private static List<OpCase> advance(Advance advance) {
    // Devices divide exactly by powers of two alone.
    int valid = Integer.highestOneBit(Math.min(advance.n(), 4));
    Fill state = Fill.of(2, 7, 2 * advance.n() + valid, 0);
    return Stream.of(
            OpCase.exact(advance).with("loss", Fill.below(9)),
            OpCase.bounded(advance).with("loss", Fill.POSITIVE))
        .map(c -> c.with("hit", Fill.of(1, 0, 1)).with("state", state))
        .toList();
  }

  /** Pixels 0 and 255, which are exactly 0 and 1, and any pixels. */
  private static List<OpCase> gather(Gather gather) {
    int cursor = gather.orderLength() > gather.batch() ? 1 : 0;
    return Stream.of(
            OpCase.exact(gather).with("images", Fill.of(-1, 0x00ff00ff, 0xff0000ff, -256)),
            OpCase.bounded(gather).with("images", (i, random) -> random.nextInt()))
        .map(c ->
            c.with("labels", (i, random) -> 1 + random.nextInt(9))
                .with("order", Fill.below(gather.total()))
                .with("state", Fill.of(cursor, 9, gather.orderLength(), 0)))
        .toList();
  }

  /**
   * Weights are multiples of 2^-16: of small integers their sums are exact, as long as nothing is
   * multiplied again. Noise is for pixels, 0 to 1.
   */
  private static List<OpCase> augment(Augment augment) {
    boolean exact = augment.amounts().light() == 0 && augment.amounts().noise() == 0;
    return (exact ? exactAndBounded(augment) : List.of(OpCase.bounded(augment)))
        .stream()
            .map(c -> exact ? c : c.with("x", Fill.POSITIVE))
            .map(c -> c.with("state", Fill.of(2, 1001, 384, 0)))
            .toList();
  }
}
