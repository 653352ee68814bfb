package dev.weft.bench.report;

import dev.weft.bench.result.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How times grow. */
public final class ScaleTable {

  /** What is different from row to row. */
  public enum Varies {
    THREADS,
    BATCH,
    MODEL;

    String head() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String value(Row row) {
      return switch (this) {
        case THREADS -> String.valueOf(row.what().threads());
        case BATCH -> String.valueOf(row.what().batch());
        case MODEL -> row.what().model();
      };
    }
  }

  private ScaleTable() {}

  /**
   * One table. "Time" and "work" are multiples of those of the first row of the same op: where time
   * grows less than work, larger is cheaper.
   */
  public static Grid of(Varies varies, List<Row> rows) {
    Map<String, Row> first = new HashMap<>();
    List<List<String>> cells = new ArrayList<>();
    cells.add(
        List.of(
            varies.head(),
            "op",
            "shape",
            "median",
            "spread",
            "images/s",
            "an image",
            "GFLOP/s",
            "of peak",
            "of roof",
            "bound",
            "time",
            "work"));
    for (Row row : rows) {
      first.putIfAbsent(row.what().op(), row);
      Row start = first.getOrDefault(row.what().op(), row);
      double median = row.nanos().median();
      int batch = row.what().batch();
      cells.add(
          List.of(
              varies.value(row),
              row.what().op(),
              row.what().shape(),
              Words.time(median),
              Words.percent(row.nanos().relative()),
              Words.digits(1e9 * batch / median),
              Words.time(median / batch),
              Words.digits(row.gflops()),
              Words.percent(row.peakShare()),
              Words.percent(row.roofShare()),
              row.bound(),
              "x" + Words.digits(median / start.nanos().median()),
              "x" + Words.digits((double) row.operations() / start.operations())));
    }
    return new Grid(List.of(3, 4, 5, 6, 7, 8, 9, 11, 12), cells);
  }

  /** What the columns mean. */
  public static final List<String> LEGEND =
      Stream.concat(
              Stream.of(
                  "time and work: of those of the first row of the same op; where time grows less"
                      + " than work, larger is cheaper"),
              ResultTable.LEGEND.stream())
          .filter(line -> !line.startsWith("kernel:") && !line.startsWith("checked:"))
          .toList();
}
