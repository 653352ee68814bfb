package dev.weft.models.report;

import dev.weft.runtime.data.Dataset;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** The images that a model was surely wrong about, each with what it is and was taken for. */
final class MistakesPlot {
  private static final int COLUMNS = 6;
  private static final int CELL = 124;
  private static final int IMAGE = 100;
  private static final int TEXT = 44;
  private static final int TOP = 40;

  private MistakesPlot() {}

  /** Paints at least one mistake. */
  static BufferedImage paint(List<Mistake> mistakes, Dataset images, Theme theme) {
    int rows = Math.ceilDiv(mistakes.size(), COLUMNS);
    int width = COLUMNS * CELL + 16;
    return Painting.paint(
        width,
        TOP + rows * (IMAGE + TEXT + 8),
        theme,
        graphics -> {
          graphics.setColor(theme.text());
          graphics.setFont(Painting.font(Font.BOLD, 16));
          Painting.centred(graphics, "Most confidently wrong", width / 2.0, 24);
          for (int i = 0; i < mistakes.size(); i++) {
            int x = 8 + i % COLUMNS * CELL + (CELL - IMAGE) / 2;
            int y = TOP + i / COLUMNS * (IMAGE + TEXT + 8);
            paint(graphics, mistakes.get(i), images, x, y, theme);
          }
        });
  }

  private static void paint(
      Graphics2D graphics, Mistake mistake, Dataset images, int x, int y, Theme theme) {
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.drawImage(image(images, mistake.image()), x, y, IMAGE, IMAGE, null);
    double middle = x + IMAGE / 2.0;
    graphics.setColor(theme.series(1));
    graphics.setFont(Painting.font(Font.BOLD, 12));
    String taken = images.classNames().get(mistake.predicted());
    String share = String.format(Locale.ROOT, " %.1f%%", 100 * mistake.probability());
    Painting.centred(
        graphics, Painting.fit(graphics, taken, CELL - 46) + share, middle, y + IMAGE + 16);
    graphics.setColor(theme.text());
    graphics.setFont(Painting.font(Font.PLAIN, 12));
    String actual = "is " + images.classNames().get(mistake.actual());
    Painting.centred(graphics, Painting.fit(graphics, actual, CELL - 4), middle, y + IMAGE + 32);
  }

  /** Image {@code i} as it is, grey. */
  static BufferedImage image(Dataset images, int i) {
    BufferedImage image =
        new BufferedImage(images.w(), images.h(), BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, images.w(), images.h(), images.image(i));
    return image;
  }
}
