package dev.weft.kernels.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.kernels.HostRun;
import dev.weft.kernels.StepState;
import dev.weft.kernels.check.HostArgs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fifty steps of each rule, in all its forms, end where Keras 3 ends.
 *
 * <p>The problem is to minimise the sum of {@code c (w - t)^2 / 2} over three parameters, with
 * gradients from 2 down to the size of epsilon. The expected numbers were printed by Keras 3.15.1
 * on TensorFlow (CPU, float32): {@code optimizer.apply([c * (w - t)], [w])}, fifty times, with the
 * default arguments but for {@code SGD(0.01, momentum=0.9)} and {@code Adadelta(1.0)}.
 */
final class KerasTrajectoryTest {
  private static final int STEPS = 50;
  private static final double[] CURVATURE = {2, 0.1f, 1e-4f};
  private static final double[] TARGET = {1.5, -0.75, 3};
  private static final double[] START = {0.5, 0.25, -1};

  /** The three parameters over and over: a whole vector and what is left after it. */
  private static final int SIZE = 11;

  /**
   * An optimiser and where it must arrive.
   *
   * @param params after the last step
   * @param accumulators after the last step, in the order of their slots
   */
  record Trajectory(Optimizer optimizer, double[] params, List<double[]> accumulators) {
    @Override
    public String toString() {
      return optimizer.name();
    }
  }

  static Stream<Trajectory> trajectories() {
    return Stream.of(
        new Trajectory(
            new Sgd(SIZE, 0.01f), new double[] {1.1358302, 0.20120564, -0.9998003}, List.of()),
        new Trajectory(
            new Momentum(SIZE, 0.01f, 0.9f),
            new double[] {1.4260625, -0.106143296, -0.99835837},
            List.of(new double[] {0.0052464553, -0.007143196, 3.97813e-05})),
        new Trajectory(
            new Adagrad(SIZE, 0.001f, 1e-7f),
            new double[] {0.5126927, 0.24094935, -0.9999374},
            List.of(new double[] {196.94211, 0.594957, 0.100007825})),
        new Trajectory(
            new RmsProp(SIZE, 0.001f, 0.9, 1e-7f),
            new double[] {0.55872804, 0.19127263, -0.9580021},
            List.of(new double[] {3.5996287, 0.008999083, 1.5645487e-07})),
        new Trajectory(
            new Adadelta(SIZE, 1f, 0.95, 1e-7f),
            new double[] {0.5738015, 0.17620584, -0.98044187},
            List.of(
                new double[] {3.331005, 0.008327602, 1.4670576e-07},
                new double[] {2.0220684e-06, 2.0216607e-06, 1.4225255e-07})),
        new Trajectory(
            new Adam(SIZE, 0.001f, 0.9, 0.999, 1e-7f),
            new double[] {0.549694, 0.20030643, -0.9501765},
            List.of(
                new double[] {-1.909963, 0.09549818, -0.00039394674},
                new double[] {0.18572241, 0.0004643063, 7.711371e-09})));
  }

  private interface Form {
    HostArgs run(Optimizer optimizer, HostArgs args);
  }

  @ParameterizedTest
  @MethodSource("trajectories")
  void reference(Trajectory trajectory) {
    follow(
        trajectory,
        (optimizer, args) -> {
          HostArgs result = args.copy();
          optimizer.reference(result);
          return result;
        });
  }

  @ParameterizedTest
  @MethodSource("trajectories")
  void vectorForm(Trajectory trajectory) {
    follow(trajectory, (optimizer, args) -> HostRun.vector(optimizer, args, 0));
  }

  @ParameterizedTest
  @MethodSource("trajectories")
  void deviceKernels(Trajectory trajectory) {
    follow(trajectory, HostRun::device);
  }

  /**
   * A parameter may differ by the rounding of itself in each step of both programs, and by 1e-4 of
   * its way: 50 steps of 22 roundings would be 7e-5, and Keras takes Adam's 1 - beta2^t in float,
   * which makes its steps up to 1e-5 shorter.
   */
  private static void follow(Trajectory expected, Form form) {
    Optimizer optimizer = expected.optimizer();
    HostArgs args = HostArgs.zeros(optimizer);
    for (int i = 0; i < SIZE; i++) {
      args.reals(Optimizer.PARAMS)[i] = START[i % 3];
      for (int slot = 0; slot < optimizer.accumulators().size(); slot++) {
        args.reals(Optimizer.PARAMS + 1 + slot)[i] = optimizer.accumulators().get(slot).initial();
      }
    }
    for (int step = 0; step < STEPS; step++) {
      for (int i = 0; i < SIZE; i++) {
        double distance = args.reals(Optimizer.PARAMS)[i] - TARGET[i % 3];
        args.reals(Optimizer.GRADS)[i] = CURVATURE[i % 3] * distance;
      }
      if (args.has("state")) {
        args.ints("state")[StepState.STEP] = step;
      }
      args = form.run(optimizer, args);
    }
    for (int i = 0; i < SIZE; i++) {
      double param = expected.params()[i % 3];
      double allowed =
          1e-4 * Math.abs(param - START[i % 3]) + 2 * STEPS * 0x1p-24 * Math.abs(param);
      assertEquals(param, args.reals(Optimizer.PARAMS)[i], allowed, "parameter " + i);
      for (int slot = 0; slot < expected.accumulators().size(); slot++) {
        double value = expected.accumulators().get(slot)[i % 3];
        double[] actual = args.reals(Optimizer.PARAMS + 1 + slot);
        assertEquals(value, actual[i], 1e-3 * Math.abs(value), "accumulator " + slot + " of " + i);
        assertEquals(actual[i % 3], actual[i], "bits do not depend on where a parameter lies");
      }
      double[] params = args.reals(Optimizer.PARAMS);
      assertEquals(params[i % 3], params[i], "bits do not depend on where a parameter lies");
    }
  }
}
