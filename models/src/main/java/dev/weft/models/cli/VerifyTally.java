package dev.weft.models.cli;

import dev.weft.runtime.verify.Agreement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Adds up comparisons: a line for each output of each op, with its worst case. */
final class VerifyTally {
  private static final int WIDTH = 50;

  private final boolean single;
  private final Map<String, Line> lines = new LinkedHashMap<>();

  /**
   * Empty.
   *
   * @param single whether every comparison is a line of its own
   */
  VerifyTally(boolean single) {
    this.single = single;
  }

  /**
   * Comparisons of one output of one op.
   *
   * @param op its name
   * @param output name of the slot; empty where the op could not be run
   * @param cases how many there were
   * @param elements values compared in all of them
   * @param worst largest error over its bound, above 1 for a disagreement; empty where it has none,
   *     as with a bound of 0 or without a result
   * @param chained largest relative error where errors add up from call to call; empty for cases
   * @param at where {@code worst} was
   * @param wrong how many disagree
   * @param problem the first of them; empty where all agree
   */
  record Line(
      String op,
      String output,
      int cases,
      long elements,
      OptionalDouble worst,
      OptionalDouble chained,
      String at,
      int wrong,
      String problem) {
    private Line plus(Line other) {
      boolean worse = badness(other) > badness(this);
      return new Line(
          op,
          output,
          cases + other.cases,
          elements + other.elements,
          worse ? other.worst : worst,
          chained.isEmpty()
              ? other.chained
              : OptionalDouble.of(
                  Math.max(chained.getAsDouble(), other.chained.orElse(Double.NEGATIVE_INFINITY))),
          worse ? other.at : at,
          wrong + other.wrong,
          problem.isEmpty() ? other.problem : problem);
    }

    private static double badness(Line line) {
      return line.worst.orElse(Double.POSITIVE_INFINITY);
    }
  }

  /** Adds a comparison. */
  void add(String op, Agreement agreement, String at, OptionalDouble chained) {
    double worst = agreement.worst();
    add(
        new Line(
            op,
            agreement.output(),
            1,
            agreement.elements(),
            Double.isInfinite(worst) ? OptionalDouble.empty() : OptionalDouble.of(worst),
            chained,
            at,
            agreement.agrees() ? 0 : 1,
            agreement.problem()));
  }

  /** Adds an op that could not be run. */
  void addFailure(String op, String at, String problem) {
    add(new Line(op, "", 1, 0, OptionalDouble.empty(), OptionalDouble.empty(), at, 1, problem));
  }

  private void add(Line line) {
    String key = single ? String.valueOf(lines.size()) : line.op() + " " + line.output();
    lines.merge(key, line, Line::plus);
  }

  List<Line> lines() {
    return List.copyOf(lines.values());
  }

  int cases() {
    return lines.values().stream().mapToInt(Line::cases).sum();
  }

  int wrong() {
    return lines.values().stream().mapToInt(Line::wrong).sum();
  }

  /**
   * A table, and a line for each line of it that disagrees.
   *
   * @param steps whether calls of a step were compared, and not cases
   */
  String text(boolean steps) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("op", "output", steps ? "calls" : "cases"));
    head.addAll(List.of("elements", "error/bound"));
    if (steps) {
      head.add("chained");
    }
    head.addAll(List.of("verdict", steps ? "worst at" : "worst case"));
    rows.add(head);
    for (Line line : lines.values()) {
      List<String> row = new ArrayList<>(List.of(line.op(), line.output()));
      row.add(String.valueOf(line.cases()));
      row.add(Tables.grouped(line.elements()));
      row.add(line.worst().isPresent() ? ratio(line.worst().getAsDouble()) : "inf");
      if (steps) {
        row.add(
            line.chained().isPresent()
                ? String.format(Locale.ROOT, "%.1e", line.chained().getAsDouble())
                : "");
      }
      row.add(line.wrong() == 0 ? "agrees" : "DISAGREES (" + line.wrong() + ")");
      row.add(shortened(line.at()));
      rows.add(row);
    }
    StringBuilder text =
        new StringBuilder(Tables.format(steps ? List.of(2, 3, 4, 5) : List.of(2, 3, 4), rows));
    for (Line line : lines.values()) {
      if (!line.problem().isEmpty()) {
        text.append("  %s: %s%n".formatted(line.op(), line.problem()));
      }
    }
    return text.toString();
  }

  private String shortened(String at) {
    return single || at.length() <= WIDTH ? at : at.substring(0, WIDTH - 3) + "...";
  }

  private static String ratio(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.3f", value);
  }
}
