package dev.weft.bench.cli;

import dev.weft.bench.report.SeriesTables;
import dev.weft.bench.result.Series;
import dev.weft.models.cli.Context;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what the script gpu-series measured. */
@Command(
    name = "series",
    description = "Shows what bench/gpu-series has measured so far, as Markdown.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  weft bench series gpu-series > gpu-series/series.md"})
final class SeriesCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "DIR", description = "The folder that it fills.")
  private Path folder = Path.of("");

  SeriesCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.out().print(new SeriesTables(new Series(context.folder().resolve(folder))).markdown());
    return 0;
  }
}
