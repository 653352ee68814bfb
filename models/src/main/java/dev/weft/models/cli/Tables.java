package dev.weft.models.cli;

import dev.weft.kernels.Shape;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ModelSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text tables: columns as wide as their widest cell, two blanks between them. */
public final class Tables {
  private Tables() {}

  /**
   * Lays out a table.
   *
   * @param right columns to be set flush right, those of numbers
   * @param rows the cells, the same number in each row
   */
  public static String format(List<Integer> right, List<List<String>> rows) {
    List<Integer> widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .boxed()
            .toList();
    return rows.stream().map(row -> line(right, widths, row)).collect(Collectors.joining());
  }

  private static String line(List<Integer> right, List<Integer> widths, List<String> row) {
    return IntStream.range(0, row.size())
            .mapToObj(column -> {
              String pad = " ".repeat(widths.get(column) - row.get(column).length());
              return right.contains(column) ? pad + row.get(column) : row.get(column) + pad;
            })
            .collect(Collectors.joining("  "))
            .stripTrailing()
        + System.lineSeparator();
  }

  /** A number with commas between thousands. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A size of memory such as {@code 5.7 GiB}; nothing where it is not known. */
  static String bytes(OptionalLong bytes) {
    if (bytes.isEmpty()) {
      return "";
    }
    double value = bytes.getAsLong();
    int unit = 0;
    List<String> units = List.of("B", "KiB", "MiB", "GiB", "TiB");
    while (value >= 1024 && unit < units.size() - 1) {
      value /= 1024;
      unit++;
    }
    String format = value == Math.rint(value) ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, format, value, units.get(unit));
  }

  /** A shape as {@code 28x28x1}. */
  static String shape(Shape shape) {
    return shape.dims().stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  /** The layers of a model with shapes and parameters. */
  static String layers(ModelSpec model) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("layer", "type", "input", "output", "parameters"));
    for (ModelSummary.Layer layer : model.summary().layers()) {
      rows.add(
          List.of(
              layer.name(),
              layer.kind(),
              shape(layer.input()),
              shape(layer.output()),
              grouped(layer.parameters())));
    }
    rows.add(List.of("total", "", "", "", grouped(model.summary().parameters())));
    return format(List.of(4), rows);
  }

  /** The map that reaches the first dense layer, if maps are flattened for it. */
  static Optional<String> flattened(ModelSpec model) {
    return model.summary().layers().stream()
        .filter(layer -> layer.kind().equals("flatten"))
        .map(layer -> shape(layer.input()))
        .findFirst();
  }
}
