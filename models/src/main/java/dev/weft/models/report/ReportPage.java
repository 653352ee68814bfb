package dev.weft.models.report;

import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.train.Evaluation;
import dev.weft.runtime.train.HardwareLine;
import dev.weft.runtime.train.MetricsLine;
import dev.weft.runtime.train.RunHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page of a report. */
final class ReportPage {
  private final RunReport report;
  private final Evaluation evaluation;
  private final Calibration calibration;

  private ReportPage(RunReport report) {
    this.report = report;
    this.evaluation = report.evaluation();
    this.calibration = report.calibration();
  }

  static String of(RunReport report) {
    return new ReportPage(report).page();
  }

  private String page() {
    return Html.page(
        "%s, %s".formatted(report.model().name(), report.run()),
        head()
            + Html.section("Learning", learning())
            + Html.section("Classes", Html.figure(Figures.classes(report)) + classes())
            + Html.section("Confusion matrix", confusion())
            + Html.section("Most confidently wrong", mistakes())
            + Html.section("Calibration", calibration())
            + Html.section("Use of the machine", hardware())
            + Html.section("Settings", settings()));
  }

  private String head() {
    String marks =
        (report.drawn() ? Html.drawnGarments() : "")
            + (report.otherImages() ? Html.otherImages() : "");
    Map<String, String> tiles = new LinkedHashMap<>();
    tiles.put("test accuracy", share(evaluation.accuracy()));
    tiles.put("test loss, nats", share(evaluation.loss()));
    tiles.put("calibration error", share(calibration.expectedError()));
    tiles.put(
        "parameters", String.format(Locale.ROOT, "%,d", report.model().summary().parameters()));
    tiles.put("epochs done", String.valueOf(report.checkpoint().progress().epoch()));
    return """
    <h1>%s</h1>
    <p class="lead">%s, weights %s, tested on %s of %s (%s), on %s</p>
    %s<ul class="tiles">%s</ul>
    """
        .formatted(
            Html.escape(report.model().name()),
            Html.escape(report.run()),
            Html.escape(report.weights()),
            String.format(Locale.ROOT, "%,d images", report.test().n()),
            called(report.test().source()),
            Html.escape(report.test().origin()),
            Html.escape(report.device()),
            marks,
            tiles.entrySet().stream()
                .map(tile ->
                    "<li><b>%s</b><span>%s</span></li>"
                        .formatted(Html.escape(tile.getValue()), Html.escape(tile.getKey())))
                .collect(Collectors.joining()));
  }

  private static String called(Dataset.Source source) {
    return switch (source) {
      case OFFICIAL -> "Fashion-MNIST";
      case FILES -> "the user&#8217;s own";
      case DRAWN -> "drawn garments";
    };
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String share(OptionalDouble value) {
    return value.isPresent() ? share(value.getAsDouble()) : "\u2013";
  }

  private String figures(List<Figure> figures) {
    return figures.stream().map(Html::figure).collect(Collectors.joining());
  }

  private String learning() {
    List<MetricsLine.Epoch> epochs = report.history().epochs();
    if (epochs.isEmpty()) {
      return Html.paragraph(
          "No epoch was finished, or the checkpoint lies apart from its run: there are no curves.");
    }
    List<List<String>> rows =
        epochs.stream()
            .map(epoch ->
                List.of(
                    String.valueOf(epoch.epoch()),
                    share(epoch.trainLoss()),
                    share(epoch.trainAccuracy()),
                    share(report.validated() ? epoch.valLoss() : OptionalDouble.empty()),
                    share(report.validated() ? epoch.valAccuracy() : OptionalDouble.empty())))
            .toList();
    return figures(Figures.curves(report))
        + "<details><summary>All epochs as a table</summary>\n"
        + Html.table(
            "Loss in nats an image, accuracy as a share",
            List.of("epoch", "loss", "accuracy", "val_loss", "val_accuracy"),
            rows)
        + "</details>\n";
  }

  private String classes() {
    return Html.table(
        "Each class against all others",
        List.of("class", "images", "accuracy", "precision", "recall", "F1"),
        report.classes().stream()
            .map(metrics ->
                List.of(
                    metrics.name(),
                    String.valueOf(metrics.images()),
                    share(metrics.accuracy()),
                    share(metrics.precision()),
                    share(metrics.recall()),
                    share(metrics.f1())))
            .toList());
  }

  private String confusion() {
    int[][] counts = evaluation.confusion();
    List<String> names = report.test().classNames();
    String head =
        names.stream()
            .map(name -> "<th scope=\"col\">%s</th>".formatted(Html.escape(name)))
            .collect(Collectors.joining());
    String rows =
        IntStream.range(0, counts.length)
            .mapToObj(i ->
                "<tr><th scope=\"row\">%s</th>%s</tr>\n"
                    .formatted(Html.escape(names.get(i)), cells(counts[i], evaluation.images(i))))
            .collect(Collectors.joining());
    return """
    <div class="scroll"><table class="confusion">
    <caption>Number of images: actual class down, taken for across</caption>
    <thead><tr><td></td>%s</tr></thead>
    <tbody>
    %s</tbody>
    </table></div>
    """
        .formatted(head, rows);
  }

  private static String cells(int[] counts, int all) {
    return IntStream.of(counts)
        .mapToObj(count ->
            String.format(
                Locale.ROOT,
                "<td style=\"background:rgba(var(--heat),%.2f)\">%d</td>",
                0.75 * Math.sqrt((double) count / Math.max(1, all)),
                count))
        .collect(Collectors.joining());
  }

  private String mistakes() {
    List<Mistake> mistakes = report.mistakes();
    if (mistakes.isEmpty()) {
      return Html.paragraph("The model recognised every test image.");
    }
    List<String> names = report.test().classNames();
    return "<ul class=\"grid\">\n"
        + mistakes.stream()
            .map(mistake ->
                String.format(
                    Locale.ROOT,
                    "<li><img src=\"%s\" alt=\"test image %d\"/><b>%s</b> %.1f%%<br/><span>is %s"
                        + " (%.1f%%)</span></li>%n",
                    Html.data(MistakesPlot.image(report.test(), mistake.image())),
                    mistake.image(),
                    Html.escape(names.get(mistake.predicted())),
                    100 * mistake.probability(),
                    Html.escape(names.get(mistake.actual())),
                    100 * mistake.actualProbability()))
            .collect(Collectors.joining())
        + "</ul>\n";
  }

  private String calibration() {
    return Html.paragraph(
            String.format(
                Locale.ROOT,
                "On average the model is %.1f %% sure and %.1f %% right. Expected calibration"
                    + " error %.4f, largest %.4f, over %d bins of equal width (Guo et al., On"
                    + " Calibration of Modern Neural Networks, 2017).",
                100 * calibration.confidence(),
                100 * evaluation.accuracy(),
                calibration.expectedError(),
                calibration.largestError(),
                calibration.bins().size()))
        + Html.figure(Figures.calibration(report));
  }

  private String hardware() {
    RunHistory history = report.history();
    if (history.samples().isEmpty()) {
      return Html.paragraph("The run has no hardware.jsonl with samples.");
    }
    double cores =
        history.samples().stream().mapToDouble(HardwareLine.Sample::cpuCores).average().orElse(0);
    return Html.paragraph(
            String.format(
                Locale.ROOT,
                "%.1f s of training were sampled, %.2f cores busy on average%s.",
                history.seconds(),
                cores,
                history.secondsPerEpoch().isPresent()
                    ? String.format(
                        Locale.ROOT,
                        ", the median epoch took %.1f s",
                        history.secondsPerEpoch().getAsDouble())
                    : ""))
        + figures(Figures.hardware(report));
  }

  private String settings() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("backend", report.checkpoint().backend()));
    report.checkpoint().config().forEach((name, value) -> rows.add(List.of(name, value)));
    return Html.table("As stored in the checkpoint", List.of("setting", "value"), rows);
  }
}
