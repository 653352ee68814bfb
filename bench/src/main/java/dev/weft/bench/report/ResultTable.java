package dev.weft.bench.report;

import dev.weft.bench.result.BenchResult;
import dev.weft.bench.result.Machine;
import dev.weft.bench.result.Roof;
import dev.weft.bench.result.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A result as tables. */
public final class ResultTable {
  private static final List<String> HEADS =
      List.of(
          "model",
          "layer",
          "op",
          "shape",
          "batch",
          "device",
          "threads",
          "median",
          "spread",
          "kernel",
          "transfer",
          "GFLOP/s",
          "GB/s",
          "of peak",
          "of roof",
          "bound",
          "checked");

  private static final List<Integer> NUMBERS = List.of(4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16);

  private ResultTable() {}

  /**
   * Every row. Before each step stands the sum of its calls: where it is larger, the backend gains
   * by running them together.
   */
  public static Grid rows(BenchResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADS);
    for (Row row : result.rows().stream().filter(r -> !r.what().partOfStart()).toList()) {
      if (row.what().op().equals("step")) {
        sum(result, row.what()).ifPresent(rows::add);
      }
      rows.add(cells(row));
    }
    return new Grid(NUMBERS, rows);
  }

  private static List<String> cells(Row row) {
    Row.What what = row.what();
    return List.of(
        what.model(),
        what.layer(),
        what.op(),
        what.shape(),
        String.valueOf(what.batch()),
        what.device(),
        what.threads() == 0 ? "" : String.valueOf(what.threads()),
        Words.time(row.nanos().median()),
        Words.percent(row.nanos().relative()),
        row.kernelNanos().isPresent() ? Words.time(row.kernelNanos().getAsDouble()) : "",
        row.transfer().map(transfer -> Words.time(transfer.nanos())).orElse(""),
        Words.digits(row.gflops()),
        Words.digits(row.gbs()),
        row.operations() == 0 ? "" : Words.percent(row.peakShare()),
        Words.percent(row.roofShare()),
        row.bound(),
        row.checkedBatch() == 0 ? "no" : String.valueOf(row.checkedBatch()));
  }

  /** Of the calls of the same model, device and batch; empty where they were not measured. */
  private static Optional<List<String>> sum(BenchResult result, Row.What step) {
    List<Row> calls =
        result.rows().stream()
            .filter(row -> row.what().standsForOneCall())
            .filter(row -> row.what().model().equals(step.model()))
            .filter(row -> row.what().batch() == step.batch())
            .filter(row -> row.what().device().equals(step.device()))
            .filter(row -> row.what().threads() == step.threads())
            .toList();
    if (calls.isEmpty()) {
      return Optional.empty();
    }
    double nanos = calls.stream().mapToDouble(row -> row.nanos().median()).sum();
    boolean clocked = calls.stream().allMatch(row -> row.kernelNanos().isPresent());
    double kernels = calls.stream().mapToDouble(row -> row.kernelNanos().orElse(0)).sum();
    return Optional.of(
        List.of(
            step.model(),
            "",
            "sum of calls",
            "",
            String.valueOf(step.batch()),
            step.device(),
            step.threads() == 0 ? "" : String.valueOf(step.threads()),
            Words.time(nanos),
            "",
            clocked ? Words.time(kernels) : "",
            "",
            Words.digits(calls.stream().mapToLong(Row::operations).sum() / nanos),
            Words.digits(calls.stream().mapToLong(Row::bytes).sum() / nanos),
            "",
            "",
            "",
            ""));
  }

  /** What the devices were measured to do at most. */
  public static Grid roofs(BenchResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "device", "name", "threads", "peak GFLOP/s", "copy GB/s, by bytes", "launch overhead"));
    for (Roof roof : result.roofs()) {
      rows.add(
          List.of(
              roof.device(),
              roof.name(),
              roof.threads() == 0 ? "" : String.valueOf(roof.threads()),
              Words.digits(roof.peakGflops()),
              roof.copies().stream()
                  .map(copy -> Words.bytes(copy.bytes()) + " " + Words.digits(copy.gbs()))
                  .collect(Collectors.joining(", ")),
              Words.time(roof.launchNanos())));
    }
    return new Grid(List.of(2, 3, 5), rows);
  }

  /** Machine, JVM and date on a line each. */
  public static List<String> about(BenchResult result) {
    Machine machine = result.machine();
    return List.of(
        "machine: %s, %d cores, %s".formatted(machine.cpu(), machine.cores(), machine.os()),
        "jvm: %s, %s".formatted(machine.jvm(), String.join(" ", machine.flags())),
        "date: %s, %s run".formatted(result.date(), result.effort()));
  }

  /** What the columns mean. */
  public static final List<String> LEGEND =
      List.of(
          "median: from asking for a call to its end; spread: from quartile to quartile, of the"
              + " median",
          "kernel: its kernels alone by the device's clock; transfer: its inputs and outputs copied,"
              + " which no training step does",
          "of peak: of the multiply-adds that the device was measured to do in that time;"
              + " more than 100 %: it was slower while that was measured",
          "of roof: the least time that the measured peak and copy allow, of the median; of a step:"
              + " those of its calls added up; more than 100 % where memory binds: its data lie in a"
              + " nearer cache than those of the copy that stands for them",
          "bound: what keeps it from being faster; launch: it takes less than twice the launch overhead",
          "checked: batch at which the result was compared with the reference before it was timed");
}
