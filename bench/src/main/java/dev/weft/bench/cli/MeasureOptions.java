package dev.weft.bench.cli;

import dev.weft.bench.result.BenchResult;
import dev.weft.bench.run.Effort;
import dev.weft.bench.run.Measurer;
import dev.weft.bench.run.Measurer.Job;
import dev.weft.bench.subject.Opener;
import dev.weft.models.cli.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where and how thoroughly to measure. */
final class MeasureOptions {
  private static final int MOST_ROWS = 1 << 16;

  @Option(
      names = "--device",
      paramLabel = "ID",
      split = ",",
      description = "What to measure, one or several (default auto; 'weft devices' lists them).")
  private List<String> devices = List.of("auto");

  @Option(
      names = "--threads",
      paramLabel = "N",
      split = ",",
      description = "Threads of the device cpu, one or several numbers (default: all cores).")
  private List<Integer> threads = List.of();

  @Option(
      names = "--quick",
      description =
          "Be brief, within two minutes: 'weft bench start' starts each training once, the others"
              + " time all in this JVM. Else every program is timed in JVMs of its own.")
  private boolean quick;

  @Option(
      names = "--smoke",
      description = "Run everything once, to see that it works; the times mean nothing.")
  private boolean smoke;

  @Option(
      names = "--forks",
      paramLabel = "N",
      description =
          "How many times everything is timed, each in another JVM, one after the other (default 3).")
  private Optional<Integer> forks = Optional.empty();

  boolean isBrief() {
    return quick || smoke;
  }

  /**
   * Checks what can be checked before anything runs.
   *
   * @throws ParameterException if a number is not allowed
   */
  void requireValid(CommandLine command) {
    int count = forks.orElse(3);
    if (count < 1 || count > 20) {
      throw new ParameterException(command, "--forks %d; allowed: 1 to 20".formatted(count));
    }
    if (forks.isPresent() && isBrief()) {
      throw new ParameterException(command, "--forks has no meaning with --quick or --smoke");
    }
    for (int number : threads) {
      if (number < 1 || number > 1024) {
        throw new ParameterException(command, "--threads %d; allowed: 1 to 1024".formatted(number));
      }
    }
  }

  /** Checks batches in the same way. */
  static void requireBatches(List<Integer> batches, CommandLine command) {
    for (int batch : batches) {
      if (batch < 1 || batch > MOST_ROWS) {
        throw new ParameterException(
            command, "--batch %d; allowed: 1 to %d".formatted(batch, MOST_ROWS));
      }
    }
  }

  /**
   * The devices that were asked for, the device cpu once for each number of threads.
   *
   * @throws dev.weft.runtime.UserException if one is not there
   */
  List<Opener> openers(CommandLine command) {
    List<Opener> openers = new ArrayList<>();
    for (String device : devices) {
      Opener opener = Opener.of(device, 0);
      if (threads.isEmpty()) {
        openers.add(opener);
      } else if (opener.id().equals("cpu")) {
        threads.forEach(count -> openers.add(new Opener(opener.choice(), count)));
      } else {
        throw new ParameterException(
            command, "--threads is for the device cpu, not for %s".formatted(opener.id()));
      }
    }
    return openers;
  }

  /** How thoroughly to measure. */
  Effort effort() {
    return smoke ? Effort.smoke() : quick ? Effort.quick() : Effort.precise(forks.orElse(3));
  }

  /** Measures, and tells how far it is. */
  BenchResult measure(List<Job> jobs, Context context) {
    Effort effort = effort();
    int calls = (int) jobs.stream().filter(job -> job.item().subject().isCall()).count();
    Duration estimate = effort.estimate(jobs.size() - calls, calls);
    context.err().printf("%d rows, about %s%n", jobs.size(), ProgressLine.words(estimate));
    try (ProgressLine line = new ProgressLine(context)) {
      BenchResult result = new Measurer(effort, line).measure(jobs, context.clock());
      line.clear();
      context.err().printf("measured in %s%n", line.spent());
      return result;
    }
  }
}
