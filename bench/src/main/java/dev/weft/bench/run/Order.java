package dev.weft.bench.run;

import java.util.List;

/**
 * What a JVM of its own is told to do.
 *
 * @param effort how thoroughly
 * @param roof devices whose roof is to be measured, first
 * @param tasks to be timed then
 * @param first whether to check them before
 * @param start tasks that are started from nothing, see {@link StartUp}
 */
record Order(Effort effort, List<Task> roof, List<Task> tasks, boolean first, List<Task> start) {
  Order {
    roof = List.copyOf(roof);
    tasks = List.copyOf(tasks);
    start = List.copyOf(start);
  }
}
