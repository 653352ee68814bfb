package dev.weft.bench.run;

import dev.weft.bench.result.Roof;
import dev.weft.runtime.UserException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Times everything in this JVM, which the effort may allow a certain time in all. */
final class InProcessRunner implements Runner {
  private final Effort effort;
  private final InProcessBench bench;
  private final long start = System.nanoTime();
  private int left;

  /**
   * @param tasks how many will be timed in all
   */
  InProcessRunner(Effort effort, int tasks) {
    this.effort = effort;
    this.left = tasks;
    bench = new InProcessBench(effort);
  }

  @Override
  public Roof roof(Task task) {
    requireOwnFlags(task);
    return bench.roof(task);
  }

  private static void requireOwnFlags(Task task) {
    List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
    if (!task.device().startsWith("tornado") && flags.contains(Fork.JVMCI)) {
      throw new UserException(
          ("%s cannot be timed beside tornado in one JVM, whose flags change how it compiles; give"
                  + " --device %s alone, or leave out --quick")
              .formatted(task.device(), task.device()));
    }
  }

  @Override
  public void measure(List<Task> tasks, boolean first, Consumer<Measured> each) {
    for (Task task : tasks) {
      Duration spent = Duration.ofNanos(System.nanoTime() - start);
      each.accept(bench.measure(task, first, effort.millis(spent, left)));
      left--;
    }
  }

  @Override
  public void close() {
    bench.close();
  }
}
