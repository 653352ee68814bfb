package dev.weft.models.robustness;

import dev.weft.runtime.data.SplitMix64;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * What {@link Corruption} does to an image. Results may lie outside of 0..1.
 *
 * <p>Everything left to chance comes from one generator, by functions that are the same on every
 * JVM ({@link StrictMath}): the same seed distorts the same way everywhere.
 */
final class Distortions {
  private Distortions() {}

  static Plane noise(Plane image, double deviation, SplitMix64 random) {
    return image.with((y, x) -> image.at(y, x) + deviation * gaussian(random));
  }

  /** Box and Muller 1958; the second number is not kept. */
  private static double gaussian(SplitMix64 random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  static Plane saltAndPepper(Plane image, double share, SplitMix64 random) {
    return image.with((y, x) -> {
      double chance = random.nextDouble();
      return chance < share / 2 ? 0 : chance < share ? 1 : image.at(y, x);
    });
  }

  /** As far as three standard deviations, beyond which less than 0.3 % of a Gaussian lies. */
  static Plane blur(Plane image, double deviation, SplitMix64 random) {
    int reach = (int) Math.ceil(3 * deviation);
    double[] weights = new double[2 * reach + 1];
    double sum = 0;
    for (int i = -reach; i <= reach; i++) {
      weights[i + reach] = StrictMath.exp(-i * i / (2 * deviation * deviation));
      sum += weights[i + reach];
    }
    double all = sum;
    Plane rows =
        image.with((y, x) -> {
          double value = 0;
          for (int i = -reach; i <= reach; i++) {
            value += weights[i + reach] * image.at(y, x + i);
          }
          return value / all;
        });
    return image.with((y, x) -> {
      double value = 0;
      for (int i = -reach; i <= reach; i++) {
        value += weights[i + reach] * rows.at(y + i, x);
      }
      return value / all;
    });
  }

  /** Each new pixel is the mean of what it covers, and shown as large as that. */
  static Plane pixelate(Plane image, double share, SplitMix64 random) {
    int h = Math.max(1, (int) Math.round(share * image.h()));
    int w = Math.max(1, (int) Math.round(share * image.w()));
    return image.with((y, x) -> mean(image, y * h / image.h(), x * w / image.w(), h, w));
  }

  /** Mean of field {@code (row, column)} of a grid {@code [h,w]} over the image. */
  private static double mean(Plane image, int row, int column, int h, int w) {
    double sum = 0;
    int count = 0;
    for (int y = Math.ceilDiv(row * image.h(), h); y * h / image.h() == row; y++) {
      for (int x = Math.ceilDiv(column * image.w(), w); x * w / image.w() == column; x++) {
        sum += image.at(y, x);
        count++;
      }
    }
    return sum / count;
  }

  /** Written and read by the JDK. */
  static Plane jpeg(Plane image, double quality, SplitMix64 random) {
    BufferedImage picture = new BufferedImage(image.w(), image.h(), BufferedImage.TYPE_BYTE_GRAY);
    WritableRaster raster = picture.getRaster();
    for (int y = 0; y < image.h(); y++) {
      for (int x = 0; x < image.w(); x++) {
        raster.setSample(x, y, 0, Math.round(255 * image.at(y, x)));
      }
    }
    try {
      WritableRaster read = decoded(encoded(picture, (float) quality)).getRaster();
      return image.with((y, x) -> read.getSample(x, y, 0) / 255.0);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of memory alone
    }
  }

  private static byte[] encoded(BufferedImage picture, float quality) throws IOException {
    ImageIO.setUseCache(false);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage decoded(byte[] bytes) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  static Plane brighten(Plane image, double added, SplitMix64 random) {
    return image.with((y, x) -> image.at(y, x) + added);
  }

  static Plane flatten(Plane image, double factor, SplitMix64 random) {
    double sum = 0;
    for (float value : image.values()) {
      sum += value;
    }
    double mean = sum / image.values().length;
    return image.with((y, x) -> mean + factor * (image.at(y, x) - mean));
  }

  /** By whole pixels, at least one; straight or diagonal, the same number either way. */
  static Plane shift(Plane image, double share, SplitMix64 random) {
    int direction = random.nextInt(8);
    int clockwise = direction < 4 ? direction : direction + 1; // the fifth of nine is not to move
    int down = (clockwise / 3 - 1) * Math.max(1, (int) Math.round(share * image.h()));
    int right = (clockwise % 3 - 1) * Math.max(1, (int) Math.round(share * image.w()));
    return image.with((y, x) -> image.at(y - down, x - right));
  }

  static Plane rotate(Plane image, double degrees, SplitMix64 random) {
    double angle = StrictMath.toRadians(random.chance(0.5) ? degrees : -degrees);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    return fromMiddle(image, cos, sin);
  }

  static Plane shrink(Plane image, double factor, SplitMix64 random) {
    return fromMiddle(image, 1 / factor, 0);
  }

  /** Every pixel from where a turn and a scaling about the middle say. */
  private static Plane fromMiddle(Plane image, double cos, double sin) {
    double middleY = (image.h() - 1) / 2.0;
    double middleX = (image.w() - 1) / 2.0;
    return image.with((y, x) ->
        image.between(
            middleY + cos * (y - middleY) - sin * (x - middleX),
            middleX + sin * (y - middleY) + cos * (x - middleX)));
  }

  /** All of the square lies within the image. */
  static Plane occlude(Plane image, double share, SplitMix64 random) {
    int h = Math.max(1, (int) Math.round(share * image.h()));
    int w = Math.max(1, (int) Math.round(share * image.w()));
    int top = random.nextInt(image.h() - h + 1);
    int left = random.nextInt(image.w() - w + 1);
    return image.with(
        (y, x) -> y >= top && y < top + h && x >= left && x < left + w ? 0 : image.at(y, x));
  }
}
