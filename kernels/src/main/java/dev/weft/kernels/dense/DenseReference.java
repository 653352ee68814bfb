package dev.weft.kernels.dense;

/** The definition of {@link Dense} in plain loops over row-major arrays. */
final class DenseReference {
  private DenseReference() {}

  static void forward(Dense p, boolean relu, double[] x, double[] w, double[] b, double[] y) {
    for (int n = 0; n < p.n(); n++) {
      for (int o = 0; o < p.out(); o++) {
        double z = b[o];
        for (int i = 0; i < p.in(); i++) {
          z += x[n * p.in() + i] * w[i * p.out() + o];
        }
        y[n * p.out() + o] = relu ? Math.max(z, 0) : z;
      }
    }
  }

  static void backwardData(Dense p, double[] dy, double[] w, double[] dx) {
    for (int n = 0; n < p.n(); n++) {
      for (int i = 0; i < p.in(); i++) {
        double sum = 0;
        for (int o = 0; o < p.out(); o++) {
          sum += dy[n * p.out() + o] * w[i * p.out() + o];
        }
        dx[n * p.in() + i] = sum;
      }
    }
  }

  /** Zeroes the gradient of what a ReLU cut off. */
  static void maskBy(double[] x, double[] dx) {
    for (int i = 0; i < dx.length; i++) {
      dx[i] = x[i] > 0 ? dx[i] : 0;
    }
  }

  static void backwardWeights(Dense p, double[] x, double[] dy, double[] dw, double[] db) {
    for (int o = 0; o < p.out(); o++) {
      db[o] = 0;
      for (int n = 0; n < p.n(); n++) {
        db[o] += dy[n * p.out() + o];
      }
      for (int i = 0; i < p.in(); i++) {
        double sum = 0;
        for (int n = 0; n < p.n(); n++) {
          sum += x[n * p.in() + i] * dy[n * p.out() + o];
        }
        dw[i * p.out() + o] = sum;
      }
    }
  }
}
