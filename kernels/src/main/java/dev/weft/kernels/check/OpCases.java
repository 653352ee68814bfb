package dev.weft.kernels.check;

import dev.weft.kernels.Op;
import dev.weft.kernels.Shape;
import dev.weft.kernels.augment.Augment;
import dev.weft.kernels.augment.Augmentation;
import dev.weft.kernels.conv2d.Conv2d;
import dev.weft.kernels.conv2d.Padding;
import dev.weft.kernels.dense.Dense;
import dev.weft.kernels.dropout.Dropout;
import dev.weft.kernels.input.Advance;
import dev.weft.kernels.input.Gather;
import dev.weft.kernels.optimizer.Adadelta;
import dev.weft.kernels.optimizer.Adagrad;
import dev.weft.kernels.optimizer.Adam;
import dev.weft.kernels.optimizer.KeepZeros;
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
            conv2d(),
            pool2d(),
            dense(),
            relu(),
            softmax(),
            dropout(),
            optimizer(),
            input(),
            augment())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Cases with inputs that are no numbers, for all ops that end in a ReLU. Hidden by it, a training
   * that has diverged would go on unnoticed.
   */
  public static List<OpCase> notNumbers() {
    return all().stream()
        .filter(opCase -> !opCase.exact() && rectifies(opCase.op()))
        .map(opCase -> opCase.with("x", Fill.NOT_NUMBERS))
        .toList();
  }

  private static boolean rectifies(Op op) {
    return switch (op) {
      case Conv2d.Forward(_, boolean relu) -> relu;
      case Dense.Forward(_, boolean relu) -> relu;
      case Relu.Forward _ -> true;
      default -> false;
    };
  }

  /**
   * Cases of one op at its own shape, such as one of a model's: small integers where their sums are
   * exact, and reals.
   *
   * @throws IllegalArgumentException if nothing is known of such an op
   */
  public static List<OpCase> of(Op op) {
    return OpInputs.cases(op);
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
            new Conv2d(5, 9, 33, 6, 16, 5, 5, 1, 1, Padding.VALID),
            new Conv2d(3, 6, 13, 10, 33, 3, 3, 1, 1, Padding.SAME),
            new Conv2d(2, 9, 8, 10, 8, 2, 2, 1, 1, Padding.SAME),
            new Conv2d(2, 7, 15, 9, 12, 3, 5, 1, 1, Padding.VALID),
            new Conv2d(131, 32, 22, 1, 9, 3, 3, 1, 1, Padding.SAME),
            // More lines than parts that GPUs sum up by themselves, and one line over.
            new Conv2d(61, 11, 2, 3, 9, 1, 2, 1, 1, Padding.SAME),
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
        cases.addAll(OpInputs.cases(op));
      }
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
          cases.addAll(OpInputs.cases(op));
        }
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
            new Dense(5, 300, 12),
            new Dense(70, 470, 3),
            new Dense(2, 702, 70))) {
      for (Op op :
          List.of(
              new Dense.Forward(dense, true),
              new Dense.Forward(dense, false),
              new Dense.BackwardData(dense, false),
              new Dense.BackwardData(dense, true),
              new Dense.BackwardWeights(dense))) {
        cases.addAll(OpInputs.cases(op));
      }
    }
    return cases;
  }

  static List<OpCase> relu() {
    List<OpCase> cases = new ArrayList<>();
    for (Shape shape :
        List.of(Shape.of(1), Shape.of(13, 17), Shape.of(3, 5, 7, 10), Shape.of(2, 28, 28, 16))) {
      Relu relu = new Relu(shape);
      cases.addAll(OpInputs.cases(new Relu.Forward(relu)));
      cases.addAll(OpInputs.cases(new Relu.Backward(relu)));
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
      for (Op op :
          List.of(
              new SoftmaxCrossEntropy.Forward(softmax),
              new SoftmaxCrossEntropy.Backward(softmax))) {
        cases.addAll(OpInputs.cases(op));
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
        cases.addAll(OpInputs.cases(op));
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
        cases.addAll(OpInputs.cases(optimizer));
      }
      cases.addAll(OpInputs.cases(new KeepZeros(size)));
    }
    return cases;
  }

  static List<OpCase> input() {
    List<OpCase> cases = new ArrayList<>();
    for (int n : new int[] {1, 13, 128, 1000}) {
      cases.addAll(OpInputs.cases(new Advance(n, n != 13)));
    }
    for (Gather gather :
        List.of(
            new Gather(1, 1, 1, 1, 1, 1),
            new Gather(13, 50, 28, 28, 1, 24),
            new Gather(8, 5, 5, 3, 3, 16),
            new Gather(9, 7, 7, 5, 2, 15))) {
      cases.addAll(OpInputs.cases(gather));
    }
    return cases;
  }

  static List<OpCase> augment() {
    List<OpCase> cases = new ArrayList<>();
    Augmentation moved = new Augmentation(true, 2, 10, 0.1, 0, 0, 0);
    Augmentation all = new Augmentation(true, 3.5, 45, 0.5, 1, 1, 0.4);
    for (Augment augment :
        List.of(
            new Augment(1, 1, 1, 1, Augmentation.NONE, 3),
            new Augment(13, 28, 28, 1, moved, -5),
            new Augment(13, 28, 28, 1, all, 5),
            new Augment(5, 3, 17, 3, moved, Integer.MIN_VALUE),
            new Augment(3, 19, 7, 2, all, Integer.MAX_VALUE),
            new Augment(2, 4096, 5, 1, all, 1234567))) {
      cases.addAll(OpInputs.cases(augment));
    }
    return cases;
  }
}
