package dev.weft.bench.report;

import dev.weft.bench.result.Roof;
import dev.weft.bench.result.Row;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Calls by their operations a byte and their GFLOP/s, under what copying and computing allow. Both
 * axes are logarithmic.
 */
final class RooflineChart {
  private static final double LEFT = 1.0 / 16;
  private static final double RIGHT = 256;
  private static final List<Color> GREYS =
      List.of(new Color(0x9a, 0x9a, 0x9a), new Color(0xc4, 0xc4, 0xc4));

  private RooflineChart() {}

  /** Whether a row has a place: what does not compute has none. */
  static boolean fits(Row row) {
    return row.what().standsForOneCall() && row.operations() > 0 && row.bytes() > 0;
  }

  static XYChart of(Roof roof, List<Row> rows) {
    XYChart chart =
        new XYChartBuilder()
            .width(1000)
            .height(640)
            .title("Roofline of %s (%s)".formatted(roof.device(), roof.name()))
            .xAxisTitle("operations a byte")
            .yAxisTitle("GFLOP/s")
            .build();
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setMarkerSize(8);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    roofs(chart, roof);
    Map<String, List<Row>> families = new LinkedHashMap<>();
    rows.stream()
        .filter(RooflineChart::fits)
        .forEach(row -> families.computeIfAbsent(family(row), name -> new ArrayList<>()).add(row));
    families.forEach((name, members) -> {
      double[] x = members.stream().mapToDouble(r -> (double) r.operations() / r.bytes()).toArray();
      double[] y = members.stream().mapToDouble(Row::gflops).toArray();
      chart.addSeries(name, x, y).setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    });
    return chart;
  }

  private static String family(Row row) {
    String op = row.what().op();
    return op.contains(".") ? op.substring(0, op.indexOf('.')) : op;
  }

  /** The roof for the most data, and that for the least, which lies in the nearest cache. */
  private static void roofs(XYChart chart, Roof roof) {
    if (roof.copies().isEmpty()) {
      return;
    }
    long least = roof.copies().getFirst().bytes();
    long most = roof.copies().getLast().bytes();
    line(chart, "copies of " + Words.bytes(most), roof, roof.bandwidth(most), GREYS.getFirst());
    if (roof.bandwidth(least) > roof.bandwidth(most)) {
      line(chart, "the fastest copies", roof, roof.bandwidth(least), GREYS.getLast());
    }
  }

  private static void line(XYChart chart, String name, Roof roof, double gbs, Color colour) {
    double ridge = Math.clamp(roof.peakGflops() / gbs, LEFT, RIGHT);
    XYSeries series =
        chart.addSeries(
            name,
            new double[] {LEFT, ridge, RIGHT},
            new double[] {LEFT * gbs, ridge * gbs, roof.peakGflops()});
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(colour);
  }
}
