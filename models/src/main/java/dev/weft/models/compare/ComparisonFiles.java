package dev.weft.models.compare;

import dev.weft.models.report.Charts;
import dev.weft.models.report.Charts.Line;
import dev.weft.models.report.Figure;
import dev.weft.models.report.Html;
import dev.weft.models.report.ReportFiles;
import dev.weft.models.report.Theme;
import dev.weft.runtime.checkpoint.AtomicFiles;
import dev.weft.runtime.train.JsonText;
import dev.weft.runtime.train.MetricsLine;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** A comparison as a page, plots and JSON. */
public final class ComparisonFiles {
  private static final int HEIGHT = 400;

  private ComparisonFiles() {}

  private record JsonRow(
      String model,
      String optimizer,
      Optional<String> differs,
      List<String> runs,
      Optional<Spread> testAccuracy,
      Optional<Spread> valAccuracy,
      int parameters,
      long operationsPerImage,
      long operationsPerStep,
      Optional<Spread> secondsPerEpoch,
      long weightBytes) {}

  /** As JSON, a record a row. */
  public static String json(Comparison comparison) {
    return JsonText.pretty(
        comparison.rows().stream()
            .map(row ->
                new JsonRow(
                    row.model(),
                    row.method(),
                    Optional.of(row.differs()).filter(words -> !words.isEmpty()),
                    row.runs().stream().map(RunResult::name).toList(),
                    row.testAccuracy(),
                    row.spread(RunResult::valAccuracy),
                    row.runs().getFirst().parameters(),
                    row.runs().getFirst().imageOperations(),
                    row.runs().getFirst().stepOperations(),
                    row.spread(RunResult::secondsPerEpoch),
                    row.runs().getFirst().weightBytes()))
            .toList());
  }

  /** Writes {@code compare.html}, {@code compare.json} and the plots; returns the page. */
  public static Path write(Comparison comparison, Path folder) {
    List<Figure> figures = new ArrayList<>();
    figures.add(bars(comparison));
    comparison.models().forEach(model -> curves(comparison, model).ifPresent(figures::add));
    ReportFiles.plots(figures, folder);
    AtomicFiles.write(folder.resolve("compare.json"), json(comparison) + "\n");
    Path page = folder.resolve("compare.html");
    AtomicFiles.write(page, page(comparison, figures));
    return page;
  }

  private static String page(Comparison comparison, List<Figure> figures) {
    String head =
        "<h1>Comparison</h1>\n"
            + Html.paragraph(
                "Test accuracy is that of the weights with the lowest validation loss. Where there"
                    + " are several seeds, the mean with the lowest and the highest. Operations: a"
                    + " forward pass of one image; a training step of a whole batch. kB: the weights"
                    + " in a checkpoint, which holds float32, of a compressed run too.")
            + comparison.warnings().stream().map(Html::warning).collect(Collectors.joining());
    return Html.page(
        "Comparison of " + String.join(", ", comparison.models()),
        head
            + Html.section(
                "Results", Html.table("Best first", Comparison.head(), comparison.table()))
            + Html.section(
                "Plots", figures.stream().map(Html::figure).collect(Collectors.joining())));
  }

  /** Test accuracy of all rows. */
  private static Figure bars(Comparison comparison) {
    return new Figure(
        "test-accuracy",
        "Bars with the mean test accuracy of each model and optimizer; the table has the numbers",
        "Mean test accuracy.",
        theme -> {
          List<Comparison.Row> tested =
              comparison.rows().stream().filter(row -> row.testAccuracy().isPresent()).toList();
          List<String> names =
              tested.stream()
                  .map(row ->
                      comparison.models().size() == 1
                          ? row.name()
                          : row.model() + ", " + row.name())
                  .toList();
          if (tested.isEmpty()) {
            return Charts.paint(
                theme, Charts.lines("No run was tested", "", "", HEIGHT, theme, List.of()));
          }
          CategoryChart chart =
              Charts.bars(
                  "Test accuracy",
                  "share of images",
                  Charts.WIDTH,
                  HEIGHT + 60,
                  theme,
                  names,
                  tested.stream().map(row -> row.testAccuracy().orElseThrow().mean()).toList());
          chart.getStyler().setYAxisMin(0.0);
          chart.getStyler().setYAxisMax(1.0);
          return Charts.paint(theme, chart);
        });
  }

  /** The best optimiser of a model against the others: accuracy in validation over the epochs. */
  private static Optional<Figure> curves(Comparison comparison, String model) {
    List<Comparison.Row> rows =
        comparison.rows(model).stream()
            .filter(row -> row.spread(RunResult::valAccuracy).isPresent())
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    String best = rows.getFirst().name();
    return Optional.of(
        new Figure(
            "optimizers-" + model.replaceAll("[^A-Za-z0-9_.-]", "_"),
            "Validation accuracy of %s over the epochs, %s against %d others"
                .formatted(model, best, rows.size() - 1),
            "Mean of the seeds. The solid line is the one with the best test accuracy.",
            theme -> curves(rows, model + ": " + best + " against the others", theme)));
  }

  private static BufferedImage curves(List<Comparison.Row> rows, String title, Theme theme) {
    List<Line> lines = rows.stream().map(row -> line(row.name(), row)).toList();
    XYChart chart =
        Charts.lines(
            rows.size() == 1 ? title.replace(" against the others", "") : title,
            "epoch",
            "validation accuracy",
            HEIGHT,
            theme,
            lines);
    Charts.wholeNumbers(chart, lines.stream().mapToInt(line -> line.x().length).max().orElse(1));
    return Charts.paint(theme, chart);
  }

  /** Mean over the runs of a row, as far as all have come. */
  private static Line line(String name, Comparison.Row row) {
    int epochs = row.runs().stream().mapToInt(run -> run.history().epochs().size()).min().orElse(0);
    double[] x = IntStream.rangeClosed(1, Math.max(1, epochs)).asDoubleStream().toArray();
    double[] y =
        IntStream.range(0, x.length)
            .mapToDouble(epoch ->
                row.runs().stream()
                    .map(run -> run.history().epochs())
                    .filter(run -> run.size() > epoch)
                    .map(run -> run.get(epoch))
                    .map(MetricsLine.Epoch::valAccuracy)
                    .flatMapToDouble(OptionalDouble::stream)
                    .average()
                    .orElse(0))
            .toArray();
    return new Line(name, x, y);
  }
}
