package dev.weft.kernels.conv2d;

import java.util.Arrays;

/** The definition of {@link Conv2d} in plain loops over row-major arrays. */
final class Conv2dReference {
  private Conv2dReference() {}

  static void forward(Conv2d p, boolean relu, double[] x, double[] w, double[] b, double[] y) {
    for (int n = 0; n < p.n(); n++) {
      for (int oy = 0; oy < p.outH(); oy++) {
        for (int ox = 0; ox < p.outW(); ox++) {
          for (int k = 0; k < p.k(); k++) {
            double z = b[k];
            for (int ky = 0; ky < p.kernelH(); ky++) {
              for (int kx = 0; kx < p.kernelW(); kx++) {
                int iy = oy * p.strideH() + ky - p.padTop();
                int ix = ox * p.strideW() + kx - p.padLeft();
                if (iy < 0 || iy >= p.h() || ix < 0 || ix >= p.w()) {
                  continue;
                }
                for (int c = 0; c < p.c(); c++) {
                  z += x[input(p, n, iy, ix, c)] * w[weight(p, ky, kx, c, k)];
                }
              }
            }
            y[output(p, n, oy, ox, k)] = relu ? Math.max(z, 0) : z;
          }
        }
      }
    }
  }

  static void backwardData(Conv2d p, double[] dy, double[] w, double[] dx) {
    Arrays.fill(dx, 0);
    for (int n = 0; n < p.n(); n++) {
      for (int oy = 0; oy < p.outH(); oy++) {
        for (int ox = 0; ox < p.outW(); ox++) {
          for (int ky = 0; ky < p.kernelH(); ky++) {
            for (int kx = 0; kx < p.kernelW(); kx++) {
              int iy = oy * p.strideH() + ky - p.padTop();
              int ix = ox * p.strideW() + kx - p.padLeft();
              if (iy < 0 || iy >= p.h() || ix < 0 || ix >= p.w()) {
                continue;
              }
              for (int c = 0; c < p.c(); c++) {
                for (int k = 0; k < p.k(); k++) {
                  dx[input(p, n, iy, ix, c)] +=
                      dy[output(p, n, oy, ox, k)] * w[weight(p, ky, kx, c, k)];
                }
              }
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

  static void backwardFilter(Conv2d p, double[] x, double[] dy, double[] dw, double[] db) {
    Arrays.fill(dw, 0);
    Arrays.fill(db, 0);
    for (int n = 0; n < p.n(); n++) {
      for (int oy = 0; oy < p.outH(); oy++) {
        for (int ox = 0; ox < p.outW(); ox++) {
          for (int k = 0; k < p.k(); k++) {
            double g = dy[output(p, n, oy, ox, k)];
            db[k] += g;
            for (int ky = 0; ky < p.kernelH(); ky++) {
              for (int kx = 0; kx < p.kernelW(); kx++) {
                int iy = oy * p.strideH() + ky - p.padTop();
                int ix = ox * p.strideW() + kx - p.padLeft();
                if (iy < 0 || iy >= p.h() || ix < 0 || ix >= p.w()) {
                  continue;
                }
                for (int c = 0; c < p.c(); c++) {
                  dw[weight(p, ky, kx, c, k)] += x[input(p, n, iy, ix, c)] * g;
                }
              }
            }
          }
        }
      }
    }
  }

  private static int input(Conv2d p, int n, int y, int x, int c) {
    return ((n * p.h() + y) * p.w() + x) * p.c() + c;
  }

  private static int output(Conv2d p, int n, int y, int x, int k) {
    return ((n * p.outH() + y) * p.outW() + x) * p.k() + k;
  }

  private static int weight(Conv2d p, int ky, int kx, int c, int k) {
    return ((ky * p.kernelW() + kx) * p.c() + c) * p.k() + k;
  }
}
