package dev.weft.models.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** A confusion matrix as a picture: actual classes down, predicted ones across. */
final class ConfusionPlot {
  private static final int MOST_WITH_NUMBERS = 30;
  private static final int LABEL = 110;
  private static final int TOP = 60;
  private static final int EDGE = 24;

  private ConfusionPlot() {}

  /**
   * Paints it.
   *
   * @param counts {@code counts[actual][predicted]}
   * @param names of the classes
   */
  static BufferedImage paint(int[][] counts, List<String> names, Theme theme) {
    int n = names.size();
    int cell = Math.clamp(560 / n, 4, 56);
    int size = n * cell;
    int left = LABEL + EDGE;
    int width = Math.max(left + size + EDGE, 360);
    return Painting.paint(
        width,
        TOP + size + LABEL,
        theme,
        graphics -> {
          cells(graphics, counts, cell, left, theme);
          graphics.setColor(theme.text());
          graphics.setFont(Painting.font(Font.BOLD, 16));
          Painting.centred(graphics, "Confusion matrix", width / 2.0, 24);
          graphics.setFont(Painting.font(Font.PLAIN, 13));
          Painting.centred(graphics, "taken for", left + size / 2.0, TOP + size + LABEL - 8);
          AffineTransform upright = graphics.getTransform();
          graphics.rotate(-Math.PI / 2, 16, TOP + size / 2.0);
          Painting.centred(graphics, "actual class", 16, TOP + size / 2.0);
          graphics.setTransform(upright);
          labels(graphics, names, cell, left);
        });
  }

  private static void cells(Graphics2D graphics, int[][] counts, int cell, int left, Theme theme) {
    graphics.setFont(Painting.font(Font.PLAIN, Math.clamp(cell / 4, 8, 13)));
    for (int i = 0; i < counts.length; i++) {
      int all = Math.max(1, Arrays.stream(counts[i]).sum());
      for (int j = 0; j < counts.length; j++) {
        Color ground = theme.heat(Math.sqrt((double) counts[i][j] / all));
        int x = left + j * cell;
        int y = TOP + i * cell;
        graphics.setColor(ground);
        graphics.fillRect(x, y, cell, cell);
        graphics.setColor(theme.grid());
        graphics.drawRect(x, y, cell, cell);
        if (counts.length <= MOST_WITH_NUMBERS && counts[i][j] > 0) {
          graphics.setColor(Theme.on(ground));
          Painting.centred(
              graphics, String.valueOf(counts[i][j]), x + cell / 2.0, y + cell / 2.0 + 5);
        }
      }
    }
  }

  private static void labels(Graphics2D graphics, List<String> names, int cell, int left) {
    graphics.setFont(Painting.font(Font.PLAIN, Math.clamp(cell - 2, 4, 12)));
    for (int i = 0; i < names.size(); i++) {
      String name = Painting.fit(graphics, names.get(i), LABEL - 16);
      double middle = (i + 0.5) * cell;
      int width = graphics.getFontMetrics().stringWidth(name);
      graphics.drawString(name, left - 8 - width, (float) (TOP + middle + 4));
      AffineTransform upright = graphics.getTransform();
      double x = left + middle;
      double y = TOP + names.size() * cell + 12.0;
      graphics.rotate(-Math.PI / 4, x, y);
      graphics.drawString(name, (float) (x - width), (float) y);
      graphics.setTransform(upright);
    }
  }
}
