package dev.weft.bench.run;

import dev.weft.bench.result.Roof;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Times each group of tasks in a JVM of its own.
 *
 * @param effort how thoroughly
 */
record ForkedRunner(Effort effort) implements Runner {

  @Override
  public Roof roof(Task task) {
    List<Roof> roofs = new ArrayList<>();
    run(
        task,
        new Order(effort, List.of(task), List.of(), true, List.of()),
        reply -> reply.roof().ifPresent(roofs::add));
    return roofs.getFirst();
  }

  @Override
  public void measure(List<Task> tasks, boolean first, Consumer<Measured> each) {
    run(
        tasks.getFirst(),
        new Order(effort, List.of(), tasks, first, List.of()),
        reply -> reply.measured().ifPresent(each));
  }

  private static void run(Task task, Order order, Consumer<Reply> each) {
    Fork.run(order, task.device().startsWith("tornado"), each);
  }

  @Override
  public void close() {}
}
