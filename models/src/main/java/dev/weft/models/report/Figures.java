package dev.weft.models.report;

import dev.weft.models.report.Charts.Line;
import dev.weft.runtime.train.HardwareLine;
import dev.weft.runtime.train.MetricsLine;
import dev.weft.runtime.train.RunHistory;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.None;

/** The plots of a report. */
public final class Figures {
  private static final int HEIGHT = 400;
  private static final int HARDWARE_HEIGHT = 230;
  private static final double MEGA = 1e6;

  private Figures() {}

  /** Loss, then accuracy, over the epochs; nothing before the end of the first. */
  static List<Figure> curves(RunReport report) {
    List<MetricsLine.Epoch> epochs = report.history().epochs();
    if (epochs.isEmpty()) {
      return List.of();
    }
    MetricsLine.Epoch last = epochs.getLast();
    return List.of(
        new Figure(
            "loss",
            ends("Loss", report, last.trainLoss(), last.valLoss()),
            "Mean cross-entropy in nats an image. While training, "
                + (report.drops() ? "dropout is on and " : "")
                + "the weights still change within the epoch.",
            theme ->
                curve(
                    "Loss",
                    "nats an image",
                    report,
                    theme,
                    MetricsLine.Epoch::trainLoss,
                    epoch -> epoch.valLoss().orElse(Double.NaN))),
        new Figure(
            "accuracy",
            ends("Accuracy", report, last.trainAccuracy(), last.valAccuracy()),
            "Share of images whose most probable class is the right one.",
            theme ->
                curve(
                    "Accuracy",
                    "share of images",
                    report,
                    theme,
                    MetricsLine.Epoch::trainAccuracy,
                    epoch -> epoch.valAccuracy().orElse(Double.NaN))));
  }

  private static String ends(
      String what, RunReport report, double train, OptionalDouble validation) {
    int epochs = report.history().epochs().size();
    return report.validated() && validation.isPresent()
        ? String.format(
            Locale.ROOT,
            "%s over %d epochs, at the end %.4f in training and %.4f in validation",
            what,
            epochs,
            train,
            validation.getAsDouble())
        : String.format(
            Locale.ROOT, "%s over %d epochs, at the end %.4f in training", what, epochs, train);
  }

  private static BufferedImage curve(
      String title,
      String unit,
      RunReport report,
      Theme theme,
      ToDoubleFunction<MetricsLine.Epoch> train,
      ToDoubleFunction<MetricsLine.Epoch> validation) {
    List<MetricsLine.Epoch> epochs = report.history().epochs();
    double[] x = values(epochs, MetricsLine.Epoch::epoch);
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("training", x, values(epochs, train)));
    if (report.validated()) {
      lines.add(new Line("validation", x, values(epochs, validation)));
    }
    XYChart chart = Charts.lines(title, "epoch", unit, HEIGHT, theme, lines);
    Charts.wholeNumbers(chart, epochs.getLast().epoch());
    return Charts.paint(theme, chart);
  }

  private static <T> double[] values(List<T> lines, ToDoubleFunction<T> value) {
    return lines.stream().mapToDouble(value).toArray();
  }

  /** The confusion matrix. */
  public static Figure confusion(RunReport report) {
    return new Figure(
        "confusion",
        "Confusion matrix of "
            + report.model().classes()
            + " classes; the table in the report has its numbers",
        "Darker: a larger share of the images of the class.",
        theme ->
            ConfusionPlot.paint(
                report.evaluation().confusion(), report.test().classNames(), theme));
  }

  /** Accuracy, precision, recall and F1 of each class, a subplot each. */
  static Figure classes(RunReport report) {
    return new Figure(
        "classes",
        "Bars with accuracy, precision, recall and F1 of each class; the table has their numbers",
        "Each class against all others: accuracy is the share of all images rightly said to be, or"
            + " not to be, of the class.",
        theme ->
            Charts.grid(
                theme,
                2,
                List.of(
                    classBars("Accuracy", report, theme, ClassMetrics::accuracy),
                    classBars("Precision", report, theme, ClassMetrics::precision),
                    classBars("Recall", report, theme, ClassMetrics::recall),
                    classBars("F1", report, theme, ClassMetrics::f1))));
  }

  private static CategoryChart classBars(
      String title, RunReport report, Theme theme, Function<ClassMetrics, OptionalDouble> value) {
    List<ClassMetrics> classes = report.classes();
    CategoryChart chart =
        Charts.bars(
            title,
            "share",
            Charts.WIDTH / 2,
            300,
            theme,
            classes.stream().map(ClassMetrics::name).toList(),
            classes.stream().map(metrics -> value.apply(metrics).orElse(0)).toList());
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setYAxisMax(1.0);
    return chart;
  }

  /** The reliability diagram. */
  static Figure calibration(RunReport report) {
    Calibration calibration = report.calibration();
    return new Figure(
        "calibration",
        String.format(
            Locale.ROOT,
            "Reliability diagram: expected calibration error %.4f",
            calibration.expectedError()),
        "Where the points lie under the diagonal, the model is surer than it is right.",
        theme -> {
          List<Calibration.Bin> bins =
              calibration.bins().stream().filter(bin -> bin.images() > 0).toList();
          double[] ends = {0, 1};
          XYChart chart =
              Charts.lines(
                  String.format(
                      Locale.ROOT,
                      "Calibration (expected error %.4f)",
                      calibration.expectedError()),
                  "confidence of the model",
                  "share that is right",
                  HEIGHT,
                  theme,
                  List.of(
                      new Line(
                          "this model",
                          values(bins, Calibration.Bin::confidence),
                          values(bins, Calibration.Bin::accuracy))));
          XYSeries perfect = chart.addSeries("perfect calibration", ends, ends);
          Charts.draw(perfect, theme.faint(), 6, 5);
          perfect.setMarker(new None());
          chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
          return Charts.paint(theme, chart);
        });
  }

  /** The grid of mistakes, if any were made. */
  static List<Figure> mistakes(RunReport report) {
    List<Mistake> mistakes = report.mistakes();
    return mistakes.isEmpty()
        ? List.of()
        : List.of(
            new Figure(
                "mistakes",
                "The " + mistakes.size() + " images that the model was surest of and wrong about",
                "",
                theme -> MistakesPlot.paint(mistakes, report.test(), theme)));
  }

  /** Processor, memory and speed over the time of training, if that was sampled. */
  static List<Figure> hardware(RunReport report) {
    RunHistory history = report.history();
    List<HardwareLine.Sample> samples = history.samples();
    if (samples.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Figure(
            "hardware",
            String.format(
                Locale.ROOT,
                "Processor cores, memory and images a second over %.0f seconds of training",
                history.seconds()),
            "Sampled about once a second. Images a second dip where an epoch ends with its"
                + " validation.",
            theme ->
                Charts.grid(
                    theme,
                    1,
                    List.of(
                        use("Processor", "cores busy", theme, samples, sample -> sample.cpuCores()),
                        use(
                            "Memory of the process",
                            "MB",
                            theme,
                            samples,
                            sample ->
                                (sample.memoryBytes() > 0
                                        ? sample.memoryBytes()
                                        : sample.heapBytes())
                                    / MEGA),
                        use(
                            "Speed",
                            "images a second",
                            theme,
                            samples,
                            HardwareLine.Sample::imagesPerSecond)))));
  }

  private static XYChart use(
      String title,
      String unit,
      Theme theme,
      List<HardwareLine.Sample> samples,
      ToDoubleFunction<HardwareLine.Sample> value) {
    XYChart chart =
        Charts.lines(
            title,
            "seconds of training",
            unit,
            HARDWARE_HEIGHT,
            theme,
            List.of(
                new Line(
                    title, values(samples, HardwareLine.Sample::seconds), values(samples, value))));
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setYAxisMin(0.0);
    return chart;
  }
}
