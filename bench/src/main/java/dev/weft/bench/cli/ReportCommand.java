package dev.weft.bench.cli;

import dev.weft.bench.cli.OutputOptions.Titled;
import dev.weft.bench.report.ResultTable;
import dev.weft.bench.report.StartTable;
import dev.weft.bench.report.SummaryTable;
import dev.weft.bench.result.BenchResult;
import dev.weft.bench.result.ResultFiles;
import dev.weft.models.cli.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows results that were saved. */
@Command(
    name = "report",
    description = "Shows results that --json wrote, and measures nothing.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft bench report cpu.json opencl.json --markdown",
      "  weft bench report steps.json start.json --summary",
      "  weft bench report now.json --compare before.json",
      "  weft bench report now.json --out charts"
    })
final class ReportCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Results, to be shown as one.")
  private List<Path> files = List.of();

  @Option(
      names = "--summary",
      description = "Show one line for each model and device: training, prediction, start.")
  private boolean summary;

  @Mixin private OutputOptions output;

  ReportCommand(Context context) {
    this.context = context;
    this.output = new OutputOptions();
  }

  @Override
  public Integer call() {
    BenchResult all =
        files.stream()
            .map(file -> ResultFiles.read(context.folder().resolve(file)))
            .reduce(BenchResult::and)
            .orElseThrow();
    output.show(all, tables(all), output.prepare(context), context);
    if (summary && !SummaryTable.fits(all)) {
      context
          .out()
          .println(
              "nothing to sum up: no training step at batch 128 is in there; 'weft bench"
                  + " MODEL --json FILE' measures one");
    }
    return 0;
  }

  private List<Titled> tables(BenchResult result) {
    if (summary) {
      if (!SummaryTable.fits(result)) {
        return List.of();
      }
      return List.of(new Titled("", SummaryTable.of(result), SummaryTable.LEGEND));
    }
    List<Titled> tables = new ArrayList<>();
    if (result.rows().stream().anyMatch(row -> !row.what().partOfStart())) {
      tables.add(new Titled("", ResultTable.rows(result), ResultTable.LEGEND));
    }
    if (result.rows().stream().anyMatch(row -> row.what().partOfStart())) {
      tables.add(new Titled("", StartTable.of(result), StartTable.LEGEND));
    }
    return tables;
  }
}
