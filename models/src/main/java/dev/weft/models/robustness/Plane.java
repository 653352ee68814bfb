package dev.weft.models.robustness;

/**
 * A grey image.
 *
 * @param h rows
 * @param w columns
 * @param values {@code [h,w]}, row-major, 0 (black) to 1; nobody changes them
 */
record Plane(int h, int w, float[] values) {

  /** A value of every pixel. */
  @FunctionalInterface
  interface Pixel {
    double at(int y, int x);
  }

  /** An image of bytes, 0..255. */
  static Plane of(int h, int w, byte[] pixels) {
    return made(h, w, (y, x) -> (pixels[y * w + x] & 0xff) / 255.0);
  }

  private static Plane made(int h, int w, Pixel pixel) {
    float[] values = new float[h * w];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        values[y * w + x] = (float) pixel.at(y, x);
      }
    }
    return new Plane(h, w, values);
  }

  /** A new image of this size. */
  Plane with(Pixel pixel) {
    return made(h, w, pixel);
  }

  /** A pixel; black outside of the image, as what lies around a garment of Fashion-MNIST. */
  float at(int y, int x) {
    return y < 0 || y >= h || x < 0 || x >= w ? 0 : values[y * w + x];
  }

  /** The value between pixels by bilinear interpolation; black outside. */
  double between(double y, double x) {
    int top = (int) Math.floor(y);
    int left = (int) Math.floor(x);
    double down = y - top;
    double right = x - left;
    return (1 - down) * ((1 - right) * at(top, left) + right * at(top, left + 1))
        + down * ((1 - right) * at(top + 1, left) + right * at(top + 1, left + 1));
  }

  /** What a file of bytes can hold of it: values cut off at 0 and 1, in steps of 1/255. */
  Plane asBytes() {
    return with((y, x) -> Math.round(Math.clamp(at(y, x), 0f, 1f) * 255) / 255.0);
  }
}
