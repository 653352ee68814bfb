package dev.weft.kernels.relu;

/** The definition of {@link Relu} in plain loops. */
final class ReluReference {
  private ReluReference() {}

  static void forward(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(x[i], 0);
    }
  }

  static void backward(double[] y, double[] dy, double[] dx) {
    for (int i = 0; i < dx.length; i++) {
      dx[i] = y[i] > 0 ? dy[i] : 0;
    }
  }
}
