package dev.weft.bench.run;

import dev.weft.bench.result.Spread;
import dev.weft.bench.subject.Subject;
import dev.weft.runtime.UserException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Times subjects with JMH.
 *
 * @param effort how long
 */
public record JmhTimer(Effort effort) {
  private static final String JVMCI = "-XX:+EnableJVMCI";

  /** Options of the JVM that TornadoVM needs; with them the Vector API compiles differently. */
  private static final Pattern TORNADO =
      Pattern.compile(
          JVMCI.replace("+", "\\+")
              + "|-XX:\\+UnlockExperimentalVMOptions|-Dtornado.*|--add-exports.*|--add-opens.*"
              + "|--module-path.*|--upgrade-module-path.*|--add-modules=?.*tornado.*"
              + "|--enable-native-access=.*tornado.*|-Djava.library.path.*");

  /**
   * Checks a subject and times it.
   *
   * @param device an id
   * @param threads of the device cpu, 0 for all
   * @param batch rows
   * @param checkBatch rows at which it is compared with the reference; 0 for not at all
   * @return nanoseconds a run
   * @throws UserException if the result is wrong or the device fails
   */
  public Spread time(Subject subject, String device, int threads, int batch, int checkBatch) {
    List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
    boolean tornado = device.startsWith("tornado");
    if (!tornado && effort.forks() == 0 && flags.contains(JVMCI)) {
      throw new UserException(
          ("%s cannot be timed beside tornado in one JVM, whose flags change how it compiles; give"
                  + " --device %s alone, or leave out --quick")
              .formatted(device, device));
    }
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(CallBenchmark.class.getName()) + "\\.run$")
            .param("subject", subject.text())
            .param("device", device)
            .param("threads", String.valueOf(threads))
            .param("batch", String.valueOf(batch))
            .param("checkBatch", String.valueOf(checkBatch))
            .forks(effort.forks())
            .warmupIterations(effort.warmups())
            .warmupTime(millis())
            .measurementIterations(effort.iterations())
            .measurementTime(millis())
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    if (effort.forks() > 0 && !tornado) {
      options.jvmArgs(
          flags.stream().filter(f -> !TORNADO.matcher(f).matches()).toArray(String[]::new));
    }
    try {
      RunResult result = new Runner(options.build()).runSingle();
      Statistics times = result.getPrimaryResult().getStatistics();
      return new Spread(
          times.getPercentile(50), times.getPercentile(25), times.getPercentile(75), times.getN());
    } catch (RunnerException e) {
      throw failure(e, subject, device);
    }
  }

  private TimeValue millis() {
    return new TimeValue(effort.iteration().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What went wrong lies deep within what JMH throws. */
  private static UserException failure(RunnerException e, Subject subject, String device) {
    List<Throwable> all = causes(e).toList();
    return all.stream()
        .filter(UserException.class::isInstance)
        .map(UserException.class::cast)
        .findFirst()
        .orElseGet(() ->
            new UserException(
                "%s on %s cannot be timed: %s"
                    .formatted(subject.kind(), device, all.getLast().getMessage()),
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
