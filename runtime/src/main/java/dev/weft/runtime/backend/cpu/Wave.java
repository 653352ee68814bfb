package dev.weft.runtime.backend.cpu;

import dev.weft.kernels.Chunk;
import dev.weft.kernels.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tasks that may run at the same time. A step of training becomes four or five waves: pack the
 * weights; forward and backward, chunk by chunk of the batch; weight gradients; update; counters.
 */
final class Wave implements Workers.Tasks {
  /** Rows of a chunk: few enough that its activations stay in a core's own cache. */
  static final int CHUNK_ROWS = 4;

  /** One task, run by the worker of that number. */
  private interface Task {
    void run(int worker);
  }

  private final List<Task> tasks = new ArrayList<>();

  private Wave() {}

  /** Number of chunks that {@code rows} are cut into. */
  static int chunks(int rows) {
    return (rows + CHUNK_ROWS - 1) / CHUNK_ROWS;
  }

  @Override
  public int count() {
    return tasks.size();
  }

  @Override
  public void run(int task, int worker) {
    tasks.get(task).run(worker);
  }

  /** The waves of stages that have been placed, in order. */
  static List<Wave> schedule(List<Placed> placed) {
    int waves = placed.stream().mapToInt(Placed::wave).max().orElse(-1) + 1;
    List<Wave> schedule = new ArrayList<>();
    for (int i = 0; i < waves; i++) {
      int number = i;
      schedule.add(build(placed.stream().filter(p -> p.wave() == number).toList()));
    }
    return List.copyOf(schedule);
  }

  private static Wave build(List<Placed> members) {
    Wave wave = new Wave();
    Map<Integer, List<Stage.Rows>> byRows = new LinkedHashMap<>();
    for (Placed member : members) {
      if (member.stage() instanceof Stage.Rows rows) {
        byRows.computeIfAbsent(member.rows(), n -> new ArrayList<>()).add(rows);
      }
    }
    // The long tasks first, so that the short ones fill the gap at the end.
    byRows.forEach(wave::addChunks);
    for (Placed member : members) {
      if (member.stage() instanceof Stage.Items items) {
        wave.addItems(items);
      }
    }
    return wave;
  }

  private void addChunks(int rows, List<Stage.Rows> stages) {
    Stage.RowBody[] bodies = stages.stream().map(Stage.Rows::body).toArray(Stage.RowBody[]::new);
    for (int i = 0; i < chunks(rows); i++) {
      int index = i;
      int from = index * CHUNK_ROWS;
      int to = Math.min(rows, from + CHUNK_ROWS);
      tasks.add(worker -> {
        Chunk chunk = new Chunk(index, from, to, worker * CHUNK_ROWS);
        for (Stage.RowBody body : bodies) {
          body.run(chunk);
        }
      });
    }
  }

  private void addItems(Stage.Items items) {
    for (int start = 0; start < items.count(); start += items.grain()) {
      int from = start;
      int to = Math.min(items.count(), start + items.grain());
      tasks.add(worker -> items.body().run(from, to));
    }
  }
}
