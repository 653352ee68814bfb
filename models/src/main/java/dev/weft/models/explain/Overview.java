package dev.weft.models.explain;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Pictures with captions on one sheet: rows of pictures, and text across. */
final class Overview {
  private static final int MARGIN = 16;
  private static final int LINE = 18;

  private final int width;
  private final List<Part> parts = new ArrayList<>();

  Overview(int width) {
    this.width = width;
  }

  /** A row of pictures, or a text where there are none. */
  private record Part(String text, boolean bold, List<Captioned> pictures) {}

  /** A picture and what stands above it. */
  record Captioned(String caption, BufferedImage picture) {}

  void text(String text, boolean bold) {
    parts.add(new Part(text, bold, List.of()));
  }

  void row(List<Captioned> pictures) {
    parts.add(new Part("", false, List.copyOf(pictures)));
  }

  BufferedImage draw() {
    // Once to see how high it becomes.
    BufferedImage trial = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    int height = draw(trial);
    BufferedImage sheet = new BufferedImage(width + 2 * MARGIN, height, BufferedImage.TYPE_INT_RGB);
    draw(sheet);
    return sheet;
  }

  private int draw(BufferedImage sheet) {
    Graphics2D graphics = sheet.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
      graphics.setColor(Color.BLACK);
      int y = MARGIN;
      for (Part part : parts) {
        y = part.pictures.isEmpty() ? text(graphics, part, y) : row(graphics, part, y);
      }
      return y + MARGIN;
    } finally {
      graphics.dispose();
    }
  }

  private int text(Graphics2D graphics, Part part, int top) {
    Font font = new Font(Font.SANS_SERIF, part.bold ? Font.BOLD : Font.PLAIN, part.bold ? 15 : 13);
    int y = top;
    for (String line : wrapped(graphics.getFontMetrics(font), part.text, width)) {
      y += LINE;
      graphics.setFont(font);
      graphics.drawString(line, MARGIN, y - 4);
    }
    return y + 4;
  }

  private int row(Graphics2D graphics, Part part, int top) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    FontMetrics metrics = graphics.getFontMetrics(font);
    graphics.setFont(font);
    int x = MARGIN;
    int bottom = top;
    for (Captioned each : part.pictures) {
      int room =
          part.pictures.size() == 1 ? width : Math.max(each.picture.getWidth(), Pictures.SIDE);
      List<String> caption = wrapped(metrics, each.caption, room);
      graphics.drawString(caption.getFirst(), x, top + LINE - 4);
      graphics.drawImage(each.picture, x, top + LINE, null);
      bottom = Math.max(bottom, top + LINE + each.picture.getHeight());
      x += room + MARGIN;
    }
    return bottom + 8;
  }

  private static List<String> wrapped(FontMetrics metrics, String text, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
