package dev.weft.models.predict;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * The samples of an image of the JDK as a {@link Picture}. They are taken as they stand in the
 * file: the colour management of the JDK would brighten greys, and costs more than all the rest.
 * Inks, as JPEGs made for printing have them, become the light that they leave, by the plain
 * formula that most programs use.
 */
final class Pixels {
  private final BufferedImage image;
  private final Raster raster;
  private final int width;
  private final int[] bits;
  private final boolean grey;
  private final boolean inks;
  private final int alphaBand;

  private Pixels(BufferedImage image) throws BadImageException {
    this.image = image;
    this.raster = image.getRaster();
    this.width = image.getWidth();
    ColorModel colours = image.getColorModel();
    this.bits = raster.getSampleModel().getSampleSize();
    this.grey = colours.getNumColorComponents() == 1;
    int kind = colours.getColorSpace().getType();
    this.inks = kind == ColorSpace.TYPE_CMYK;
    if (!grey && !inks && kind != ColorSpace.TYPE_RGB) {
      throw new BadImageException(
          "has colours that are neither grey, RGB nor CMYK; save it as RGB");
    }
    this.alphaBand = colours.hasAlpha() ? raster.getNumBands() - 1 : -1;
  }

  /**
   * Averages blocks of k by k pixels, k being the least for which the longer side is at most {@code
   * detail}; images within that are kept as they are.
   *
   * @throws BadImageException if its colours are of a kind that is not known here
   */
  static Picture of(BufferedImage image, int detail) throws BadImageException {
    Pixels pixels = new Pixels(image);
    int k = Math.ceilDiv(Math.max(image.getWidth(), image.getHeight()), detail);
    return pixels.reduced(k);
  }

  private Picture reduced(int k) {
    int height = image.getHeight();
    int w = Math.ceilDiv(width, k);
    int h = Math.ceilDiv(height, k);
    byte[][] planes = new byte[4][w * h];
    int[] row = new int[width * 4];
    long[] sums = new long[w * 4];
    int[] counts = new int[w];
    for (int y = 0; y < height; y++) {
      read(y, row);
      for (int x = 0; x < width; x++) {
        int alpha = row[4 * x + 3];
        for (int c = 0; c < 3; c++) {
          sums[4 * (x / k) + c] += (long) row[4 * x + c] * alpha;
        }
        sums[4 * (x / k) + 3] += alpha;
        counts[x / k]++;
      }
      if (y % k == k - 1 || y == height - 1) {
        for (int x = 0; x < w; x++) {
          store(planes, y / k * w + x, sums, 4 * x, counts[x]);
        }
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
      }
    }
    return new Picture(w, h, planes[0], planes[1], planes[2], planes[3], k > 1);
  }

  /** Colours weigh as much as they cover. */
  private static void store(byte[][] planes, int i, long[] sums, int at, int count) {
    long alpha = sums[at + 3];
    for (int c = 0; c < 3; c++) {
      planes[c][i] = (byte) (alpha == 0 ? 255 : (sums[at + c] + alpha / 2) / alpha);
    }
    planes[3][i] = (byte) ((alpha + count / 2) / count);
  }

  /** Row {@code y} as red, green, blue and alpha of 0..255. */
  private void read(int y, int[] row) {
    if (image.getColorModel() instanceof IndexColorModel palette) {
      int[] indices = raster.getSamples(0, y, width, 1, 0, (int[]) null);
      for (int x = 0; x < width; x++) {
        int argb = palette.getRGB(indices[x]);
        row[4 * x] = argb >> 16 & 0xff;
        row[4 * x + 1] = argb >> 8 & 0xff;
        row[4 * x + 2] = argb & 0xff;
        row[4 * x + 3] = argb >>> 24;
      }
      return;
    }
    for (int c = 0; c < 3; c++) {
      band(grey ? 0 : c, y, row, c);
    }
    if (inks) {
      band(3, y, row, 3);
      for (int x = 0; x < width; x++) {
        int light = 255 - row[4 * x + 3];
        for (int c = 4 * x; c < 4 * x + 3; c++) {
          row[c] = ((255 - row[c]) * light + 127) / 255;
        }
      }
    }
    if (alphaBand >= 0) {
      band(alphaBand, y, row, 3);
    } else {
      for (int x = 0; x < width; x++) {
        row[4 * x + 3] = 255;
      }
    }
  }

  private void band(int band, int y, int[] row, int c) {
    int[] samples = raster.getSamples(0, y, width, 1, band, (int[]) null);
    long most = (1L << bits[band]) - 1;
    for (int x = 0; x < width; x++) {
      row[4 * x + c] = most == 255 ? samples[x] : (int) (samples[x] * 255L / most);
    }
  }
}
