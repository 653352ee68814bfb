package dev.weft.models.predict;

/** Scaling where every new pixel is the mean of the area that it covers. */
final class AreaAverage {
  private AreaAverage() {}

  /**
   * Scales a plane.
   *
   * @param plane {@code [h,w]}
   * @return a new plane {@code [newH,newW]}
   */
  static float[] scale(float[] plane, int w, int h, int newW, int newH) {
    float[] narrow = new float[newW * h];
    for (int y = 0; y < h; y++) {
      scale(plane, y * w, 1, w, narrow, y * newW, 1, newW);
    }
    float[] scaled = new float[newW * newH];
    for (int x = 0; x < newW; x++) {
      scale(narrow, x, newW, h, scaled, x, newW, newH);
    }
    return scaled;
  }

  /** One row or column: {@code n} values a step apart become {@code newN}. */
  private static void scale(
      float[] from, int at, int step, int n, float[] to, int toAt, int toStep, int newN) {
    double size = (double) n / newN;
    for (int k = 0; k < newN; k++) {
      double start = k * size;
      double end = Math.min(n, start + size);
      double sum = 0;
      for (int i = (int) start; i < end; i++) {
        sum += from[at + i * step] * (Math.min(end, i + 1.0) - Math.max(start, i));
      }
      to[toAt + k * toStep] = (float) (sum / (end - start));
    }
  }
}
