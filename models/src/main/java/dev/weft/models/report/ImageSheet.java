package dev.weft.models.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Grey images in rows with names, each with two lines under it. */
public final class ImageSheet {
  private static final int NAMES = 110;
  private static final int CELL = 104;
  private static final int IMAGE = 76;
  private static final int TEXT = 36;
  private static final int TOP = 40;
  private static final int EDGE = 12;

  private ImageSheet() {}

  /**
   * An image.
   *
   * @param pixels {@code [h,w]}, 0..1
   * @param first the line under it
   * @param marked whether that line stands out
   * @param second the line below
   */
  public record Cell(float[] pixels, String first, boolean marked, String second) {}

  /**
   * A row of images.
   *
   * @param name what they have in common
   */
  public record Row(String name, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Paints a sheet.
   *
   * @param h rows of an image
   * @param w columns of an image
   * @param rows at least one
   */
  public static BufferedImage paint(String title, int h, int w, List<Row> rows, Theme theme) {
    int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElseThrow();
    int width = 2 * EDGE + NAMES + columns * CELL;
    return Painting.paint(
        width,
        TOP + rows.size() * (IMAGE + TEXT) + EDGE,
        theme,
        graphics -> {
          graphics.setRenderingHint(
              RenderingHints.KEY_INTERPOLATION,
              RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
          graphics.setColor(theme.text());
          graphics.setFont(Painting.font(Font.BOLD, 16));
          Painting.centred(graphics, title, width / 2.0, 24);
          for (int i = 0; i < rows.size(); i++) {
            int y = TOP + i * (IMAGE + TEXT);
            graphics.setColor(theme.text());
            graphics.setFont(Painting.font(Font.BOLD, 13));
            graphics.drawString(
                Painting.fit(graphics, rows.get(i).name(), NAMES - 8), EDGE, y + IMAGE / 2 + 5);
            List<Cell> cells = rows.get(i).cells();
            for (int j = 0; j < cells.size(); j++) {
              paint(graphics, cells.get(j), h, w, EDGE + NAMES + j * CELL, y, theme);
            }
          }
        });
  }

  private static void paint(
      Graphics2D graphics, Cell cell, int h, int w, int left, int top, Theme theme) {
    double middle = left + CELL / 2.0;
    int shownW = Math.max(1, w >= h ? IMAGE : IMAGE * w / h);
    int shownH = Math.max(1, h >= w ? IMAGE : IMAGE * h / w);
    graphics.drawImage(
        image(cell.pixels(), h, w), (int) middle - shownW / 2, top, shownW, shownH, null);
    graphics.setColor(cell.marked() ? theme.series(1) : theme.text());
    graphics.setFont(Painting.font(cell.marked() ? Font.BOLD : Font.PLAIN, 12));
    Painting.centred(
        graphics, Painting.fit(graphics, cell.first(), CELL - 4), middle, top + IMAGE + 13);
    graphics.setColor(theme.faint());
    graphics.setFont(Painting.font(Font.PLAIN, 12));
    Painting.centred(
        graphics, Painting.fit(graphics, cell.second(), CELL - 4), middle, top + IMAGE + 27);
  }

  private static BufferedImage image(float[] pixels, int h, int w) {
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < pixels.length; i++) {
      int grey = Math.round(Math.clamp(pixels[i], 0f, 1f) * 255);
      image.setRGB(i % w, i / w, grey << 16 | grey << 8 | grey);
    }
    return image;
  }
}
