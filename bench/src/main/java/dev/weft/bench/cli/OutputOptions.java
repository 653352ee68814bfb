package dev.weft.bench.cli;

import dev.weft.bench.report.Charts;
import dev.weft.bench.report.ComparisonTable;
import dev.weft.bench.report.Grid;
import dev.weft.bench.report.ResultTable;
import dev.weft.bench.result.BenchResult;
import dev.weft.bench.result.Comparison;
import dev.weft.bench.result.ResultFiles;
import dev.weft.models.cli.Context;
import dev.weft.runtime.checkpoint.AtomicFiles;
import dev.weft.runtime.checkpoint.Folders;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What becomes of a result. */
final class OutputOptions {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write all figures to a file, for --compare and 'weft bench report'.")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write charts as PNG: the roofline, and bars of the layers.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--compare",
      paramLabel = "OLD",
      description = "Show what changed since a result that --json wrote.")
  private Optional<Path> compare = Optional.empty();

  @Option(names = "--markdown", description = "Print the tables in Markdown.")
  private boolean markdown;

  /**
   * Reads the result to compare with, and makes sure that results can be written, before anything
   * is measured.
   *
   * @throws dev.weft.runtime.UserException if not
   */
  Optional<BenchResult> prepare(Context context) {
    json.ifPresent(file -> AtomicFiles.requireWritable(context.folder().resolve(file)));
    out.ifPresent(folder -> Folders.make(context.folder().resolve(folder), "--out"));
    return compare.map(file -> ResultFiles.read(context.folder().resolve(file)));
  }

  /**
   * Prints and writes.
   *
   * @param tables to print of it, each under its title, which may be empty
   * @param old to compare with, from {@link #prepare}
   */
  void show(BenchResult result, List<Titled> tables, Optional<BenchResult> old, Context context) {
    // Files first: what was measured is not to be lost to a closed pipe.
    json.ifPresent(file -> ResultFiles.write(context.folder().resolve(file), result));
    PrintStream print = context.out();
    ResultTable.about(result).forEach(line -> print.println(markdown ? "- " + line : line));
    if (!result.roofs().isEmpty()) {
      print.println();
      print(ResultTable.roofs(result), print);
    }
    for (Titled table : tables) {
      print.println();
      if (!table.title().isEmpty()) {
        print.println((markdown ? "**" + table.title() + "**" : table.title() + ":"));
        print.println();
      }
      print(table.grid(), print);
    }
    print.println();
    tables.stream()
        .flatMap(table -> table.legend().stream())
        .distinct()
        .forEach(line -> print.println(markdown ? "- " + line : line));
    old.ifPresent(before -> {
      Comparison comparison = Comparison.of(before, result);
      print.println();
      print.printf("since %s:%n%n", before.date());
      print(ComparisonTable.changes(comparison), print);
      print.println();
      ComparisonTable.notes(before, result, comparison).forEach(print::println);
    });
    out.ifPresent(folder ->
        Charts.write(context.folder().resolve(folder), result)
            .forEach(file -> context.err().println("chart: " + folder.resolve(file))));
  }

  /**
   * A table.
   *
   * @param title above it, may be empty
   * @param legend what its columns mean
   */
  record Titled(String title, Grid grid, List<String> legend) {
    Titled {
      legend = List.copyOf(legend);
    }
  }

  private void print(Grid grid, PrintStream print) {
    print.print(markdown ? grid.markdown() : grid.text());
  }
}
