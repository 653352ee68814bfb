package dev.weft.bench.run;

import dev.weft.bench.result.Spread;
import dev.weft.bench.result.Start;
import dev.weft.bench.subject.Opener;
import dev.weft.bench.subject.Subject;
import dev.weft.bench.subject.Workload;
import dev.weft.kernels.Program.Segment;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.graph.ModelProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a training started in a JVM that had done nothing before.
 *
 * @param openNanos from asking for the device to a program that lies on it, with its images
 * @param stepNanos every step, in order
 */
record StartUp(double openNanos, List<Double> stepNanos) {
  /** Steps of which the median is taken; fewer where there are hardly more. */
  private static final int WINDOW = 11;

  /** Steps that are waited for even where they are slow, up to so many times the usual time. */
  private static final int FEWEST = 100;

  private static final int LONGEST = 5;

  /** Ready is who takes no more than so many times what is usual later. */
  private static final double READY = 1.1;

  StartUp {
    stepNanos = List.copyOf(stepNanos);
  }

  /** Does what {@code task}, a training step, needs, and repeats it for some seconds. */
  static StartUp measure(Task task, Effort effort) {
    Subject subject = Subject.parse(task.subject());
    long start = System.nanoTime();
    Opener opener = Opener.of(task.device(), task.threads());
    Workload workload = Workload.of(subject, task.batch());
    try (Session session = opener.open(workload.program())) {
      workload.feed().constants(session);
      workload.feed().restart(session);
      session.finish();
      long opened = System.nanoTime();
      long end = opened + 1_000_000 * effort.startMillis();
      long last = opened + LONGEST * 1_000_000 * effort.startMillis();
      Segment train = workload.program().segment(ModelProgram.TRAIN);
      List<Double> steps = new ArrayList<>();
      for (long now = opened;
          now < end || steps.size() < 2 || (now < last && steps.size() < FEWEST); ) {
        if (steps.size() % workload.steps() == workload.steps() - 1) {
          workload.feed().restart(session);
          session.finish();
        }
        long before = System.nanoTime();
        session.run(train);
        session.finish();
        now = System.nanoTime();
        steps.add((double) (now - before));
      }
      return new StartUp(opened - start, steps);
    }
  }

  /** A step when nothing changes any more: the median of the second half. */
  private double usual() {
    return median(stepNanos.size() / 2, stepNanos.size());
  }

  private double median(int from, int to) {
    double[] part = stepNanos.subList(from, to).stream().mapToDouble(d -> d).toArray();
    Arrays.sort(part);
    return Spread.quantile(part, 0.5);
  }

  /** Steps before the first that is as fast as later ones, as most of those behind it are. */
  private int slowSteps() {
    double enough = READY * usual();
    int window = Math.clamp(stepNanos.size() / 4, 1, WINDOW);
    int from = 0;
    while (from + window < stepNanos.size()
        && (stepNanos.get(from) > enough || median(from, from + window) > enough)) {
      from++;
    }
    return from;
  }

  /** One of the figures, in nanoseconds. */
  double nanos(Start what) {
    int slow = slowSteps();
    double ready = stepNanos.subList(0, slow).stream().mapToDouble(d -> d).sum();
    return switch (what) {
      case OPEN -> openNanos;
      case FIRST -> stepNanos.getFirst();
      case READY -> ready;
      case LOST -> Math.max(0, ready - slow * usual());
      case STEP -> usual();
    };
  }
}
