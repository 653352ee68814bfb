package dev.weft.bench.run;

import dev.weft.bench.subject.Check;
import dev.weft.bench.subject.Sessions;
import dev.weft.bench.subject.Subject;
import dev.weft.bench.subject.Workbench;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A call, a step or a probe on a device, from being asked for to being done. Every run is a sample,
 * so that medians and quartiles are reported, and not a mean that a busy machine spoils. {@code
 * weft bench} chooses the parameters; JMH's own command line can too:
 *
 * <pre>{@code -p subject="step 0 adadelta cnn-simple" -p device=cpu -p batch=128}</pre>
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(3)
@State(Scope.Benchmark)
public class CallBenchmark {
  /** Outlives a trial, for those trials that share a JVM and a program. */
  private static final Sessions SESSIONS = new Sessions();

  /** {@link Subject#text}. */
  @Param("step 0 adadelta cnn-simple")
  String subject = "";

  /** An id of {@code weft devices}. */
  @Param("cpu")
  String device = "";

  /** Threads of the device cpu, 0 for all. */
  @Param("0")
  int threads;

  @Param("128")
  int batch;

  /** The batch at which the result is compared with the reference first; 0 for not at all. */
  @Param("8")
  int checkBatch;

  private Workbench bench;
  private Runnable runner;
  private int runs;

  /** Compares the result with the reference, and puts the program on the device. */
  @Setup(Level.Trial)
  public void open() {
    Subject what = Subject.parse(subject);
    if (checkBatch > 0) {
      Check.run(
          SESSIONS.checked(what, device, threads, batch, Math.min(batch, checkBatch)),
          what,
          device);
    }
    bench = SESSIONS.timed(what, device, threads, batch);
    runner = bench.runner(what);
  }

  /** Every iteration starts from the same values. */
  @Setup(Level.Iteration)
  public void restart() {
    bench.restart();
    runs = 0;
  }

  /** One run; the counters start over where the images end. */
  @Benchmark
  public void run() {
    if (++runs % bench.workload().steps() == 0) {
      bench.workload().feed().restart(bench.session());
    }
    runner.run();
  }

  /** Frees what trials that shared this JVM have left open. */
  public static void closeSessions() {
    SESSIONS.close();
  }
}
