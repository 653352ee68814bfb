package dev.weft.kernels.check;

import dev.weft.kernels.Op;
import dev.weft.kernels.Slot;
import dev.weft.kernels.conv2d.Conv2d;
import dev.weft.kernels.conv2d.Padding;
import dev.weft.kernels.dense.Dense;
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
            input())
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
        && (masked ? 2 : 1) * conv.strideH() * conv.strideW()
            > conv.kernelH() * conv.kernelW()) {
      return cases.stream()
          .map(c -> c.mostlyZero("strides beyond the kernel leave most inputs unused"))
          .toList();
    }
    return cases;
  }

  static List<OpCase> pool2d() {
    return List.of();
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
    return List.of();
  }

  static List<OpCase> softmax() {
    return List.of();
  }

  static List<OpCase> dropout() {
    return List.of();
  }

  static List<OpCase> optimizer() {
    return List.of();
  }

  static List<OpCase> input() {
    return List.of();
  }
}
