package dev.weft.bench.run;

import dev.weft.bench.result.Roof;
import java.util.List;
import java.util.function.Consumer;

/** Where things are timed: in this JVM or in others. */
interface Runner extends AutoCloseable {
  /** What the device of {@code task} can do at most. */
  Roof roof(Task task);

  /**
   * Times tasks on one device.
   *
   * @param first whether to check them before, and to measure also what is beside their times
   * @param each is told about each in turn
   */
  void measure(List<Task> tasks, boolean first, Consumer<Measured> each);

  @Override
  void close();
}
