package dev.weft.bench.run;

import dev.weft.bench.result.BenchResult;
import dev.weft.bench.result.Machine;
import dev.weft.bench.result.Roof;
import dev.weft.bench.result.Row;
import dev.weft.bench.subject.Item;
import dev.weft.bench.subject.Opener;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures a plan. In each round all devices get their roof measured and all jobs are timed, so
 * that what disturbs the machine for a while does not hit the same job in all rounds.
 *
 * @param effort how thoroughly
 * @param progress is told how far it is
 */
public record Measurer(Effort effort, Progress progress) {

  /** Is told how far it is. */
  @FunctionalInterface
  public interface Progress {
    /** About to measure {@code what}, number {@code index} of {@code all}. */
    void next(int index, int all, String what);
  }

  /**
   * Something to be measured.
   *
   * @param item what
   * @param batch rows
   * @param on where
   */
  public record Job(Item item, int batch, Opener on) {
    private boolean sharesJvmWith(Job other) {
      return on.equals(other.on)
          && (item.subject().isOfModel()
              ? batch == other.batch && item.subject().sharesProgramWith(other.item.subject())
              : !other.item.subject().isOfModel());
    }

    private String words() {
      return "%s %s %s, batch %d, %s"
          .formatted(item.model(), item.op(), item.shape(), batch, on.id())
          .strip();
    }
  }

  /**
   * Measures all of {@code jobs}, of which those on one device, and of these the ones of one model,
   * best follow each other.
   */
  public BenchResult measure(List<Job> jobs, Clock clock) {
    Map<Opener, Roof> roofs = new LinkedHashMap<>();
    List<List<Measured>> found = new ArrayList<>();
    jobs.forEach(job -> found.add(new ArrayList<>()));
    int rounds = Math.max(1, effort.rounds());
    try (Runner runner =
        effort.rounds() == 0
            ? new InProcessRunner(effort, jobs.size())
            : new ForkedRunner(effort)) {
      for (int round = 0; round < rounds; round++) {
        roofs(jobs, runner, roofs, round);
        round(jobs, runner, found, round);
      }
      if (rounds == 1 && effort.measures()) {
        roofs(jobs, runner, roofs, 1); // the machine may have been disturbed at the start
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      rows.add(Rating.row(job, found.get(i), roof(roofs, job.on())));
    }
    String date = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    return new BenchResult(date, effort.name(), Machine.here(), List.copyOf(roofs.values()), rows);
  }

  private static Roof roof(Map<Opener, Roof> roofs, Opener opener) {
    Roof roof = roofs.get(opener);
    if (roof == null) {
      throw new IllegalStateException("no roof of " + opener.id());
    }
    return roof;
  }

  private void roofs(List<Job> jobs, Runner runner, Map<Opener, Roof> roofs, int round) {
    for (Opener opener : jobs.stream().map(Job::on).distinct().toList()) {
      tell(jobs, round, 0, "what %s can do at most".formatted(opener.id()));
      roofs.merge(
          opener, runner.roof(new Task("", opener.id(), opener.threads(), 1)), Roof::orBetter);
    }
  }

  private void round(List<Job> jobs, Runner runner, List<List<Measured>> found, int round) {
    for (int from = 0; from < jobs.size(); ) {
      int to = from + 1;
      while (to < jobs.size() && jobs.get(to).sharesJvmWith(jobs.get(from))) {
        to++;
      }
      int[] next = {from};
      tell(jobs, round, from, jobs.get(from).words());
      int last = to;
      runner.measure(
          jobs.subList(from, to).stream().map(Task::of).toList(),
          round == 0,
          measured -> {
            found.get(next[0]++).add(measured);
            if (next[0] < last) {
              tell(jobs, round, next[0], jobs.get(next[0]).words());
            }
          });
      from = to;
    }
  }

  private void tell(List<Job> jobs, int round, int index, String what) {
    int rounds = Math.max(1, effort.rounds());
    int done = Math.min(round, rounds - 1) * jobs.size() + index;
    progress.next(done, rounds * jobs.size(), what);
  }
}
