package dev.weft.models.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs beside each other, those that differ in nothing but the seed as one row.
 *
 * @param rows by model in the order of the runs, and within a model the best first
 */
public record Comparison(List<Row> rows) {

  /**
   * Runs that differ in nothing but the seed, at least one.
   *
   * @param model its name
   * @param method the optimiser
   * @param differs what tells it from other rows with that model and method, and from runs that
   *     trained from weights of their own to the end; mostly empty
   * @param runs in order
   */
  public record Row(String model, String method, String differs, List<RunResult> runs) {
    public Row {
      runs = List.copyOf(runs);
    }

    /** The method, and what differs. */
    String name() {
      return differs.isEmpty() ? method : method + ", " + differs;
    }

    /** The values that are there; empty without any. */
    Optional<Spread> spread(Function<RunResult, Optional<Double>> value) {
      List<Double> values = runs.stream().map(value).flatMap(Optional::stream).toList();
      return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
    }

    /** On the test images. */
    public Optional<Spread> testAccuracy() {
      return spread(RunResult::testAccuracy);
    }

    private double rank() {
      return testAccuracy().map(Spread::mean).orElse(-1.0);
    }
  }

  public Comparison {
    rows = List.copyOf(rows);
  }

  /** Compares runs. */
  public static Comparison of(Collection<RunResult> runs) {
    List<Row> rows = new ArrayList<>();
    groups(runs).stream()
        .collect(Collectors.groupingBy(Comparison::called, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(alike -> {
          List<String> differs = Differences.of(alike.stream().map(List::getFirst).toList());
          for (int i = 0; i < alike.size(); i++) {
            RunResult first = alike.get(i).getFirst();
            rows.add(
                new Row(
                    first.config().model().name(), first.method(), differs.get(i), alike.get(i)));
          }
        });
    List<String> models = rows.stream().map(Row::model).distinct().toList();
    rows.sort(
        Comparator.comparingInt((Row row) -> models.indexOf(row.model()))
            .thenComparing(Comparator.comparingDouble(Row::rank).reversed()));
    return new Comparison(rows);
  }

  /** Seeds of the same training; a second run with a seed is none more, and begins another. */
  private static Collection<List<RunResult>> groups(Collection<RunResult> runs) {
    Map<List<Object>, List<RunResult>> groups = new LinkedHashMap<>();
    Map<List<Object>, Integer> times = new HashMap<>();
    for (RunResult run : runs) {
      List<Object> key = run.key();
      int time = times.merge(List.of(key, run.config().seed()), 1, Integer::sum);
      groups.computeIfAbsent(List.of(key, time), _ -> new ArrayList<>()).add(run);
    }
    return groups.values();
  }

  private static List<String> called(List<RunResult> group) {
    return List.of(group.getFirst().config().model().name(), group.getFirst().method());
  }

  /** Names of the models, in order. */
  public List<String> models() {
    return rows.stream().map(Row::model).distinct().toList();
  }

  /** Rows of a model, the best first. */
  List<Row> rows(String model) {
    return rows.stream().filter(row -> row.model().equals(model)).toList();
  }

  /** What a reader has to know before reading on; may be empty. */
  public List<String> warnings() {
    List<RunResult> runs = rows.stream().flatMap(row -> row.runs().stream()).toList();
    List<String> warnings = new ArrayList<>();
    if (runs.stream().anyMatch(RunResult::drawn)) {
      warnings.add(
          "Runs on garments drawn by the program, not Fashion-MNIST: they say nothing about real"
              + " data.");
    }
    if (runs.stream()
            .filter(run -> run.testAccuracy().isPresent())
            .map(RunResult::testImages)
            .distinct()
            .count()
        > 1) {
      warnings.add("Not all runs were tested on the same images: accuracies do not compare.");
    }
    List<RunResult> notTested = runs.stream().filter(run -> run.testAccuracy().isEmpty()).toList();
    long untested = notTested.stream().filter(run -> !run.provenance().untrained()).count();
    if (untested > 0) {
      warnings.add(
          untested
              + " of "
              + runs.size()
              + " runs were stopped before their test; go on with them"
              + " by weft train --resume.");
    }
    notTested.stream()
        .filter(run -> run.provenance().untrained())
        .forEach(run ->
            warnings.add(
                "%s is %s and was not tested; its accuracy is told by weft evaluate %s."
                    .formatted(run.name(), run.provenance().start(), run.name())));
    return warnings;
  }

  /** Names of the columns of {@link #table}. */
  public static List<String> head() {
    return List.of(
        "model",
        "optimizer",
        "seeds",
        "epochs",
        "test accuracy",
        "val accuracy",
        "parameters",
        "MFLOP/image",
        "MFLOP/step",
        "s/epoch",
        "float32 kB");
  }

  /** A row of cells for each of {@link #rows}. */
  public List<List<String>> table() {
    return rows.stream().map(Comparison::cells).toList();
  }

  private static List<String> cells(Row row) {
    RunResult first = row.runs().getFirst();
    return List.of(
        row.model(),
        row.name(),
        String.valueOf(row.runs().size()),
        String.valueOf(
            row.runs().stream().mapToInt(run -> run.history().epochs().size()).max().orElse(0)),
        row.testAccuracy().map(spread -> spread.text(4)).orElse("-"),
        row.spread(RunResult::valAccuracy).map(spread -> spread.text(4)).orElse("-"),
        String.format(Locale.ROOT, "%,d", first.parameters()),
        String.format(Locale.ROOT, "%.2f", first.imageOperations() / 1e6),
        String.format(Locale.ROOT, "%.0f", first.stepOperations() / 1e6),
        row.spread(RunResult::secondsPerEpoch).map(spread -> spread.text(1)).orElse("-"),
        String.format(Locale.ROOT, "%.1f", first.weightBytes() / 1e3));
  }
}
