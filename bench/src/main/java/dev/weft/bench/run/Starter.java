package dev.weft.bench.run;

import dev.weft.bench.result.BenchResult;
import dev.weft.bench.result.Machine;
import dev.weft.bench.result.Row;
import dev.weft.bench.result.Spread;
import dev.weft.bench.result.Start;
import dev.weft.bench.run.Measurer.Job;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures how trainings start, each time in a JVM of its own.
 *
 * @param effort how often, and how long each is watched
 * @param progress is told how far it is
 */
public record Starter(Effort effort, Measurer.Progress progress) {

  /** Starts the training step of each of {@code jobs}. */
  public BenchResult measure(List<Job> jobs, Clock clock) {
    List<List<StartUp>> found = new ArrayList<>();
    jobs.forEach(job -> found.add(new ArrayList<>()));
    int rounds = effort.starts();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < jobs.size(); i++) {
        Job job = jobs.get(i);
        progress.next(
            round * jobs.size() + i,
            rounds * jobs.size(),
            "start of %s on %s".formatted(job.item().model(), job.on().id()));
        Order order = new Order(effort, List.of(), List.of(), false, List.of(Task.of(job)));
        List<StartUp> starts = found.get(i);
        Fork.run(
            order,
            job.on().id().startsWith("tornado"),
            reply -> reply.started().ifPresent(starts::add));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      for (Start figure : Start.values()) {
        rows.add(row(jobs.get(i), figure, found.get(i)));
      }
    }
    String date = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    return new BenchResult(date, effort.name(), Machine.here(), List.of(), rows);
  }

  private static Row row(Job job, Start figure, List<StartUp> starts) {
    double[] nanos = starts.stream().mapToDouble(start -> start.nanos(figure)).toArray();
    return new Row(
        new Row.What(
            job.item().model(),
            "",
            figure.op(),
            "",
            job.batch(),
            job.on().id(),
            job.on().threads()),
        Spread.of(nanos),
        OptionalDouble.empty(),
        Optional.empty(),
        0,
        0,
        0,
        0,
        "",
        0);
  }
}
