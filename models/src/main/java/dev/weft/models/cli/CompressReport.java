package dev.weft.models.cli;

import dev.weft.models.compress.CompressedModel;
import dev.weft.models.compress.LayerLoss;
import dev.weft.models.compress.Scores;
import dev.weft.models.compress.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What compression costs, as text. */
final class CompressReport {
  private CompressReport() {}

  /**
   * One way to store a model.
   *
   * @param name for people
   * @param weights how they are stored
   * @param prune share of them that was set to 0
   * @param bytes of the ONNX file
   * @param gzippedBytes of the same after gzip
   * @param zeros share of the weights that are 0
   */
  record Row(
      String name,
      String weights,
      double prune,
      long bytes,
      long gzippedBytes,
      double zeros,
      Scores scores) {
    static Row of(String name, Variant variant, CompressedModel made, Scores scores) {
      return new Row(
          name,
          variant.precision().word(),
          variant.prune(),
          made.onnx().length,
          made.gzipped(),
          made.zeroShare(),
          scores);
    }
  }

  /** A line each; the first is what the others are compared with. */
  static String table(List<Row> rows) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(
        List.of(
            "weights", "bytes", "gzipped", "smaller", "zeros", "accuracy", "loss", "agreement"));
    for (Row row : rows) {
      cells.add(
          List.of(
              row.name,
              Tables.grouped(row.bytes),
              Tables.grouped(row.gzippedBytes),
              format("%.1fx", (double) rows.getFirst().bytes / row.gzippedBytes),
              percent(row.zeros),
              format("%.4f", row.scores.accuracy()),
              format("%.4f", row.scores.loss()),
              format("%.2f %%", 100 * row.scores.sameAnswers()))); // one of 10,000 shows
    }
    return Tables.format(List.of(1, 2, 3, 4, 5, 6, 7), cells);
  }

  /** What became of the weights of each layer. */
  static String layers(List<LayerLoss> layers) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of("tensor", "weights", "zeros", "largest error", "rms error"));
    for (LayerLoss layer : layers) {
      cells.add(
          List.of(
              layer.name(),
              Tables.grouped(layer.weights()),
              percent((double) layer.zeros() / layer.weights()),
              format("%.2g", layer.largestError()),
              format("%.2g", layer.rmsError())));
    }
    return Tables.format(List.of(1, 2, 3, 4), cells);
  }

  private static String percent(double share) {
    return format("%.1f %%", 100 * share);
  }

  private static String format(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
