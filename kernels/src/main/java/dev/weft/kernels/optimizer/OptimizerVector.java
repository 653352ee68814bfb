package dev.weft.kernels.optimizer;

import static dev.weft.kernels.optimizer.Optimizer.GRADS;
import static dev.weft.kernels.optimizer.Optimizer.PARAMS;

import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Stage;
import dev.weft.kernels.StepState;
import dev.weft.kernels.cpu.Lanes;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The rules on the CPU: items are parameters. What is left after the last whole vector is done by
 * the same operations in the same order, none of them fused, so that where a parameter lies never
 * shows in its bits: IEEE 754 fixes the result of each.
 */
final class OptimizerVector {
  /** Parameters that a thread takes at a time: a multiple of every vector length. */
  private static final int GRAIN = 4096;

  private OptimizerVector() {}

  private static List<Stage> stages(Optimizer p, Stage.ItemBody body) {
    List<Integer> touches = IntStream.range(0, p.slots().size()).boxed().toList();
    return List.of(new Stage.Items(touches, p.size(), GRAIN, body));
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(Lanes.SPECIES, array, at);
  }

  private static float sqrt(float x) {
    return (float) Math.sqrt(x);
  }

  static List<Stage> keepZeros(KeepZeros p, CpuArgs args) {
    float[] weights = args.floats(KeepZeros.W);
    float[] gradients = args.floats(KeepZeros.DW);
    int wAt = args.offset(KeepZeros.W);
    int dwAt = args.offset(KeepZeros.DW);
    return List.of(
        Stage.items(
            p.size(),
            GRAIN,
            (from, to) -> {
              FloatVector zero = FloatVector.zero(Lanes.SPECIES);
              int i = from;
              for (; i <= to - Lanes.LENGTH; i += Lanes.LENGTH) {
                load(gradients, dwAt + i)
                    .blend(zero, load(weights, wAt + i).compare(VectorOperators.EQ, zero))
                    .intoArray(gradients, dwAt + i);
              }
              for (; i < to; i++) {
                gradients[dwAt + i] = weights[wAt + i] == 0f ? 0f : gradients[dwAt + i];
              }
            },
            KeepZeros.W,
            KeepZeros.DW));
  }

  static List<Stage> sgd(Sgd p, CpuArgs args) {
    float[] grads = args.floats(GRADS);
    float[] params = args.floats(PARAMS);
    int gAt = args.offset(GRADS);
    int wAt = args.offset(PARAMS);
    float rate = p.learningRate();
    return stages(
        p,
        (from, to) -> {
          int i = from;
          for (; i <= to - Lanes.LENGTH; i += Lanes.LENGTH) {
            load(params, wAt + i).sub(load(grads, gAt + i).mul(rate)).intoArray(params, wAt + i);
          }
          for (; i < to; i++) {
            params[wAt + i] -= grads[gAt + i] * rate;
          }
        });
  }

  static List<Stage> momentum(Momentum p, CpuArgs args) {
    float[] grads = args.floats(GRADS);
    float[] params = args.floats(PARAMS);
    float[] velocity = args.floats(PARAMS + 1);
    int gAt = args.offset(GRADS);
    int wAt = args.offset(PARAMS);
    int vAt = args.offset(PARAMS + 1);
    float rate = p.learningRate();
    float momentum = p.momentum();
    return stages(
        p,
        (from, to) -> {
          int i = from;
          for (; i <= to - Lanes.LENGTH; i += Lanes.LENGTH) {
            FloatVector v =
                load(velocity, vAt + i).mul(momentum).sub(load(grads, gAt + i).mul(rate));
            v.intoArray(velocity, vAt + i);
            load(params, wAt + i).add(v).intoArray(params, wAt + i);
          }
          for (; i < to; i++) {
            float v = velocity[vAt + i] * momentum - grads[gAt + i] * rate;
            velocity[vAt + i] = v;
            params[wAt + i] += v;
          }
        });
  }

  static List<Stage> adagrad(Adagrad p, CpuArgs args) {
    float[] grads = args.floats(GRADS);
    float[] params = args.floats(PARAMS);
    float[] sums = args.floats(PARAMS + 1);
    int gAt = args.offset(GRADS);
    int wAt = args.offset(PARAMS);
    int aAt = args.offset(PARAMS + 1);
    float rate = p.learningRate();
    float epsilon = p.epsilon();
    return stages(
        p,
        (from, to) -> {
          int i = from;
          for (; i <= to - Lanes.LENGTH; i += Lanes.LENGTH) {
            FloatVector g = load(grads, gAt + i);
            FloatVector a = load(sums, aAt + i).add(g.mul(g));
            FloatVector step = g.mul(rate).div(a.add(epsilon).sqrt());
            a.intoArray(sums, aAt + i);
            load(params, wAt + i).sub(step).intoArray(params, wAt + i);
          }
          for (; i < to; i++) {
            float g = grads[gAt + i];
            float a = sums[aAt + i] + g * g;
            sums[aAt + i] = a;
            params[wAt + i] -= g * rate / sqrt(a + epsilon);
          }
        });
  }

  static List<Stage> rmsprop(RmsProp p, CpuArgs args) {
    float[] grads = args.floats(GRADS);
    float[] params = args.floats(PARAMS);
    float[] squares = args.floats(PARAMS + 1);
    int gAt = args.offset(GRADS);
    int wAt = args.offset(PARAMS);
    int vAt = args.offset(PARAMS + 1);
    float rate = p.learningRate();
    float rho = (float) p.rho();
    float rest = (float) (1 - p.rho());
    float epsilon = p.epsilon();
    return stages(
        p,
        (from, to) -> {
          int i = from;
          for (; i <= to - Lanes.LENGTH; i += Lanes.LENGTH) {
            FloatVector g = load(grads, gAt + i);
            FloatVector v = load(squares, vAt + i).mul(rho).add(g.mul(g).mul(rest));
            FloatVector step = g.mul(rate).div(v.add(epsilon).sqrt());
            v.intoArray(squares, vAt + i);
            load(params, wAt + i).sub(step).intoArray(params, wAt + i);
          }
          for (; i < to; i++) {
            float g = grads[gAt + i];
            float v = squares[vAt + i] * rho + g * g * rest;
            squares[vAt + i] = v;
            params[wAt + i] -= g * rate / sqrt(v + epsilon);
          }
        });
  }

  static List<Stage> adadelta(Adadelta p, CpuArgs args) {
    float[] grads = args.floats(GRADS);
    float[] params = args.floats(PARAMS);
    float[] gradients = args.floats(PARAMS + 1);
    float[] updates = args.floats(PARAMS + 2);
    int gAt = args.offset(GRADS);
    int wAt = args.offset(PARAMS);
    int aAt = args.offset(PARAMS + 1);
    int dAt = args.offset(PARAMS + 2);
    float rate = p.learningRate();
    float rho = (float) p.rho();
    float rest = (float) (1 - p.rho());
    float epsilon = p.epsilon();
    return stages(
        p,
        (from, to) -> {
          int i = from;
          for (; i <= to - Lanes.LENGTH; i += Lanes.LENGTH) {
            FloatVector g = load(grads, gAt + i);
            FloatVector a = load(gradients, aAt + i).mul(rho).add(g.mul(g).mul(rest));
            FloatVector d = load(updates, dAt + i);
            FloatVector delta = d.add(epsilon).sqrt().mul(g).div(a.add(epsilon).sqrt());
            a.intoArray(gradients, aAt + i);
            d.mul(rho).add(delta.mul(delta).mul(rest)).intoArray(updates, dAt + i);
            load(params, wAt + i).sub(delta.mul(rate)).intoArray(params, wAt + i);
          }
          for (; i < to; i++) {
            float g = grads[gAt + i];
            float a = gradients[aAt + i] * rho + g * g * rest;
            float d = updates[dAt + i];
            float delta = sqrt(d + epsilon) * g / sqrt(a + epsilon);
            gradients[aAt + i] = a;
            updates[dAt + i] = d * rho + delta * delta * rest;
            params[wAt + i] -= delta * rate;
          }
        });
  }

  static List<Stage> adam(Adam p, CpuArgs args) {
    float[] grads = args.floats(GRADS);
    float[] params = args.floats(PARAMS);
    float[] means = args.floats(PARAMS + 1);
    float[] squares = args.floats(PARAMS + 2);
    int[] state = args.ints(PARAMS + 3);
    int gAt = args.offset(GRADS);
    int wAt = args.offset(PARAMS);
    int mAt = args.offset(PARAMS + 1);
    int vAt = args.offset(PARAMS + 2);
    int stepAt = args.offset(PARAMS + 3) + StepState.STEP;
    float beta1 = (float) p.beta1();
    float rest1 = (float) (1 - p.beta1());
    float beta2 = (float) p.beta2();
    float rest2 = (float) (1 - p.beta2());
    float epsilon = p.epsilon();
    return stages(
        p,
        (from, to) -> {
          float alpha = stepSize(p, state[stepAt] + 1);
          int i = from;
          for (; i <= to - Lanes.LENGTH; i += Lanes.LENGTH) {
            FloatVector g = load(grads, gAt + i);
            FloatVector m = load(means, mAt + i).mul(beta1).add(g.mul(rest1));
            FloatVector v = load(squares, vAt + i).mul(beta2).add(g.mul(g).mul(rest2));
            m.intoArray(means, mAt + i);
            v.intoArray(squares, vAt + i);
            load(params, wAt + i)
                .sub(m.mul(alpha).div(v.sqrt().add(epsilon)))
                .intoArray(params, wAt + i);
          }
          for (; i < to; i++) {
            float g = grads[gAt + i];
            float m = means[mAt + i] * beta1 + g * rest1;
            float v = squares[vAt + i] * beta2 + g * g * rest2;
            means[mAt + i] = m;
            squares[vAt + i] = v;
            params[wAt + i] -= m * alpha / (sqrt(v) + epsilon);
          }
        });
  }

  /** Adam's alpha, in double: 1 - beta2^t cancels badly in float. */
  private static float stepSize(Adam p, int t) {
    double correction2 = -Math.expm1(t * Math.log(p.beta2()));
    double correction1 = -Math.expm1(t * Math.log(p.beta1()));
    return (float) (p.learningRate() * Math.sqrt(correction2) / correction1);
  }
}
