package dev.weft.models.explain;

import java.util.Arrays;

/**
 * A number for every pixel of an image or of a feature map.
 *
 * @param h rows
 * @param w columns
 * @param values {@code [h,w]}, row-major, not to be changed
 */
public record Heatmap(int h, int w, float[] values) {
  public Heatmap {
    if (h < 1 || w < 1 || values.length != h * w) {
      throw new IllegalArgumentException(
          "%d values are not a map of %dx%d".formatted(values.length, h, w));
    }
  }

  /** The value at row {@code y} and column {@code x}. */
  public float at(int y, int x) {
    return values[y * w + x];
  }

  /** The largest value. */
  public float max() {
    float max = values[0];
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  /** The values over the largest, negative ones as 0: 0..1, and all 0 where none is above 0. */
  public Heatmap normalised() {
    float max = max();
    float[] scaled = new float[values.length];
    if (max > 0) {
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] = Math.max(0, values[i]) / max;
      }
    }
    return new Heatmap(h, w, scaled);
  }

  /**
   * This map at another size, bilinear: the centres of pixels are where they are in the picture,
   * and past the outermost of them the map goes on as it ends.
   */
  public Heatmap resized(int height, int width) {
    if (height == h && width == w) {
      return this;
    }
    float[] resized = new float[height * width];
    for (int y = 0; y < height; y++) {
      double fromY = position(y, height, h);
      for (int x = 0; x < width; x++) {
        resized[y * width + x] = (float) between(fromY, position(x, width, w));
      }
    }
    return new Heatmap(height, width, resized);
  }

  private static double position(int i, int size, int of) {
    return Math.clamp((i + 0.5) * of / size - 0.5, 0.0, of - 1.0);
  }

  private double between(double y, double x) {
    int top = (int) y;
    int left = (int) x;
    int bottom = Math.min(top + 1, h - 1);
    int right = Math.min(left + 1, w - 1);
    double down = y - top;
    double along = x - left;
    return (1 - down) * ((1 - along) * at(top, left) + along * at(top, right))
        + down * ((1 - along) * at(bottom, left) + along * at(bottom, right));
  }

  @Override
  public String toString() {
    return "%dx%d %s".formatted(h, w, Arrays.toString(values));
  }
}
