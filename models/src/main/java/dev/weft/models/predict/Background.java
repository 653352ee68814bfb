package dev.weft.models.predict;

import java.util.Arrays;

/**
 * What a garment lies on, as far as the border of the picture shows it: in each channel a plane
 * over the picture, so that light may fall off to a side. It is fitted to the colour that most of
 * the border has, corners first; a garment that reaches the border does not disturb it.
 */
final class Background {
  private static final double RING = 0.02;
  private static final int CORNER_WEIGHT = 4;
  private static final int LEVELS = 16;
  private static final int ROUNDS = 6;

  /** Border pixels this near to the commonest colour are where the fit begins. */
  private static final double FIRST_REACH = 24;

  /** Border pixels this near to the fit belong to the background, unless it is noisier. */
  private static final double LEAST_REACH = 6;

  /** Share of the squares that a slope must save: keeps those steady that little speaks for. */
  private static final double RIDGE = 0.02;

  /** Makes a median of absolute deviations a standard deviation. */
  private static final double MAD_TO_SIGMA = 1.4826;

  private final int width;
  private final int height;
  private final double[][] planes = new double[3][3];
  private double noise;

  private Background(Picture picture) {
    this.width = picture.width();
    this.height = picture.height();
    byte[][] channels = {picture.red(), picture.green(), picture.blue()};
    int[] ring = ring(width, height);
    double[] mode = mode(channels, ring);
    for (int c = 0; c < 3; c++) {
      planes[c][0] = mode[c];
    }
    double reach = FIRST_REACH;
    for (int round = 0; round < ROUNDS; round++) {
      int[] own = near(channels, ring, reach);
      if (own.length == 0) {
        break;
      }
      for (int c = 0; c < 3; c++) {
        planes[c] = fit(channels[c], own);
      }
      noise = noise(channels, own);
      reach = Math.max(LEAST_REACH, 4 * noise);
    }
  }

  /** Looks at the border of a picture. */
  static Background of(Picture picture) {
    return new Background(picture);
  }

  /** Standard deviation of the background around the planes, the largest of the channels'. */
  double noise() {
    return noise;
  }

  /** Luminosity of the background at pixel {@code i}, 0..255. */
  double luminosity(int i) {
    double value =
        0.299 * plane(planes[0], i) + 0.587 * plane(planes[1], i) + 0.114 * plane(planes[2], i);
    return Math.clamp(value, 0.0, 255.0);
  }

  /** How far the colour of pixel {@code i} is from the background, 0 to 255 times root 3. */
  double distance(Picture picture, int i) {
    double r = (picture.red()[i] & 0xff) - Math.clamp(plane(planes[0], i), 0.0, 255.0);
    double g = (picture.green()[i] & 0xff) - Math.clamp(plane(planes[1], i), 0.0, 255.0);
    double b = (picture.blue()[i] & 0xff) - Math.clamp(plane(planes[2], i), 0.0, 255.0);
    return Math.sqrt(r * r + g * g + b * b);
  }

  private double plane(double[] plane, int i) {
    return plane[0] + plane[1] * u(i) + plane[2] * v(i);
  }

  /** Place across, -1 to 1. */
  private double u(int i) {
    return width == 1 ? 0 : 2.0 * (i % width) / (width - 1) - 1;
  }

  /** Place down, -1 to 1. */
  private double v(int i) {
    int row = i / width;
    return height == 1 ? 0 : 2.0 * row / (height - 1) - 1;
  }

  /** The pixels of the border; those of the corners come several times. */
  private static int[] ring(int width, int height) {
    int thick = Math.max(1, (int) Math.round(RING * Math.min(width, height)));
    int cornerW = Math.max(1, width / 20);
    int cornerH = Math.max(1, height / 20);
    int[] ring = new int[Math.min(2 * thick * (width + height), width * height) * CORNER_WEIGHT];
    int count = 0;
    for (int y = 0; y < height; y++) {
      boolean edgeRow = y < thick || y >= height - thick;
      for (int x = 0; x < width; x++) {
        if (edgeRow || x < thick || x >= width - thick) {
          boolean corner =
              (x < cornerW || x >= width - cornerW) && (y < cornerH || y >= height - cornerH);
          for (int times = corner ? CORNER_WEIGHT : 1; times > 0; times--) {
            ring[count++] = y * width + x;
          }
        }
      }
    }
    return Arrays.copyOf(ring, count);
  }

  /** The mean colour around the fullest place of a coarse histogram. */
  private static double[] mode(byte[][] channels, int[] ring) {
    int[] counts = new int[LEVELS * LEVELS * LEVELS];
    double[][] sums = new double[3][counts.length];
    for (int i : ring) {
      int bin = 0;
      for (byte[] channel : channels) {
        bin = bin * LEVELS + (channel[i] & 0xff) * LEVELS / 256;
      }
      counts[bin]++;
      for (int c = 0; c < 3; c++) {
        sums[c][bin] += channels[c][i] & 0xff;
      }
    }
    double[] best = new double[4];
    for (int bin = 0; bin < counts.length; bin++) {
      if (counts[bin] > 0) {
        double[] around = around(bin, counts, sums);
        best = around[3] > best[3] ? around : best;
      }
    }
    return best;
  }

  /** Means of the channels, and the count, over a bin and its neighbours. */
  private static double[] around(int bin, int[] counts, double[][] sums) {
    double[] total = new double[4];
    for (int r = -1; r <= 1; r++) {
      for (int g = -1; g <= 1; g++) {
        for (int b = -1; b <= 1; b++) {
          int red = bin / (LEVELS * LEVELS) + r;
          int green = bin / LEVELS % LEVELS + g;
          int blue = bin % LEVELS + b;
          if (Math.min(red, Math.min(green, blue)) >= 0
              && Math.max(red, Math.max(green, blue)) < LEVELS) {
            int other = (red * LEVELS + green) * LEVELS + blue;
            total[3] += counts[other];
            for (int c = 0; c < 3; c++) {
              total[c] += sums[c][other];
            }
          }
        }
      }
    }
    for (int c = 0; c < 3; c++) {
      total[c] /= total[3];
    }
    return total;
  }

  private int[] near(byte[][] channels, int[] ring, double reach) {
    return Arrays.stream(ring)
        .filter(i -> {
          for (int c = 0; c < 3; c++) {
            if (Math.abs((channels[c][i] & 0xff) - plane(planes[c], i)) > reach) {
              return false;
            }
          }
          return true;
        })
        .toArray();
  }

  /** Least squares of value = p0 + p1 u + p2 v, with a ridge on the slopes. */
  private double[] fit(byte[] channel, int[] own) {
    double meanU = 0;
    double meanV = 0;
    double mean = 0;
    for (int i : own) {
      meanU += u(i) / own.length;
      meanV += v(i) / own.length;
      mean += (channel[i] & 0xff) / (double) own.length;
    }
    double uu = RIDGE * own.length;
    double vv = RIDGE * own.length;
    double uv = 0;
    double uz = 0;
    double vz = 0;
    for (int i : own) {
      double du = u(i) - meanU;
      double dv = v(i) - meanV;
      double dz = (channel[i] & 0xff) - mean;
      uu += du * du;
      vv += dv * dv;
      uv += du * dv;
      uz += du * dz;
      vz += dv * dz;
    }
    double determinant = uu * vv - uv * uv; // above 0, by the ridge
    double slopeU = (uz * vv - vz * uv) / determinant;
    double slopeV = (vz * uu - uz * uv) / determinant;
    return new double[] {mean - slopeU * meanU - slopeV * meanV, slopeU, slopeV};
  }

  private double noise(byte[][] channels, int[] own) {
    double largest = 0;
    for (int c = 0; c < 3; c++) {
      double[] off = new double[own.length];
      for (int k = 0; k < own.length; k++) {
        off[k] = Math.abs((channels[c][own[k]] & 0xff) - plane(planes[c], own[k]));
      }
      Arrays.sort(off);
      largest = Math.max(largest, MAD_TO_SIGMA * off[off.length / 2]);
    }
    return largest;
  }
}
