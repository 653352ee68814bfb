package dev.weft.bench.report;

import dev.weft.bench.result.BenchResult;
import dev.weft.bench.result.Comparison;
import dev.weft.bench.result.Comparison.Change;
import dev.weft.bench.result.Comparison.Verdict;
import dev.weft.bench.result.Roof;
import dev.weft.bench.result.Row;
import java.util.ArrayList;
import java.util.List;

/** What changed, as a table. */
public final class ComparisonTable {
  private static final double SAME_MACHINE = 0.1;

  private ComparisonTable() {}

  /** Every row that both results have. */
  public static Grid changes(Comparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "model", "layer", "op", "shape", "batch", "device", "before", "spread", "now", "spread",
            "change", ""));
    for (Change change : comparison.changes()) {
      Row.What what = change.what();
      rows.add(
          List.of(
              what.model(),
              what.layer(),
              what.op(),
              what.shape(),
              String.valueOf(what.batch()),
              what.threads() == 0 ? what.device() : what.device() + " x" + what.threads(),
              Words.time(change.before().median()),
              Words.percent(change.before().relative()),
              Words.time(change.after().median()),
              Words.percent(change.after().relative()),
              Words.change(change.relative()),
              change.verdict().words()));
    }
    return new Grid(List.of(4, 6, 7, 8, 9, 10), rows);
  }

  /** How many of each, what cannot be compared, and whether the machine itself has changed. */
  public static List<String> notes(BenchResult before, BenchResult after, Comparison comparison) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "%d faster, %d slower, %d no change (their quartiles have something in common)"
            .formatted(
                comparison.count(Verdict.FASTER),
                comparison.count(Verdict.SLOWER),
                comparison.count(Verdict.NO_CHANGE)));
    if (!comparison.onlyOld().isEmpty() || !comparison.onlyNew().isEmpty()) {
      notes.add(
          "not compared: %d rows that only the old result has, %d that only the new one has"
              .formatted(comparison.onlyOld().size(), comparison.onlyNew().size()));
    }
    if (!before.machine().cpu().equals(after.machine().cpu())) {
      notes.add(
          "the machines differ: %s then, %s now"
              .formatted(before.machine().cpu(), after.machine().cpu()));
    }
    for (Roof now : after.roofs()) {
      before.roofs().stream()
          .filter(then -> then.device().equals(now.device()) && then.threads() == now.threads())
          .filter(then -> Math.abs(now.peakGflops() / then.peakGflops() - 1) > SAME_MACHINE)
          .forEach(then ->
              notes.add(
                  "%s itself has changed: its peak was %s GFLOP/s and is %s; so may the times above"
                      .formatted(
                          now.device(),
                          Words.digits(then.peakGflops()),
                          Words.digits(now.peakGflops()))));
    }
    return notes;
  }
}
