package dev.weft.kernels.optimizer;

import static dev.weft.kernels.optimizer.Optimizer.GRADS;
import static dev.weft.kernels.optimizer.Optimizer.PARAMS;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.StepState;
import java.util.List;

/** The rules on a device: one work-item a parameter. */
public final class OptimizerKernels {
  private OptimizerKernels() {}

  static List<Launch> keepZeros(KeepZeros p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.size(),
            OptimizerKernels::optimizerKeepZeros,
            args.floats(KeepZeros.W),
            args.floats(KeepZeros.DW),
            Launch.shape(p.size(), args.offset(KeepZeros.W), args.offset(KeepZeros.DW))));
  }

  static List<Launch> sgd(Sgd p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.size(),
            OptimizerKernels::optimizerSgd,
            args.floats(GRADS),
            args.floats(PARAMS),
            Launch.reals(p.learningRate()),
            Launch.shape(p.size(), args.offset(GRADS), args.offset(PARAMS))));
  }

  static List<Launch> momentum(Momentum p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.size(),
            OptimizerKernels::optimizerMomentum,
            args.floats(GRADS),
            args.floats(PARAMS),
            args.floats(PARAMS + 1),
            Launch.reals(p.learningRate(), p.momentum()),
            shapeOfThree(p, args)));
  }

  static List<Launch> adagrad(Adagrad p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.size(),
            OptimizerKernels::optimizerAdagrad,
            args.floats(GRADS),
            args.floats(PARAMS),
            args.floats(PARAMS + 1),
            Launch.reals(p.learningRate(), p.epsilon()),
            shapeOfThree(p, args)));
  }

  static List<Launch> rmsprop(RmsProp p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.size(),
            OptimizerKernels::optimizerRmsprop,
            args.floats(GRADS),
            args.floats(PARAMS),
            args.floats(PARAMS + 1),
            Launch.reals(p.learningRate(), (float) p.rho(), (float) (1 - p.rho()), p.epsilon()),
            shapeOfThree(p, args)));
  }

  private static Launch.Constants shapeOfThree(Optimizer p, DeviceArgs args) {
    return Launch.shape(p.size(), args.offset(GRADS), args.offset(PARAMS), args.offset(PARAMS + 1));
  }

  static List<Launch> adadelta(Adadelta p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.size(),
            OptimizerKernels::optimizerAdadelta,
            args.floats(GRADS),
            args.floats(PARAMS),
            args.floats(PARAMS + 1),
            args.floats(PARAMS + 2),
            Launch.reals(p.learningRate(), (float) p.rho(), (float) (1 - p.rho()), p.epsilon()),
            Launch.shape(
                p.size(),
                args.offset(GRADS),
                args.offset(PARAMS),
                args.offset(PARAMS + 1),
                args.offset(PARAMS + 2))));
  }

  static List<Launch> adam(Adam p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.size(),
            OptimizerKernels::optimizerAdam,
            args.floats(GRADS),
            args.floats(PARAMS),
            args.floats(PARAMS + 1),
            args.floats(PARAMS + 2),
            args.ints(PARAMS + 3),
            Launch.reals(
                p.learningRate(),
                (float) p.beta1(),
                (float) (1 - p.beta1()),
                (float) p.beta2(),
                (float) (1 - p.beta2()),
                p.epsilon()),
            Launch.shape(
                p.size(),
                args.offset(GRADS),
                args.offset(PARAMS),
                args.offset(PARAMS + 1),
                args.offset(PARAMS + 2),
                args.offset(PARAMS + 3) + StepState.STEP)));
  }

  /** dw [size] by {@link KeepZeros}. */
  public static void optimizerKeepZeros(float[] w, float[] dw, int[] shape) {
    int size = shape[0];
    int wAt = shape[1];
    int dwAt = shape[2];
    for (@Parallel int i = 0; i < size; i++) {
      dw[dwAt + i] = w[wAt + i] == 0f ? 0f : dw[dwAt + i];
    }
  }

  /** params [size] by {@link Sgd}; reals: learning rate. */
  public static void optimizerSgd(float[] grads, float[] params, float[] reals, int[] shape) {
    int size = shape[0];
    int gAt = shape[1];
    int wAt = shape[2];
    float rate = reals[0];
    for (@Parallel int i = 0; i < size; i++) {
      params[wAt + i] = params[wAt + i] - rate * grads[gAt + i];
    }
  }

  /** params and velocity [size] by {@link Momentum}; reals: learning rate, momentum. */
  public static void optimizerMomentum(
      float[] grads, float[] params, float[] velocity, float[] reals, int[] shape) {
    int size = shape[0];
    int gAt = shape[1];
    int wAt = shape[2];
    int vAt = shape[3];
    float rate = reals[0];
    float momentum = reals[1];
    for (@Parallel int i = 0; i < size; i++) {
      float v = momentum * velocity[vAt + i] - rate * grads[gAt + i];
      velocity[vAt + i] = v;
      params[wAt + i] = params[wAt + i] + v;
    }
  }

  /** params and accumulator [size] by {@link Adagrad}; reals: learning rate, epsilon. */
  public static void optimizerAdagrad(
      float[] grads, float[] params, float[] accumulator, float[] reals, int[] shape) {
    int size = shape[0];
    int gAt = shape[1];
    int wAt = shape[2];
    int aAt = shape[3];
    float rate = reals[0];
    float epsilon = reals[1];
    for (@Parallel int i = 0; i < size; i++) {
      float g = grads[gAt + i];
      float a = accumulator[aAt + i] + g * g;
      accumulator[aAt + i] = a;
      params[wAt + i] = params[wAt + i] - rate * g / (float) Math.sqrt(a + epsilon);
    }
  }

  /**
   * params and meanSquare [size] by {@link RmsProp}; reals: learning rate, rho, 1 - rho, epsilon.
   */
  public static void optimizerRmsprop(
      float[] grads, float[] params, float[] meanSquare, float[] reals, int[] shape) {
    int size = shape[0];
    int gAt = shape[1];
    int wAt = shape[2];
    int vAt = shape[3];
    float rate = reals[0];
    float rho = reals[1];
    float rest = reals[2];
    float epsilon = reals[3];
    for (@Parallel int i = 0; i < size; i++) {
      float g = grads[gAt + i];
      float v = rho * meanSquare[vAt + i] + rest * (g * g);
      meanSquare[vAt + i] = v;
      params[wAt + i] = params[wAt + i] - rate * g / (float) Math.sqrt(v + epsilon);
    }
  }

  /**
   * params, accumulatedGradient and accumulatedUpdate [size] by {@link Adadelta}; reals: learning
   * rate, rho, 1 - rho, epsilon.
   */
  public static void optimizerAdadelta(
      float[] grads,
      float[] params,
      float[] accumulatedGradient,
      float[] accumulatedUpdate,
      float[] reals,
      int[] shape) {
    int size = shape[0];
    int gAt = shape[1];
    int wAt = shape[2];
    int aAt = shape[3];
    int dAt = shape[4];
    float rate = reals[0];
    float rho = reals[1];
    float rest = reals[2];
    float epsilon = reals[3];
    for (@Parallel int i = 0; i < size; i++) {
      float g = grads[gAt + i];
      float a = rho * accumulatedGradient[aAt + i] + rest * (g * g);
      float d = accumulatedUpdate[dAt + i];
      float delta = (float) Math.sqrt(d + epsilon) * g / (float) Math.sqrt(a + epsilon);
      accumulatedGradient[aAt + i] = a;
      accumulatedUpdate[dAt + i] = rho * d + rest * (delta * delta);
      params[wAt + i] = params[wAt + i] - rate * delta;
    }
  }

  /**
   * params, m and v [size] by {@link Adam}, step number from state; reals: learning rate, beta1, 1
   * - beta1, beta2, 1 - beta2, epsilon.
   */
  public static void optimizerAdam(
      float[] grads,
      float[] params,
      float[] m,
      float[] v,
      int[] state,
      float[] reals,
      int[] shape) {
    int size = shape[0];
    int gAt = shape[1];
    int wAt = shape[2];
    int mAt = shape[3];
    int vAt = shape[4];
    int stepAt = shape[5];
    float rate = reals[0];
    float beta1 = reals[1];
    float rest1 = reals[2];
    float beta2 = reals[3];
    float rest2 = reals[4];
    float epsilon = reals[5];
    int t = state[stepAt] + 1;
    float root = (float) Math.sqrt(biasCorrection(rest2, t));
    float alpha = rate * root / biasCorrection(rest1, t);
    for (@Parallel int i = 0; i < size; i++) {
      float g = grads[gAt + i];
      float mean = beta1 * m[mAt + i] + rest1 * g;
      float square = beta2 * v[vAt + i] + rest2 * (g * g);
      m[mAt + i] = mean;
      v[vAt + i] = square;
      params[wAt + i] = params[wAt + i] - mean * alpha / ((float) Math.sqrt(square) + epsilon);
    }
  }

  /**
   * {@code c(t) = 1 - beta^t} from {@code rest = 1 - beta}, by repeated squaring of the complement:
   * {@code c(s + t) = c(s) + c(t) (1 - c(s))} adds positive terms only, where 1 - pow(0.999, t)
   * would cancel nearly all its digits at first.
   *
   * <p>Both formulas hand on at most the larger relative error of their operands. {@code c(2^k)}
   * has u from {@code rest} and 2u a doubling, {@code c(t)} 3u more a bit: 94u for the 31 bits of
   * an int.
   */
  private static float biasCorrection(float rest, int t) {
    float power = rest;
    float sum = 0f;
    for (int bits = t; bits > 0; bits = bits >> 1) {
      sum = (bits & 1) == 1 ? sum + power * (1f - sum) : sum;
      power = power * (2f - power);
    }
    return sum;
  }
}
