package dev.weft.bench.run;

import dev.weft.bench.subject.Subject;
import dev.weft.runtime.UserException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Times subjects with JMH, in this JVM.
 *
 * @param effort how long
 */
record JmhTimer(Effort effort) {
  /** Iterations from one look at the results to the next. */
  private static final int AT_ONCE = 4;

  /**
   * Share of the time that the JIT works for, from which on it may still be about to make code
   * faster, however steady the times are: what was timed so far is then warm-up.
   */
  private static final double COMPILING = 0.05;

  /**
   * Checks a subject and times it.
   *
   * @param checkBatch rows at which it is compared with the reference; 0 for not at all
   * @param mostMillis most time, less than an iteration for one alone
   * @throws UserException if the result is wrong or the device fails
   */
  Samples time(Task task, int checkBatch, long mostMillis) {
    Iterations iterations = new Iterations(effort);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMillis);
    int check = checkBatch;
    boolean compiling;
    do {
      long start = System.nanoTime();
      long compiled = compiledNanos();
      List<IterationResult> results = run(task, check);
      compiling = compiledNanos() - compiled > COMPILING * (System.nanoTime() - start);
      if (compiling) {
        iterations.clear();
      }
      results.forEach(result -> iterations.add(result.getPrimaryResult().getStatistics()));
      check = 0;
    } while ((compiling || !iterations.enough()) && System.nanoTime() < end);
    return iterations.counted();
  }

  /** Time of all compilations of this JVM that have ended. */
  private static long compiledNanos() {
    CompilationMXBean jit = ManagementFactory.getCompilationMXBean();
    return jit == null ? 0 : TimeUnit.MILLISECONDS.toNanos(jit.getTotalCompilationTime());
  }

  private List<IterationResult> run(Task task, int checkBatch) {
    // Calls are short: many fit into half the time. Steps start anew in every iteration.
    boolean isCall = Subject.parse(task.subject()).isCall();
    long millis = Math.max(1, isCall ? effort.iterationMillis() / 2 : effort.iterationMillis());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(CallBenchmark.class.getName()) + "\\.run$")
            .param("subject", task.subject())
            .param("device", task.device())
            .param("threads", String.valueOf(task.threads()))
            .param("batch", String.valueOf(task.batch()))
            .param("checkBatch", String.valueOf(checkBatch))
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(effort.measures() ? AT_ONCE : 1)
            .measurementTime(new TimeValue(millis, TimeUnit.MILLISECONDS))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    try {
      RunResult result = new Runner(options.build()).runSingle();
      return List.copyOf(result.getBenchmarkResults().iterator().next().getIterationResults());
    } catch (RunnerException e) {
      throw failure(e, task);
    }
  }

  /** What went wrong lies deep within what JMH throws. */
  private static UserException failure(RunnerException e, Task task) {
    List<Throwable> all = causes(e).toList();
    return all.stream()
        .filter(UserException.class::isInstance)
        .map(UserException.class::cast)
        .findFirst()
        .orElseGet(() ->
            new UserException(
                "%s on %s cannot be timed: %s"
                    .formatted(
                        Subject.parse(task.subject()).kind(),
                        task.device(),
                        all.getLast().getMessage()),
                e));
  }

  private static Stream<Throwable> causes(@Nullable Throwable e) {
    if (e == null) {
      return Stream.empty();
    }
    Stream<Throwable> suppressed = Stream.of(e.getSuppressed()).flatMap(JmhTimer::causes);
    return Stream.concat(Stream.of(e), Stream.concat(suppressed, causes(e.getCause())));
  }
}
