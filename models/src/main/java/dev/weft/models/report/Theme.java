package dev.weft.models.report;

import java.awt.Color;
import java.util.List;

/**
 * Colours of plots. Those of the series are Okabe and Ito's, which people with any kind of colour
 * blindness can tell apart (jfly.uni-koeln.de/color), but for those too faint on the background.
 *
 * @param back the background
 * @param text of titles and labels
 * @param grid lines behind the data
 * @param faint what stands back
 * @param series in order
 */
public record Theme(Color back, Color text, Color grid, Color faint, List<Color> series) {
  /** For paper and light screens. */
  public static final Theme LIGHT =
      new Theme(
          Color.WHITE,
          new Color(0x1b1f24),
          new Color(0xdde1e6),
          new Color(0x8a929b),
          List.of(
              new Color(0x0072b2),
              new Color(0xd55e00),
              new Color(0x009e73),
              new Color(0xcc79a7),
              new Color(0xb37700),
              new Color(0x3a9bdc)));

  /** For dark screens. */
  public static final Theme DARK =
      new Theme(
          new Color(0x15181d),
          new Color(0xe6e9ed),
          new Color(0x323942),
          new Color(0x89929d),
          List.of(
              new Color(0x56b4e9),
              new Color(0xe69f00),
              new Color(0x1fc79a),
              new Color(0xe493c0),
              new Color(0xf0e442),
              new Color(0xff7a3c)));

  public Theme {
    series = List.copyOf(series);
  }

  /** The colour of series {@code i}; after the last one they begin anew. */
  public Color series(int i) {
    return series.get(i % series.size());
  }

  /** From the background (0) to the first series' colour (1). */
  Color heat(double share) {
    Color full = series.getFirst();
    return new Color(
        mix(back.getRed(), full.getRed(), share),
        mix(back.getGreen(), full.getGreen(), share),
        mix(back.getBlue(), full.getBlue(), share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * Math.clamp(share, 0, 1));
  }

  /** Black or white, whichever reads better on {@code ground}. */
  static Color on(Color ground) {
    double luminance =
        0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
    return luminance > 140 ? new Color(0x14171a) : Color.WHITE;
  }
}
