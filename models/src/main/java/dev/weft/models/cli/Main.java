package dev.weft.models.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line {@code weft}. */
@Command(
    name = "weft",
    description = "Trains and runs small convolutional networks.",
    mixinStandardHelpOptions = true,
    version = "weft 0.1.0-SNAPSHOT",
    subcommands = {ModelsCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
