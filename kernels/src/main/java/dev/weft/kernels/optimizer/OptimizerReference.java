package dev.weft.kernels.optimizer;

import static dev.weft.kernels.optimizer.Optimizer.GRADS;
import static dev.weft.kernels.optimizer.Optimizer.PARAMS;

import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.StepState;

/** The definitions of the rules, one parameter after the other. */
final class OptimizerReference {
  private OptimizerReference() {}

  static void keepZeros(ReferenceArgs args) {
    double[] w = args.reals(KeepZeros.W);
    double[] dw = args.reals(KeepZeros.DW);
    for (int i = 0; i < dw.length; i++) {
      dw[i] = w[i] == 0 ? 0 : dw[i];
    }
  }

  static void sgd(Sgd p, ReferenceArgs args) {
    double[] g = args.reals(GRADS);
    double[] w = args.reals(PARAMS);
    for (int i = 0; i < p.size(); i++) {
      w[i] -= p.learningRate() * g[i];
    }
  }

  static void momentum(Momentum p, ReferenceArgs args) {
    double[] g = args.reals(GRADS);
    double[] w = args.reals(PARAMS);
    double[] v = args.reals(PARAMS + 1);
    for (int i = 0; i < p.size(); i++) {
      v[i] = p.momentum() * v[i] - p.learningRate() * g[i];
      w[i] += v[i];
    }
  }

  static void adagrad(Adagrad p, ReferenceArgs args) {
    double[] g = args.reals(GRADS);
    double[] w = args.reals(PARAMS);
    double[] a = args.reals(PARAMS + 1);
    for (int i = 0; i < p.size(); i++) {
      a[i] += g[i] * g[i];
      w[i] -= p.learningRate() * g[i] / Math.sqrt(a[i] + p.epsilon());
    }
  }

  static void rmsprop(RmsProp p, ReferenceArgs args) {
    double[] g = args.reals(GRADS);
    double[] w = args.reals(PARAMS);
    double[] v = args.reals(PARAMS + 1);
    for (int i = 0; i < p.size(); i++) {
      v[i] = p.rho() * v[i] + (1 - p.rho()) * g[i] * g[i];
      w[i] -= p.learningRate() * g[i] / Math.sqrt(v[i] + p.epsilon());
    }
  }

  static void adadelta(Adadelta p, ReferenceArgs args) {
    double[] g = args.reals(GRADS);
    double[] w = args.reals(PARAMS);
    double[] a = args.reals(PARAMS + 1);
    double[] d = args.reals(PARAMS + 2);
    for (int i = 0; i < p.size(); i++) {
      a[i] = p.rho() * a[i] + (1 - p.rho()) * g[i] * g[i];
      double delta = Math.sqrt(d[i] + p.epsilon()) / Math.sqrt(a[i] + p.epsilon()) * g[i];
      d[i] = p.rho() * d[i] + (1 - p.rho()) * delta * delta;
      w[i] -= p.learningRate() * delta;
    }
  }

  static void adam(Adam p, ReferenceArgs args) {
    double[] g = args.reals(GRADS);
    double[] w = args.reals(PARAMS);
    double[] m = args.reals(PARAMS + 1);
    double[] v = args.reals(PARAMS + 2);
    int t = args.ints(PARAMS + 3)[StepState.STEP] + 1;
    double alpha =
        p.learningRate() * Math.sqrt(1 - Math.pow(p.beta2(), t)) / (1 - Math.pow(p.beta1(), t));
    for (int i = 0; i < p.size(); i++) {
      m[i] = p.beta1() * m[i] + (1 - p.beta1()) * g[i];
      v[i] = p.beta2() * v[i] + (1 - p.beta2()) * g[i] * g[i];
      w[i] -= alpha * m[i] / (Math.sqrt(v[i]) + p.epsilon());
    }
  }
}
