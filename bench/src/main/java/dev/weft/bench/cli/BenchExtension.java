package dev.weft.bench.cli;

import dev.weft.models.cli.Context;
import dev.weft.models.cli.Extension;
import picocli.CommandLine;

/** Brings {@code weft bench}. */
public final class BenchExtension implements Extension {
  @Override
  public Object command(Context context) {
    return new CommandLine(new BenchCommand(context))
        .addSubcommand(new StartCommand(context))
        .addSubcommand(new ScaleCommand(context))
        .addSubcommand(new ReportCommand(context))
        .addSubcommand(new SeriesCommand(context));
  }
}
