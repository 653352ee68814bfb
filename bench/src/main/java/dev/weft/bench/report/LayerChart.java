package dev.weft.bench.report;

import dev.weft.bench.result.Row;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Bars of how long the calls of each layer take, forward and backward. */
final class LayerChart {
  /** More bars than that cannot be told apart. */
  private static final int MOST = 30;

  private static final List<String> KINDS = List.of("forward", "backward", "other");

  private LayerChart() {}

  /**
   * A chart of calls of one model in the order of their layers; without layers, of the ops that
   * take the longest.
   */
  static CategoryChart of(List<Row> rows) {
    Row.What what = rows.getFirst().what();
    boolean ops = rows.stream().allMatch(row -> row.what().layer().isEmpty());
    Map<String, double[]> bars = new LinkedHashMap<>();
    Stream<Row> ordered = rows.stream();
    if (ops) {
      ordered = ordered.sorted(Comparator.comparingDouble(row -> -row.nanos().median()));
    }
    ordered.forEach(row -> {
      double[] times = bars.computeIfAbsent(label(row, ops), name -> new double[KINDS.size()]);
      times[kind(row)] += row.nanos().median() / 1e3;
    });
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(1000)
            .height(640)
            .title(
                "%s, batch %d, %s"
                    .formatted(
                        ops ? "The longest calls" : "Calls of " + what.model(),
                        what.batch(),
                        what.device()))
            .yAxisTitle("microseconds")
            .build();
    chart.getStyler().setStacked(true);
    chart.getStyler().setXAxisLabelRotation(60);
    chart.getStyler().setLegendPosition(LegendPosition.InsideNE);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    List<String> names = bars.keySet().stream().limit(MOST).toList();
    // Every bar has its label, however narrow it is.
    chart.getStyler().setXAxisMaxLabelCount(Math.max(2, names.size()));
    chart.getStyler().setXAxisTickMarkSpacingHint(8);
    chart.getStyler().setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    for (int kind = 0; kind < KINDS.size(); kind++) {
      List<Double> times = new ArrayList<>();
      for (String name : names) {
        times.add(bars.getOrDefault(name, new double[KINDS.size()])[kind]);
      }
      if (times.stream().anyMatch(time -> time > 0)) {
        chart.addSeries(KINDS.get(kind), names, times);
      }
    }
    return chart;
  }

  private static String label(Row row, boolean ops) {
    Row.What what = row.what();
    if (ops) {
      return (what.op() + " " + what.shape()).strip();
    }
    return what.layer().isEmpty() ? what.op() : what.layer();
  }

  private static int kind(Row row) {
    String op = row.what().op();
    return op.endsWith(".forward") ? 0 : op.contains(".backward") ? 1 : 2;
  }
}
