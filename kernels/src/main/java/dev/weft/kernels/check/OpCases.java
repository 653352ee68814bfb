package dev.weft.kernels.check;

import dev.weft.kernels.Op;
import dev.weft.kernels.Shape;
import dev.weft.kernels.Slot;
import dev.weft.kernels.conv2d.Conv2d;
import dev.weft.kernels.conv2d.Padding;
import dev.weft.kernels.dense.Dense;
import dev.weft.kernels.dropout.Dropout;
import dev.weft.kernels.input.Advance;
import dev.weft.kernels.input.Gather;
import dev.weft.kernels.optimizer.Adadelta;
import dev.weft.kernels.optimizer.Adagrad;
import dev.weft.kernels.optimizer.Adam;
import dev.weft.kernels.optimizer.Momentum;
import dev.weft.kernels.optimizer.Optimizer;
import dev.weft.kernels.optimizer.RmsProp;
import dev.weft.kernels.optimizer.Sgd;
import dev.weft.kernels.pool2d.Pool2d;
import dev.weft.kernels.pool2d.Pool2d.Kind;
import dev.weft.kernels.relu.Relu;
import dev.weft.kernels.softmax.SoftmaxCrossEntropy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cases of every op, one method an op. Sizes include 1, primes, and one past a vector or
 * work-group width.
 */
public final class OpCases {
  private OpCases() {}

  /** All cases of all ops. */
  public static List<OpCase> all() {
    return Stream.of(
            conv2d(), pool2d(), dense(), relu(), softmax(), dropout(), optimizer(), input())
        .flatMap(List::stream)
        .toList();
  }

  static List<OpCase> conv2d() {
    List<Conv2d> convs =
        List.of(
            new Conv2d(1, 1, 1, 1, 1, 1, 1, 1, 1, Padding.SAME),
            new Conv2d(2, 28, 28, 1, 16, 3, 3, 1, 1, Padding.SAME),
            new Conv2d(3, 14, 14, 16, 32, 3, 3, 1, 1, Padding.SAME),
            new Conv2d(9, 7, 5, 10, 8, 2, 2, 1, 1, Padding.SAME),
            new Conv2d(2, 11, 13, 3, 7, 5, 3, 1, 1, Padding.VALID),
            new Conv2d(17, 6, 6, 8, 17, 3, 3, 1, 1, Padding.VALID),
            new Conv2d(2, 12, 9, 5, 9, 3, 4, 2, 3, Padding.SAME),
            new Conv2d(2, 13, 10, 8, 6, 2, 3, 3, 2, Padding.VALID),
            new Conv2d(2, 4, 4, 3, 33, 7, 6, 1, 1, Padding.SAME),
            new Conv2d(3, 6, 13, 10, 33, 3, 3, 1, 1, Padding.SAME),
            new Conv2d(2, 9, 8, 10, 8, 2, 2, 1, 1, Padding.SAME),
            new Conv2d(2, 7, 15, 9, 12, 3, 5, 1, 1, Padding.VALID),
            new Conv2d(1, 5, 6, 2, 3, 1, 1, 4, 5, Padding.SAME));
    List<OpCase> cases = new ArrayList<>();
    for (Conv2d conv : convs) {
      for (Op op :
          List.of(
              new Conv2d.Forward(conv, true),
              new Conv2d.Forward(conv, false),
              new Conv2d.BackwardData(conv, false),
              new Conv2d.BackwardData(conv, true),
              new Conv2d.BackwardFilter(conv))) {
        cases.addAll(exactAndBounded(op));
      }
    }
    return cases;
  }

  /** Both cases of an op; where there is but one value, ReLU must not cut it off. */
  private static List<OpCase> exactAndBounded(Op op) {
    List<OpCase> cases = List.of(OpCase.exact(op), OpCase.bounded(op));
    if (op.slots().getFirst().shape().size() == 1) {
      for (Slot slot : op.slots()) {
        cases = cases.stream().map(c -> c.with(slot.name(), Fill.of(3))).toList();
      }
    }
    if (op instanceof Conv2d.BackwardData(Conv2d conv, boolean masked)
        && (masked ? 2 : 1) * conv.strideH() * conv.strideW() > conv.kernelH() * conv.kernelW()) {
      return cases.stream()
          .map(c -> c.mostlyZero("strides beyond the kernel leave most inputs unused"))
          .toList();
    }
    return cases;
  }

  static List<OpCase> pool2d() {
    List<OpCase> cases = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (Pool2d pool :
          List.of(
              new Pool2d(kind, 1, 1, 1, 1, 1, 1),
              new Pool2d(kind, 2, 28, 28, 16, 2, 2),
              new Pool2d(kind, 9, 7, 5, 10, 2, 2),
              new Pool2d(kind, 3, 9, 11, 17, 3, 2),
              new Pool2d(kind, 2, 13, 8, 7, 3, 1),
              new Pool2d(kind, 2, 11, 10, 9, 2, 3),
              new Pool2d(kind, 1, 5, 4, 3, 4, 1),
              new Pool2d(kind, 17, 6, 6, 8, 3, 3))) {
        for (Op op :
            List.of(
                new Pool2d.Forward(pool),
                new Pool2d.Backward(pool, false),
                new Pool2d.Backward(pool, true))) {
          cases.addAll(pool2d(pool, op));
        }
      }
    }
    return cases;
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

  static List<OpCase> dense() {
    List<OpCase> cases = new ArrayList<>();
    for (Dense dense :
        List.of(
            new Dense(1, 1, 1),
            new Dense(128, 49, 24),
            new Dense(13, 24, 56),
            new Dense(9, 17, 10),
            new Dense(31, 207, 33),
            new Dense(2, 702, 70))) {
      for (Op op :
          List.of(
              new Dense.Forward(dense, true),
              new Dense.Forward(dense, false),
              new Dense.BackwardData(dense, false),
              new Dense.BackwardData(dense, true),
              new Dense.BackwardWeights(dense))) {
        cases.addAll(exactAndBounded(op));
      }
    }
    return cases;
  }

  static List<OpCase> relu() {
    List<OpCase> cases = new ArrayList<>();
    for (Shape shape :
        List.of(Shape.of(1), Shape.of(13, 17), Shape.of(3, 5, 7, 10), Shape.of(2, 28, 28, 16))) {
      Relu relu = new Relu(shape);
      cases.addAll(exactAndBounded(new Relu.Forward(relu)));
      for (OpCase backward : exactAndBounded(new Relu.Backward(relu))) {
        Fill rectified = backward.exact() ? Fill.RECTIFIED_INTEGERS : Fill.RECTIFIED;
        cases.add(shape.size() == 1 ? backward : backward.with("y", rectified));
      }
    }
    return cases;
  }

  static List<OpCase> softmax() {
    List<OpCase> cases = new ArrayList<>();
    for (SoftmaxCrossEntropy softmax :
        List.of(
            new SoftmaxCrossEntropy(1, 2),
            new SoftmaxCrossEntropy(13, 10),
            new SoftmaxCrossEntropy(128, 10),
            new SoftmaxCrossEntropy(3, 17),
            new SoftmaxCrossEntropy(9, 207))) {
      int k = softmax.classes();
      // A quarter of the rows has no label, the others mostly get the largest logit there.
      Fill target = (row, random) -> row % 4 == 3 ? -1 : row % k;
      Fill logits =
          (i, random) -> (float) (10 * random.nextDouble() + (i % k == i / k % k ? 8 : 0));
      Fill ties = (i, random) -> 1000 + random.nextInt(3) + (i % k == i / k % k ? 2 : 0);
      Fill state = Fill.of(2, 5, 2 * softmax.n() + Math.min(softmax.n(), 4), 0);
      OpCase forward = OpCase.bounded(new SoftmaxCrossEntropy.Forward(softmax));
      cases.add(forward.with("target", target).with("logits", logits));
      // exp(1000) is infinite: this needs the subtraction.
      cases.add(forward.with("target", target).with("logits", ties));
      Op backward = new SoftmaxCrossEntropy.Backward(softmax);
      Op total = new SoftmaxCrossEntropy.Total(softmax);
      for (OpCase opCase :
          List.of(
              OpCase.exact(backward).with("probabilities", Fill.below(9)).with("target", target),
              OpCase.bounded(backward).with("probabilities", Fill.POSITIVE).with("target", target),
              OpCase.exact(total).with("loss", Fill.below(9)).with("hit", Fill.of(1, 0, 1)),
              OpCase.bounded(total).with("loss", Fill.POSITIVE).with("hit", Fill.of(1, 0, 1)))) {
        cases.add(opCase.with("state", state));
      }
    }
    return cases;
  }

  static List<OpCase> dropout() {
    List<OpCase> cases = new ArrayList<>();
    for (Dropout dropout :
        List.of(
            new Dropout(Shape.of(1), 0f, 1),
            new Dropout(Shape.of(13, 24), 0f, 5),
            new Dropout(Shape.of(9, 17), 0.1f, -3),
            new Dropout(Shape.of(2, 14, 14, 16), 0.5f, 1234567),
            new Dropout(Shape.of(3, 7, 5, 10), 0.25f, Integer.MIN_VALUE),
            new Dropout(Shape.of(31, 207), 0.999f, Integer.MAX_VALUE))) {
      for (Op op :
          List.of(
              new Dropout.Forward(dropout),
              new Dropout.Backward(dropout, false),
              new Dropout.Backward(dropout, true))) {
        for (OpCase opCase : exactAndBounded(op)) {
          OpCase stepped = opCase.with("state", Fill.of(2, 1001, 384, 0));
          cases.add(
              dropout.rate() > 0.3f ? stepped.mostlyZero("most elements are dropped") : stepped);
        }
      }
    }
    return cases;
  }

  static List<OpCase> optimizer() {
    List<OpCase> cases = new ArrayList<>();
    for (int size : List.of(1, 13, 207, 4099)) {
      cases.add(OpCase.exact(new Sgd(size, 0.5f)));
      cases.add(OpCase.exact(new Momentum(size, 0.25f, 0.5f)));
      for (Optimizer optimizer :
          List.of(
              new Sgd(size, 0.01f),
              new Momentum(size, 0.01f, 0.9f),
              new Adagrad(size, 0.001f, 1e-7f),
              new RmsProp(size, 0.001f, 0.9, 1e-7f),
              new Adadelta(size, 1f, 0.95, 1e-7f),
              new Adam(size, 0.001f, 0.9, 0.999, 1e-7f))) {
        cases.addAll(steps(optimizer));
      }
    }
    return cases;
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

  static List<OpCase> input() {
    // Pixels 0 and 255, which are exactly 0 and 1, and any pixels.
    Fill blackAndWhite = Fill.of(-1, 0x00ff00ff, 0xff0000ff, -256);
    Fill words = (i, random) -> random.nextInt();
    List<OpCase> cases =
        new ArrayList<>(
            List.of(
                OpCase.exact(new Advance(true)).with("state", Fill.of(3, 7, 100, 0)),
                OpCase.exact(new Advance(false)).with("state", Fill.of(3, 7, 100, 0))));
    for (Gather gather :
        List.of(
            new Gather(1, 1, 1, 1, 1, 1),
            new Gather(13, 50, 28, 28, 1, 24),
            new Gather(8, 5, 5, 3, 3, 16),
            new Gather(9, 7, 7, 5, 2, 15))) {
      int cursor = gather.orderLength() > gather.batch() ? 1 : 0;
      for (OpCase opCase :
          List.of(
              OpCase.exact(gather).with("images", blackAndWhite),
              OpCase.bounded(gather).with("images", words))) {
        cases.add(
            opCase
                .with("labels", (i, random) -> 1 + random.nextInt(9))
                .with("order", Fill.below(gather.total()))
                .with("state", Fill.of(cursor, 9, gather.orderLength(), 0)));
      }
    }
    return cases;
  }
}
