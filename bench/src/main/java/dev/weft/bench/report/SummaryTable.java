package dev.weft.bench.report;

import dev.weft.bench.result.BenchResult;
import dev.weft.bench.result.Row;
import dev.weft.bench.result.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures that most people ask for, a line for each model and device. */
public final class SummaryTable {
  private static final int BATCH = 128;

  private SummaryTable() {}

  /** Whether a result has anything to show: steps at batch 128 on all threads. */
  public static boolean fits(BenchResult result) {
    return result.rows().stream().anyMatch(row -> isShown(row.what()));
  }

  private static boolean isShown(Row.What what) {
    return what.op().equals("step") && what.batch() == BATCH && what.threads() == 0;
  }

  /**
   * Picks them out of a result.
   *
   * @param result with steps at batch 128; what is missing of the rest is left blank
   */
  public static Grid of(BenchResult result) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(
        List.of(
            "model",
            "device",
            "a step",
            "images/s",
            "GFLOP/s",
            "of peak",
            "predict 128",
            "of peak",
            "predict 1",
            "to the first step",
            "full speed after"));
    for (Row step : result.rows()) {
      Row.What what = step.what();
      if (isShown(what)) {
        Optional<Row> predict = find(result, what.withOp("predict"));
        cells.add(
            List.of(
                what.model(),
                what.device(),
                Words.time(step.nanos().median()),
                Words.digits(1e9 * BATCH / step.nanos().median()),
                Words.digits(step.gflops()),
                Words.percent(step.peakShare()),
                predict.map(row -> Words.time(row.nanos().median())).orElse(""),
                predict.map(row -> Words.percent(row.peakShare())).orElse(""),
                find(result, what.withOp("predict").withBatch(1))
                    .map(row -> Words.time(row.nanos().median()))
                    .orElse(""),
                start(result, what, Start.OPEN, Start.FIRST),
                start(result, what, Start.READY)));
      }
    }
    return new Grid(List.of(2, 3, 4, 5, 6, 7, 8, 9, 10), cells);
  }

  private static Optional<Row> find(BenchResult result, Row.What what) {
    return result.rows().stream().filter(row -> row.what().equals(what)).findFirst();
  }

  /** The sum of some figures of the training's start, if it was measured. */
  private static String start(BenchResult result, Row.What what, Start... figures) {
    if (find(result, what.withOp(Start.OPEN.op())).isEmpty()) {
      return "";
    }
    double nanos = 0;
    for (Start figure : figures) {
      nanos += StartTable.median(result, what, figure);
    }
    return Words.time(nanos);
  }

  /** What the columns mean. */
  public static final List<String> LEGEND =
      List.of(
          "a step: forward, backward and update at batch 128, median; predict: from pixels on the"
              + " host to probabilities there",
          "GFLOP/s: useful operations; of peak: of the multiply-adds that the device was measured to"
              + " do in the same run",
          "to the first step: from asking for the device to the end of the first step; full speed"
              + " after: from its start until steps take within 10 % of what later ones take");
}
