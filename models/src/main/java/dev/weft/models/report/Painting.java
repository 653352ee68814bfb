package dev.weft.models.report;

import dev.weft.runtime.UserException;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Pictures in memory, drawn with twice the pixels of their nominal size: sharp when enlarged. */
public final class Painting {
  /** Pixels a nominal pixel. */
  public static final int SCALE = 2;

  private Painting() {}

  /** A font for text of plots. */
  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  /**
   * A new picture.
   *
   * @param width nominal
   * @param height nominal
   * @throws UserException if Java cannot draw text here
   */
  static BufferedImage paint(int width, int height, Theme theme, Consumer<Graphics2D> painter) {
    requireFonts();
    BufferedImage image =
        new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(SCALE, SCALE);
      graphics.setRenderingHint(
          RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(theme.back());
      graphics.fillRect(0, 0, width, height);
      painter.accept(graphics);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /** Without any fonts on the system Java fails in ways that differ from version to version. */
  private static void requireFonts() {
    try {
      Font font = font(Font.PLAIN, 12);
      if (!font.canDisplay('a')) {
        throw new IllegalStateException("no letters in " + font);
      }
    } catch (LinkageError | InternalError | RuntimeException e) {
      throw new UserException(
          "cannot draw plots: Java finds no fonts here; install some, such as the package"
              + " fonts-dejavu-core with fontconfig",
          e);
    }
  }

  /** The bytes of a picture as a PNG file. */
  public static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Text with its middle at {@code x}. */
  static void centred(Graphics2D graphics, String text, double x, double y) {
    int width = graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, (float) (x - width / 2.0), (float) y);
  }

  /** As much of {@code text} as fits into {@code width}, with an ellipsis where some is cut off. */
  static String fit(Graphics2D graphics, String text, int width) {
    String shown = text;
    while (shown.length() > 1 && graphics.getFontMetrics().stringWidth(shown) > width) {
      shown = shown.substring(0, shown.length() - (shown.endsWith("\u2026") ? 2 : 1)) + "\u2026";
    }
    return shown;
  }
}
