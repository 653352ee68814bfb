package dev.weft.bench.report;

import dev.weft.models.cli.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table. Columns that are empty in every row are left out.
 *
 * @param right columns of numbers
 * @param rows the heads, then the cells
 */
public record Grid(List<Integer> right, List<List<String>> rows) {
  public Grid {
    List<List<String>> all = rows;
    List<Integer> kept =
        IntStream.range(0, all.getFirst().size())
            .filter(column -> all.stream().skip(1).anyMatch(row -> !row.get(column).isEmpty()))
            .boxed()
            .toList();
    List<Integer> flush = List.copyOf(right);
    right =
        IntStream.range(0, kept.size()).filter(i -> flush.contains(kept.get(i))).boxed().toList();
    rows = all.stream().map(row -> kept.stream().map(row::get).toList()).toList();
  }

  /** For a terminal. */
  public String text() {
    return Tables.format(right, rows);
  }

  /** In Markdown as GitHub has it. */
  public String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(line(rows.getFirst()));
    lines.add(
        line(
            IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> right.contains(column) ? "---:" : "---")
                .toList()));
    rows.stream().skip(1).map(Grid::line).forEach(lines::add);
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
