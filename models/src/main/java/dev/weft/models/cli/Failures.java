package dev.weft.models.cli;

import dev.weft.models.MoreMemory;
import dev.weft.runtime.Suggestion;
import dev.weft.runtime.UserException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a user sees of failures: one line on standard error.
 *
 * @param err standard error
 * @param details whether to add the stack trace, known once the command line is parsed
 */
record Failures(PrintStream err, BooleanSupplier details) {

  /** Reports that the command line was wrong; returns the exit code. */
  int badUsage(ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    err.printf(
        "weft: %s%nTry '%s --help'.%n", firstLine(describe(e, command)), command.qualifiedName());
    if (details.getAsBoolean()) {
      e.printStackTrace(err);
    }
    return CommandLine.ExitCode.USAGE;
  }

  private static String describe(ParameterException e, CommandSpec command) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage());
    }
    String word = unmatched.getUnmatched().getFirst();
    if (word.startsWith("-")) {
      String option = word.replaceFirst("=.*", "");
      return "unknown option '%s'%s".formatted(option, Suggestion.hint(option, optionsOf(command)));
    }
    if (!command.subcommands().isEmpty()) {
      return "unknown command '%s'%s"
          .formatted(word, Suggestion.hint(word, command.subcommands().keySet()));
    }
    return "unexpected argument '%s'".formatted(word);
  }

  private static List<String> optionsOf(CommandSpec command) {
    return command.options().stream().flatMap(option -> Stream.of(option.names())).toList();
  }

  /** Reports that a command failed; returns the exit code. */
  int failure(Throwable e) {
    if (e instanceof UserException) {
      err.println("weft: " + firstLine(e.getMessage()));
    } else if (MoreMemory.isLacking(e)) {
      err.printf(
          "weft: out of memory with %d MB for Java; %s, or use a smaller --batch%n",
          Runtime.getRuntime().maxMemory() >> 20, MoreMemory.advice());
    } else {
      err.printf(
          "weft: internal error: %s; --stacktrace or WEFT_DEBUG=1 shows where%n",
          firstLine(e.toString()));
    }
    if (details.getAsBoolean()) {
      e.printStackTrace(err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String firstLine(@Nullable String text) {
    return String.valueOf(text).lines().findFirst().orElse("");
  }
}
