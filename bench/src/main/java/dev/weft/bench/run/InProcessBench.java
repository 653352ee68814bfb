package dev.weft.bench.run;

import dev.weft.bench.result.Roof;
import dev.weft.bench.result.Row;
import dev.weft.bench.subject.Check;
import dev.weft.bench.subject.Opener;
import dev.weft.bench.subject.Subject;
import dev.weft.bench.subject.Workbench;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Measures in this JVM. */
final class InProcessBench implements AutoCloseable {
  private final Effort effort;
  private final Map<String, Opener> openers = new HashMap<>();

  /** The program that was opened last for what JMH does not measure. */
  private @Nullable Workbench aside;

  private @Nullable Opener asideOn;

  InProcessBench(Effort effort) {
    this.effort = effort;
  }

  /** What a device can do at most. */
  Roof roof(Task device) {
    Opener opener = opener(device);
    return new Roofs(effort)
        .measure(device, opener.choice().device().name(), opener.isSlow() || !effort.measures());
  }

  /**
   * Times a task.
   *
   * @param first whether to check it before, and to measure also what is beside its time
   * @param mostMillis most time for it
   */
  Measured measure(Task task, boolean first, long mostMillis) {
    Subject subject = Subject.parse(task.subject());
    // The reference is right by definition, and keeps between calls more than a float holds.
    int checkBatch =
        task.device().equals("reference")
            ? 0
            : Check.batch(subject, task.batch(), effort.checkBudget());
    Samples samples = new JmhTimer(effort).time(task, first ? checkBatch : 0, mostMillis);
    OptionalDouble kernels = OptionalDouble.empty();
    Optional<Row.Transfer> transfer = Optional.empty();
    Opener opener = opener(task);
    if (first
        && (subject.isCall()
            || List.of("opencl", "tornado").contains(opener.choice().backend().name()))) {
      Workbench bench = aside(subject, task.batch(), opener);
      kernels = Transfers.kernels(bench, subject);
      transfer = subject.isCall() ? Optional.of(Transfers.of(bench, subject)) : Optional.empty();
    }
    return new Measured(samples.thinned(), samples.count(), kernels, transfer, checkBatch);
  }

  private Opener opener(Task task) {
    return openers.computeIfAbsent(
        task.device() + " " + task.threads(), key -> Opener.of(task.device(), task.threads()));
  }

  private Workbench aside(Subject subject, int batch, Opener opener) {
    Workbench open = aside;
    if (open != null
        && opener.equals(asideOn)
        && open.batch() == batch
        && open.subject().sharesProgramWith(subject)) {
      return open;
    }
    closeAside();
    open = new Workbench(subject, batch, opener::openProfiled);
    aside = open;
    asideOn = opener;
    return open;
  }

  private void closeAside() {
    if (aside != null) {
      aside.close();
      aside = null;
    }
  }

  @Override
  public void close() {
    closeAside();
    CallBenchmark.closeSessions();
  }
}
