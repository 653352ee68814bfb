package dev.weft.bench.report;

import dev.weft.bench.result.BenchResult;
import dev.weft.bench.result.Row;
import dev.weft.bench.result.Spread;
import dev.weft.bench.result.Start;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How trainings start. */
public final class StartTable {
  private StartTable() {}

  /** A line for each model, batch and device; nothing but the heads where nothing was started. */
  public static Grid of(BenchResult result) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(
        List.of(
            "model",
            "batch",
            "device",
            "threads",
            "open",
            "first step",
            "to the first step",
            "full speed after",
            "spread",
            "warm-up cost",
            "a step"));
    Set<Row.What> starts = new LinkedHashSet<>();
    result.rows().stream()
        .map(Row::what)
        .filter(what -> what.op().equals(Start.STEP.op()))
        .forEach(starts::add);
    for (Row.What what : starts) {
      double open = median(result, what, Start.OPEN);
      double first = median(result, what, Start.FIRST);
      cells.add(
          List.of(
              what.model(),
              String.valueOf(what.batch()),
              what.device(),
              what.threads() == 0 ? "" : String.valueOf(what.threads()),
              Words.time(open),
              Words.time(first),
              Words.time(open + first),
              Words.time(median(result, what, Start.READY)),
              nanos(result, what, Start.READY)
                  .map(spread -> Words.percent(spread.relative()))
                  .orElse(""),
              Words.time(median(result, what, Start.LOST)),
              Words.time(median(result, what, Start.STEP))));
    }
    return new Grid(List.of(1, 3, 4, 5, 6, 7, 8, 9, 10), cells);
  }

  /** The median of a figure of the training that {@code what} is a part of; 0 if it has none. */
  static double median(BenchResult result, Row.What what, Start figure) {
    return nanos(result, what, figure).map(Spread::median).orElse(0.0);
  }

  private static Optional<Spread> nanos(BenchResult result, Row.What what, Start figure) {
    return result.rows().stream()
        .filter(row -> row.what().equals(what.withOp(figure.op())))
        .map(Row::nanos)
        .findFirst();
  }

  /** What the columns mean. */
  public static final List<String> LEGEND =
      List.of(
          "each start in a JVM that has done nothing before; medians over them",
          "open: from asking for the device to a program that lies on it with its images",
          "full speed after: from the start of the first step until a step, and most of the ten behind it,"
              + " take within 10 % of the median of later ones, which is 'a step'",
          "warm-up cost: how much longer the steps until then took than as many later ones");
}
