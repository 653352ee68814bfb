package dev.weft.models.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Circle;
import org.knowm.xchart.style.markers.None;

/** Charts of one look. */
public final class Charts {
  /** Nominal width of a chart. */
  public static final int WIDTH = 760;

  private static final int FEW_POINTS = 40;
  private static final float[][] DASHES = {
    {}, {7, 4}, {2, 3}, {9, 3, 2, 3}, {12, 5}, {4, 2},
  };

  private Charts() {}

  /**
   * A line of a chart.
   *
   * @param name for the legend
   * @param x in ascending order
   * @param y as many
   */
  public record Line(String name, double[] x, double[] y) {}

  /** Lines, told apart by colour and dashes. */
  public static XYChart lines(
      String title, String xTitle, String yTitle, int height, Theme theme, List<Line> lines) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(height)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    style(chart.getStyler(), theme);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      XYSeries series = chart.addSeries(line.name(), line.x(), finite(line.y()));
      draw(series, theme.series(i), DASHES[i % DASHES.length]);
      series.setMarker(line.x().length <= FEW_POINTS ? new Circle() : new None());
    }
    return chart;
  }

  /** With gaps for infinite values, which charts refuse. */
  private static double[] finite(double[] values) {
    return Arrays.stream(values)
        .map(value -> Double.isInfinite(value) ? Double.NaN : value)
        .toArray();
  }

  static void draw(XYSeries series, Color colour, float... dashes) {
    series.setLineColor(colour);
    series.setMarkerColor(colour);
    series.setLineStyle(
        dashes.length == 0
            ? new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
            : new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0));
  }

  /** Bars of one series, without a legend. */
  public static CategoryChart bars(
      String title,
      String yTitle,
      int width,
      int height,
      Theme theme,
      List<String> names,
      List<Double> values) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(width)
            .height(height)
            .title(title)
            .yAxisTitle(yTitle)
            .build();
    style(chart.getStyler(), theme);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setXAxisLabelRotation(45);
    chart.getStyler().setXAxisMaxLabelCount(Math.max(2, names.size())); // fewer are refused
    chart.getStyler().setXAxisTickMarkSpacingHint(8);
    chart.getStyler().setAvailableSpaceFill(0.75);
    chart.addSeries(title, names, values).setFillColor(theme.series(0));
    return chart;
  }

  static void style(AxesChartStyler styler, Theme theme) {
    styler.setChartBackgroundColor(theme.back());
    styler.setPlotBackgroundColor(theme.back());
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(theme.grid());
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setChartFontColor(theme.text());
    styler.setChartTitleFont(Painting.font(Font.BOLD, 16));
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitleFontColor(theme.text());
    styler.setAxisTitleFont(Painting.font(Font.PLAIN, 13));
    styler.setXAxisTitleColor(theme.text());
    styler.setYAxisTitleColor(theme.text());
    styler.setAxisTickLabelsFont(Painting.font(Font.PLAIN, 12));
    styler.setAxisTickLabelsColor(theme.text());
    styler.setAxisTickMarksColor(theme.faint());
    styler.setXAxisTickLabelsColor(theme.text());
    styler.setYAxisTickLabelsColor(theme.text());
    styler.setXAxisTickMarksColor(theme.faint());
    styler.setYAxisTickMarksColor(theme.faint());
    styler.setLegendFont(Painting.font(Font.PLAIN, 13));
    styler.setLegendBackgroundColor(theme.back());
    styler.setLegendBorderColor(theme.back());
    styler.setLegendPosition(Styler.LegendPosition.OutsideS);
    styler.setLegendLayout(Styler.LegendLayout.Horizontal);
    styler.setSeriesColors(theme.series().toArray(new Color[0]));
    styler.setMarkerSize(6);
    styler.setLocale(Locale.ROOT);
  }

  /** Whole numbers from 1 on, where there are few of them; else as XChart likes. */
  public static void wholeNumbers(XYChart chart, int last) {
    chart.getStyler().setXAxisMin(last == 1 ? 0.0 : 1.0);
    chart.getStyler().setXAxisMax(last == 1 ? 2.0 : (double) last);
    chart
        .getStyler()
        .setXAxisTickLabelsFormattingFunction(
            x -> x == Math.rint(x) ? String.valueOf(Math.round(x)) : "");
  }

  /** Charts in a grid, row by row. */
  static BufferedImage grid(Theme theme, int columns, List<? extends Chart<?, ?>> charts) {
    int width = charts.getFirst().getWidth();
    int height = charts.getFirst().getHeight();
    int rows = Math.ceilDiv(charts.size(), columns);
    return Painting.paint(
        columns * width,
        rows * height,
        theme,
        graphics ->
            IntStream.range(0, charts.size())
                .forEach(i -> {
                  Graphics2D part =
                      (Graphics2D)
                          graphics.create(i % columns * width, i / columns * height, width, height);
                  charts.get(i).paint(part, width, height);
                  part.dispose();
                }));
  }

  /** One chart. */
  public static BufferedImage paint(Theme theme, Chart<?, ?> chart) {
    return grid(theme, 1, List.of(chart));
  }
}
