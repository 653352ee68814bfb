package dev.weft.bench.report;

import dev.weft.bench.result.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How times grow. */
public final class ScaleTable {

  /** What is different from row to row. */
  public enum Varies {
    THREADS("threads", row -> String.valueOf(row.what().threads())),
    BATCH("batch", row -> String.valueOf(row.what().batch())),
    MODEL("model", row -> row.what().model());

    private final String head;
    private final Function<Row, String> value;

    Varies(String head, Function<Row, String> value) {
      this.head = head;
      this.value = value;
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
            varies.head, "op", "shape", "median", "spread", "images/s", "an image", "GFLOP/s",
            "of roof", "bound", "time", "work"));
    for (Row row : rows) {
      first.putIfAbsent(row.what().op(), row);
      Row start = first.getOrDefault(row.what().op(), row);
      double median = row.nanos().median();
      int batch = row.what().batch();
      cells.add(
          List.of(
              varies.value.apply(row),
              row.what().op(),
              row.what().shape(),
              Words.time(median),
              Words.percent(row.nanos().relative()),
              Words.digits(1e9 * batch / median),
              Words.time(median / batch),
              Words.digits(row.gflops()),
              Words.percent(row.roofShare()),
              row.bound(),
              "x" + Words.digits(median / start.nanos().median()),
              "x" + Words.digits((double) row.operations() / start.operations())));
    }
    return new Grid(List.of(3, 4, 5, 6, 7, 8, 10, 11), cells);
  }
}
