package dev.weft.models.robustness;

import dev.weft.models.report.Figure;
import dev.weft.models.report.Html;
import dev.weft.models.report.ImageSheet;
import dev.weft.models.report.ReportFiles;
import dev.weft.models.robustness.Robustness.Cell;
import dev.weft.models.robustness.Robustness.Row;
import dev.weft.runtime.checkpoint.AtomicFiles;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.train.JsonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An examination as people and programs read it.
 *
 * @param run what it is called
 * @param model its name
 * @param device what it ran on
 * @param test the images
 * @param otherImages whether these are not the test images that belong to the run
 * @param seed of all that was left to chance
 * @param robustness the result
 * @param samples an image with every corruption, clean first
 * @param shown number of that image
 */
public record RobustnessReport(
    String run,
    String model,
    String device,
    Dataset test,
    boolean otherImages,
    long seed,
    Robustness robustness,
    List<Sample.Row> samples,
    int shown) {

  public RobustnessReport {
    samples = List.copyOf(samples);
  }

  /** What programs read. */
  public record Json(
      String run,
      String model,
      String device,
      String data,
      int images,
      boolean otherImages,
      long seed,
      Robustness robustness) {}

  /** The figures. */
  public Json json() {
    return new Json(
        run,
        model,
        device,
        test.source().name().toLowerCase(Locale.ROOT),
        test.n(),
        otherImages,
        seed,
        robustness);
  }

  /**
   * Writes {@code NAME.html}, {@code NAME.json} and {@code plots/NAME.png}.
   *
   * @param name of the files, such as {@code robustness}
   */
  public void write(Path folder, String name) {
    Figure sheet = sheet(name);
    ReportFiles.plots(List.of(sheet), folder);
    AtomicFiles.write(folder.resolve(name + ".json"), JsonText.pretty(json()) + "\n");
    AtomicFiles.write(folder.resolve(name + ".html"), page(sheet));
  }

  private Stream<Row> rows() {
    return Stream.concat(robustness.corruptions().stream(), robustness.attacks().stream());
  }

  private Figure sheet(String name) {
    return new Figure(
        name,
        "Test image "
            + shown
            + ", "
            + test.classNames().get(test.label(shown))
            + ", with every corruption in every strength, what it is taken for, and the accuracy on all images",
        "Under each image what it is taken for, and the share of all test images that are"
            + " recognised when they are corrupted so.",
        theme ->
            ImageSheet.paint(
                "%s: %s, corrupted".formatted(model, test.classNames().get(test.label(shown))),
                test.h(),
                test.w(),
                sheetRows(),
                theme));
  }

  private List<ImageSheet.Row> sheetRows() {
    List<ImageSheet.Row> sheet = new ArrayList<>();
    List<Row> rows =
        Stream.concat(Stream.of(new Row("clean", "", List.of(robustness.clean()))), rows())
            .toList();
    for (int i = 0; i < rows.size(); i++) {
      List<Cell> cells = rows.get(i).cells();
      List<Sample> kept = samples.get(i).samples();
      sheet.add(
          new ImageSheet.Row(
              rows.get(i).name(),
              IntStream.range(0, cells.size())
                  .mapToObj(j ->
                      new ImageSheet.Cell(
                          kept.get(j).pixels(),
                          test.classNames().get(kept.get(j).predicted()),
                          kept.get(j).predicted() != test.label(shown),
                          RobustnessTables.share(cells.get(j).accuracy())))
                  .toList()));
    }
    return sheet;
  }

  private String page(Figure sheet) {
    String marks =
        (test.source() == Dataset.Source.DRAWN ? Html.drawnGarments() : "")
            + (otherImages ? Html.otherImages() : "");
    return Html.page(
        "Robustness of %s, %s".formatted(model, run),
        "<h1>Robustness of %s</h1>\n".formatted(Html.escape(model))
            + marks
            + Html.paragraph(summary())
            + Html.section("An example", Html.figure(sheet))
            + (robustness.corruptions().isEmpty() ? "" : Html.section("Corruptions", corruptions()))
            + (robustness.attacks().isEmpty() ? "" : Html.section("Attacks", attacks()))
            + Html.section(
                "Classes", table("Accuracy of each class", RobustnessTables.classes(robustness))));
  }

  /** The result in a sentence or two. */
  public String summary() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s recognises %s of %,d clean test images",
            run,
            RobustnessTables.share(robustness.clean().accuracy()),
            test.n()));
    robustness
        .meanCorrupted()
        .ifPresent(mean ->
            text.append(
                String.format(
                    Locale.ROOT,
                    ", and %s of corrupted ones, the mean over all kinds and severities;"
                        + " worst: %s",
                    RobustnessTables.share(mean),
                    String.join(", ", worst()))));
    return text.append('.').toString();
  }

  /** The three kinds of corruption that cost most, worst first. */
  private List<String> worst() {
    return robustness.corruptions().stream()
        .sorted(Comparator.comparingDouble(Row::meanAccuracy))
        .limit(3)
        .map(Row::name)
        .toList();
  }

  private String corruptions() {
    return Html.paragraph(
            "Confidence is the mean probability of the class that an image is taken for: far above"
                + " the accuracy, the model does not notice that it sees little.")
        + table("Accuracy", RobustnessTables.corruptions(robustness, Cell::accuracy))
        + table("Confidence", RobustnessTables.corruptions(robustness, Cell::confidence));
  }

  private String attacks() {
    return Html.paragraph(
            "No pixel changed by more than so many of 255 grey levels, by somebody who knows the"
                + " weights.")
        + table("Accuracy", RobustnessTables.attacks(robustness, Cell::accuracy))
        + table("Confidence", RobustnessTables.attacks(robustness, Cell::confidence));
  }

  private static String table(String caption, List<List<String>> rows) {
    return Html.table(caption, rows.getFirst(), rows.subList(1, rows.size()));
  }
}
