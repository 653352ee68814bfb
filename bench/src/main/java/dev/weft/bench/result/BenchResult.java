package dev.weft.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run of {@code weft bench}: what {@code --json} writes and {@code --compare} reads.
 *
 * @param date when it was, ISO 8601
 * @param effort {@code quick}, {@code precise} or {@code smoke}
 * @param machine where
 * @param roofs what each device could do at most
 * @param rows what was measured, in order
 */
public record BenchResult(
    String date, String effort, Machine machine, List<Roof> roofs, List<Row> rows) {
  public BenchResult {
    roofs = List.copyOf(roofs);
    rows = List.copyOf(rows);
  }

  /** The roof that {@code row} stands under. */
  public Optional<Roof> roofOf(Row row) {
    return roofs.stream()
        .filter(roof -> roof.device().equals(row.what().device()))
        .filter(roof -> roof.threads() == row.what().threads())
        .findFirst();
  }

  /** This with the roofs and rows of {@code other} behind its own. */
  public BenchResult and(BenchResult other) {
    List<Roof> allRoofs = new ArrayList<>(roofs);
    other.roofs.stream().filter(roof -> !has(roof)).forEach(allRoofs::add);
    List<Row> allRows = new ArrayList<>(rows);
    allRows.addAll(other.rows);
    return new BenchResult(date, effort, machine, allRoofs, allRows);
  }

  private boolean has(Roof roof) {
    return roofs.stream()
        .anyMatch(r -> r.device().equals(roof.device()) && r.threads() == roof.threads());
  }
}
