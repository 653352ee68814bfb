package dev.weft.bench.run;

import dev.weft.bench.result.BenchResult;
import dev.weft.bench.result.Machine;
import dev.weft.bench.result.Roof;
import dev.weft.bench.result.Row;
import dev.weft.bench.result.Spread;
import dev.weft.bench.subject.Check;
import dev.weft.bench.subject.Item;
import dev.weft.bench.subject.Opener;
import dev.weft.bench.subject.Workbench;
import dev.weft.kernels.Call;
import dev.weft.kernels.Cost;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Measures a plan: the roof of each device, then everything on it. */
public final class Measurer implements AutoCloseable {
  private final Effort effort;
  private final Progress progress;
  private final Map<Opener, Roof> roofs = new HashMap<>();

  /** The program that was opened last for what JMH does not measure. */
  private @Nullable Workbench aside;

  private @Nullable Opener asideOn;

  /** Is told how far it is. */
  @FunctionalInterface
  public interface Progress {
    /** About to measure {@code what}, number {@code index} of {@code all}. */
    void next(int index, int all, String what);
  }

  public Measurer(Effort effort, Progress progress) {
    this.effort = effort;
    this.progress = progress;
  }

  /**
   * Something to be measured.
   *
   * @param item what
   * @param batch rows
   * @param on where
   */
  public record Job(Item item, int batch, Opener on) {}

  /**
   * Measures all of {@code jobs}, of which those on one device, and of these the ones of one model,
   * best follow each other.
   */
  public BenchResult measure(List<Job> jobs, Clock clock) {
    List<Row> rows = new ArrayList<>();
    List<Roof> found = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      Roof roof = roofs.get(job.on());
      if (roof == null) {
        progress.next(i, jobs.size(), "what %s can do at most".formatted(job.on().id()));
        roof = new Roofs(effort).measure(job.on(), isSlow(job.on()) || effort.warmups() == 0);
        roofs.put(job.on(), roof);
        found.add(roof);
      }
      progress.next(
          i,
          jobs.size(),
          "%s %s %s, batch %d, %s"
              .formatted(
                  job.item().model(),
                  job.item().op(),
                  job.item().shape(),
                  job.batch(),
                  job.on().id())
              .strip());
      rows.add(measure(job, roof));
    }
    String date = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    return new BenchResult(date, effort.name(), Machine.here(), found, rows);
  }

  /** Whether a device is there to be right and not to be fast. */
  public static boolean isSlow(Opener opener) {
    return opener.choice().backend().preference() < 0
        && List.of("reference", "jvm").contains(opener.choice().backend().name());
  }

  private Row measure(Job job, Roof roof) {
    Item item = job.item();
    Opener opener = job.on();
    int checkBatch = Check.batch(item.subject(), job.batch(), effort.checkBudget());
    Spread time =
        new JmhTimer(effort)
            .time(item.subject(), opener.id(), opener.threads(), job.batch(), checkBatch);
    boolean isCall = item.calls().size() == 1;
    OptionalDouble kernels = OptionalDouble.empty();
    Optional<Row.Transfer> transfer = Optional.empty();
    if (isCall || List.of("opencl", "tornado").contains(opener.choice().backend().name())) {
      Workbench bench = aside(job);
      kernels = Transfers.kernels(bench, item.subject());
      transfer = isCall ? Optional.of(transfer(bench, job)) : Optional.empty();
    }
    return new Row(
        new Row.What(
            item.model(),
            item.layer(),
            item.op(),
            item.shape(),
            job.batch(),
            opener.id(),
            opener.threads()),
        time,
        kernels,
        transfer,
        item.operations(),
        item.bytes(),
        roofNanos(item, roof),
        bound(item, roof, time),
        checkBatch);
  }

  /** The least time of each call, added up. */
  private static double roofNanos(Item item, Roof roof) {
    return item.calls().stream()
        .map(Call::op)
        .mapToDouble(op -> roof.nanos(op.cost().operations(), op.cost().bytes()))
        .sum();
  }

  /** A step is bound by what bounds most of its least time. */
  private static String bound(Item item, Roof roof, Spread time) {
    if (item.calls().size() == 1) {
      return roof.bound(item.operations(), item.bytes(), time.median());
    }
    double compute = 0;
    double memory = 0;
    for (Call call : item.calls()) {
      Cost cost = call.op().cost();
      double nanos = roof.nanos(cost.operations(), cost.bytes());
      if (roof.bound(cost.operations(), cost.bytes(), Double.MAX_VALUE).equals("compute")) {
        compute += nanos;
      } else {
        memory += nanos;
      }
    }
    return compute >= memory ? "compute" : "memory";
  }

  private static Row.Transfer transfer(Workbench bench, Job job) {
    var range = bench.range(job.item().subject());
    var in = Transfers.buffers(bench, range, true);
    var out = Transfers.buffers(bench, range, false);
    return new Row.Transfer(
        4L * in.stream().mapToLong(buffer -> buffer.length()).sum(),
        Transfers.copy(bench.session(), in, true),
        4L * out.stream().mapToLong(buffer -> buffer.length()).sum(),
        Transfers.copy(bench.session(), out, false));
  }

  private Workbench aside(Job job) {
    Workbench open = aside;
    if (open != null
        && job.on().equals(asideOn)
        && open.batch() == job.batch()
        && open.subject().sharesProgramWith(job.item().subject())) {
      return open;
    }
    close();
    open = new Workbench(job.item().subject(), job.batch(), job.on()::openProfiled);
    aside = open;
    asideOn = job.on();
    return open;
  }

  @Override
  public void close() {
    if (aside != null) {
      aside.close();
      aside = null;
    }
    CallBenchmark.closeSessions();
  }
}
