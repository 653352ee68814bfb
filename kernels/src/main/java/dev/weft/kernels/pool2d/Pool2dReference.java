package dev.weft.kernels.pool2d;

import java.util.Arrays;

/** The definition of {@link Pool2d} in plain loops over row-major arrays. */
final class Pool2dReference {
  private Pool2dReference() {}

  static void forward(Pool2d p, double[] x, double[] y) {
    for (int n = 0; n < p.n(); n++) {
      for (int oy = 0; oy < p.outH(); oy++) {
        for (int ox = 0; ox < p.outW(); ox++) {
          for (int c = 0; c < p.c(); c++) {
            y[output(p, n, oy, ox, c)] =
                switch (p.kind()) {
                  case MAX -> x[maximum(p, x, n, oy, ox, c)];
                  case SUM -> sum(p, x, n, oy, ox, c);
                  case AVERAGE -> sum(p, x, n, oy, ox, c) / (p.size() * p.size());
                };
          }
        }
      }
    }
  }

  static void backward(Pool2d p, double[] dy, double[] x, double[] dx) {
    Arrays.fill(dx, 0);
    for (int n = 0; n < p.n(); n++) {
      for (int oy = 0; oy < p.outH(); oy++) {
        for (int ox = 0; ox < p.outW(); ox++) {
          for (int c = 0; c < p.c(); c++) {
            double g = dy[output(p, n, oy, ox, c)];
            switch (p.kind()) {
              case MAX -> dx[maximum(p, x, n, oy, ox, c)] += g;
              case SUM -> spread(p, g, dx, n, oy, ox, c);
              case AVERAGE -> spread(p, g / (p.size() * p.size()), dx, n, oy, ox, c);
            }
          }
        }
      }
    }
  }

  /** Zeroes the gradient of what a ReLU cut off. */
  static void maskBy(double[] x, double[] dx) {
    for (int i = 0; i < dx.length; i++) {
      dx[i] = x[i] > 0 ? dx[i] : 0;
    }
  }

  /** Index of the first maximum of a window. */
  private static int maximum(Pool2d p, double[] x, int n, int oy, int ox, int c) {
    int best = input(p, n, oy * p.stride(), ox * p.stride(), c);
    for (int ky = 0; ky < p.size(); ky++) {
      for (int kx = 0; kx < p.size(); kx++) {
        int at = input(p, n, oy * p.stride() + ky, ox * p.stride() + kx, c);
        best = x[at] > x[best] ? at : best;
      }
    }
    return best;
  }

  private static double sum(Pool2d p, double[] x, int n, int oy, int ox, int c) {
    double sum = 0;
    for (int ky = 0; ky < p.size(); ky++) {
      for (int kx = 0; kx < p.size(); kx++) {
        sum += x[input(p, n, oy * p.stride() + ky, ox * p.stride() + kx, c)];
      }
    }
    return sum;
  }

  private static void spread(Pool2d p, double g, double[] dx, int n, int oy, int ox, int c) {
    for (int ky = 0; ky < p.size(); ky++) {
      for (int kx = 0; kx < p.size(); kx++) {
        dx[input(p, n, oy * p.stride() + ky, ox * p.stride() + kx, c)] += g;
      }
    }
  }

  private static int input(Pool2d p, int n, int y, int x, int c) {
    return ((n * p.h() + y) * p.w() + x) * p.c() + c;
  }

  private static int output(Pool2d p, int n, int y, int x, int c) {
    return ((n * p.outH() + y) * p.outW() + x) * p.c() + c;
  }
}
