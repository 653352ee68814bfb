package dev.weft.models.robustness;

import dev.weft.models.robustness.Robustness.Cell;
import dev.weft.models.robustness.Robustness.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of a result, a list of cells a row, the head first. */
public final class RobustnessTables {
  private RobustnessTables() {}

  /** A value of each corruption and severity, and the mean of each corruption. */
  public static List<List<String>> corruptions(
      Robustness robustness, ToDoubleFunction<Cell> value) {
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("corruption"));
    IntStream.rangeClosed(1, Corruption.SEVERITIES).forEach(i -> head.add(String.valueOf(i)));
    head.add("mean");
    head.add("severities are");
    table.add(head);
    for (Row row : robustness.corruptions()) {
      List<String> cells = new ArrayList<>(List.of(row.name()));
      row.cells().forEach(cell -> cells.add(share(value.applyAsDouble(cell))));
      cells.add(share(row.mean(value)));
      cells.add(
          "%s, %s to %s"
              .formatted(
                  row.unit(),
                  number(row.cells().getFirst().level()),
                  number(row.cells().getLast().level())));
      table.add(cells);
    }
    return table;
  }

  /** A value of each attack and strength. */
  public static List<List<String>> attacks(Robustness robustness, ToDoubleFunction<Cell> value) {
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("attack"));
    Attack.STRENGTHS.forEach(strength -> head.add(strength + "/255"));
    table.add(head);
    for (Row row : robustness.attacks()) {
      List<String> cells = new ArrayList<>(List.of(row.name()));
      row.cells().forEach(cell -> cells.add(share(value.applyAsDouble(cell))));
      table.add(cells);
    }
    return table;
  }

  /** Accuracy of each class. */
  public static List<List<String>> classes(Robustness robustness) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("class", "images", "clean", "corrupted"));
    robustness
        .classes()
        .forEach(row ->
            table.add(
                List.of(
                    row.name(),
                    String.valueOf(row.images()),
                    share(row.clean()),
                    share(row.corrupted()))));
    return table;
  }

  /** Mean accuracies of several models, a column each; all were examined in the same ways. */
  public static List<List<String>> comparison(List<String> names, List<Robustness> results) {
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("mean accuracy"));
    head.addAll(names);
    table.add(head);
    table.add(row("clean", results.stream().map(result -> share(result.clean().accuracy()))));
    Robustness first = results.getFirst();
    for (int i = 0; i < first.corruptions().size(); i++) {
      int kind = i;
      table.add(
          row(
              first.corruptions().get(i).name(),
              results.stream()
                  .map(result -> share(result.corruptions().get(kind).meanAccuracy()))));
    }
    if (!first.corruptions().isEmpty()) {
      table.add(
          row("all corruptions", results.stream().map(result -> share(result.meanCorrupted()))));
    }
    for (int i = 0; i < first.attacks().size(); i++) {
      int kind = i;
      table.add(
          row(
              first.attacks().get(i).name(),
              results.stream().map(result -> share(result.attacks().get(kind).meanAccuracy()))));
    }
    return table;
  }

  private static List<String> row(String name, Stream<String> cells) {
    return Stream.concat(Stream.of(name), cells).toList();
  }

  static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }

  static String share(OptionalDouble share) {
    return share.isPresent() ? share(share.getAsDouble()) : "-";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
  }
}
