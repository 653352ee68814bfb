package dev.weft.kernels.conv2d;

import dev.weft.kernels.Index;
import dev.weft.kernels.Parallel;

/** Copies a map into a border of zeros on a device: see {@link Bordered}. */
public final class BorderKernels {
  /** Elements that a work-item copies where work-items do little. */
  static final int RUN = 8;

  private BorderKernels() {}

  /** bordered [n,lines,stride] from x [n,height,width], a work-item a run. */
  public static void conv2dBorder(float[] x, float[] bordered, int[] shape) {
    int items = shape[0];
    int height = shape[1];
    int width = shape[2];
    int top = shape[3];
    int left = shape[4];
    int lines = shape[5];
    int stride = shape[6];
    int xAt = shape[7];
    for (@Parallel int i = 0; i < items; i++) {
      int first = (i % (stride / RUN)) * RUN - left;
      int line = i / (stride / RUN);
      int y = line % lines - top;
      int nearY = Math.min(Math.max(y, 0), height - 1);
      int from = xAt + ((line / lines) * height + nearY) * width;
      float[] run = new float[RUN];
      if (first >= 0 && first + RUN <= width) {
        long inner = Index.first(from + first);
        for (int j = 0; j < RUN; j++) {
          run[j] = x[(int) (inner + j)];
        }
      } else {
        for (int j = 0; j < RUN; j++) {
          int near = Math.min(Math.max(first + j, 0), width - 1);
          float value = x[from + near];
          run[j] = near == first + j ? value : 0f;
        }
      }
      float inside = nearY == y ? 1f : 0f;
      long to = Index.first(i * RUN);
      for (int j = 0; j < RUN; j++) {
        bordered[(int) (to + j)] = inside > 0f ? run[j] : 0f;
      }
    }
  }

  /** bordered [n,lines,stride] from x [n,height,width], a work-item a line. */
  public static void conv2dBorderLines(float[] x, float[] bordered, int[] shape) {
    int items = shape[0];
    int height = shape[1];
    int width = shape[2];
    int top = shape[3];
    int left = shape[4];
    int lines = shape[5];
    int stride = shape[6];
    int xAt = shape[7];
    for (@Parallel int i = 0; i < items; i++) {
      int y = i % lines - top;
      int nearY = Math.min(Math.max(y, 0), height - 1);
      int from = xAt + ((i / lines) * height + nearY) * width - left;
      int begin = nearY == y ? left : stride;
      int end = nearY == y ? Math.min(left + width, stride) : stride;
      for (int j = 0; j < begin; j++) {
        bordered[i * stride + j] = 0f;
      }
      for (int j = begin; j < end; j++) {
        bordered[i * stride + j] = x[from + j];
      }
      for (int j = end; j < stride; j++) {
        bordered[i * stride + j] = 0f;
      }
    }
  }

  /** bordered [n,lines,stride] from x [n,height,width,c], spread out. */
  public static void conv2dSpread(float[] x, float[] bordered, int[] shape) {
    int items = shape[0];
    int height = shape[1];
    int width = shape[2];
    int c = shape[3];
    int spreadH = shape[4];
    int spreadW = shape[5];
    int top = shape[6];
    int left = shape[7];
    int lines = shape[8];
    int stride = shape[9];
    int xAt = shape[10];
    for (@Parallel int i = 0; i < items; i++) {
      int line = i / stride;
      int lineAt = line % lines - top;
      int y = Math.min(Math.max(lineAt, 0) / spreadH, height - 1);
      int elementAt = i % stride - left;
      int pixelAt = Math.max(elementAt, 0) / c;
      int channel = Math.max(elementAt, 0) % c;
      int pixel = Math.min(pixelAt / spreadW, width - 1);
      float value = x[xAt + (((line / lines) * height + y) * width + pixel) * c + channel];
      bordered[i] =
          y * spreadH == lineAt && elementAt >= 0 && pixel * spreadW == pixelAt ? value : 0f;
    }
  }
}
