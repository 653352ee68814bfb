package dev.weft.models.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pages that hold all they show: style and pictures within, no scripts, well-formed as XML. */
public final class Html {
  private Html() {}

  /** A whole page around {@code body}. */
  public static String page(String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <main>
    %s</main>
    </body>
    </html>
    """
        .formatted(escape(title), style(), body);
  }

  private static String style() {
    try (InputStream css = Html.class.getResourceAsStream("style.css")) {
      if (css == null) {
        throw new IllegalStateException("no resource style.css");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Text as it stands in a page, also in attributes. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.appendCodePoint(c < ' ' && c != '\n' ? '\ufffd' : c);
          }
        });
    return escaped.toString();
  }

  /** A section with a heading. */
  public static String section(String title, String content) {
    return "<section>\n<h2>%s</h2>\n%s</section>\n".formatted(escape(title), content);
  }

  /** A paragraph of plain text. */
  public static String paragraph(String text) {
    return "<p>%s</p>\n".formatted(escape(text));
  }

  /** A paragraph that stands out. */
  public static String warning(String text) {
    return "<p class=\"warning\" role=\"note\">%s</p>\n".formatted(escape(text));
  }

  /** What a page begins with whose images the program has drawn. */
  public static String drawnGarments() {
    return warning(
        "These are garments drawn by the program, not Fashion-MNIST: the results say nothing about"
            + " real data.");
  }

  /** What a page begins with whose images are not those of the run. */
  public static String otherImages() {
    return warning("These are other test images than those that belong to the run.");
  }

  /**
   * A table.
   *
   * @param caption what it shows
   * @param head names of the columns
   * @param rows their cells, of which the first names the row
   */
  public static String table(String caption, List<String> head, List<List<String>> rows) {
    return "<div class=\"scroll\"><table>\n<caption>%s</caption>\n<thead><tr>%s</tr></thead>\n<tbody>\n%s</tbody>\n</table></div>\n"
        .formatted(
            escape(caption),
            head.stream().map(Html::columnHead).collect(Collectors.joining()),
            rows.stream().map(Html::row).collect(Collectors.joining()));
  }

  private static String columnHead(String name) {
    return "<th scope=\"col\">%s</th>".formatted(escape(name));
  }

  private static String row(List<String> cells) {
    return "<tr><th scope=\"row\">%s</th>%s</tr>\n"
        .formatted(
            escape(cells.getFirst()),
            cells.stream()
                .skip(1)
                .map(cell -> "<td>%s</td>".formatted(escape(cell)))
                .collect(Collectors.joining()));
  }

  /** A plot in the colours that the reader prefers. */
  public static String figure(Figure figure) {
    BufferedImage light = figure.painter().apply(Theme.LIGHT);
    BufferedImage dark = figure.painter().apply(Theme.DARK);
    return String.format(
        Locale.ROOT,
        """
        <figure><picture>
        <source media="screen and (prefers-color-scheme: dark)" srcset="%s"/>
        <img src="%s" alt="%s" width="%d" height="%d"/>
        </picture><figcaption>%s</figcaption></figure>
        """,
        data(dark),
        data(light),
        escape(figure.alt()),
        light.getWidth() / Painting.SCALE,
        light.getHeight() / Painting.SCALE,
        escape(figure.caption()));
  }

  /** A picture as the address of an image. */
  static String data(BufferedImage image) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(Painting.png(image));
  }
}
