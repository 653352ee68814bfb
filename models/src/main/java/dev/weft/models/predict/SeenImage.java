package dev.weft.models.predict;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What a model saw, for people to look at. */
public final class SeenImage {
  private static final String INK = " .:-=+*#%@";

  private SeenImage() {}

  /**
   * A grey PNG of that size; read again, it gives the same pixels.
   *
   * @param pixels {@code [h,w]}, unsigned 0..255
   */
  public static byte[] png(byte[] pixels, int h, int w) {
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, w, h, pixels);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * Characters of more or less ink, two pixels high as they are in a terminal.
   *
   * @param pixels {@code [h,w]}, unsigned 0..255
   */
  public static String text(byte[] pixels, int h, int w) {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y + 1 < h || y == 0; y += 2) {
      StringBuilder line = new StringBuilder();
      for (int x = 0; x < w; x++) {
        int above = pixels[y * w + x] & 0xff;
        int below = pixels[Math.min(h - 1, y + 1) * w + x] & 0xff;
        line.append(INK.charAt((above + below) * (INK.length() - 1) / 510));
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }
}
