package dev.weft.runtime.backend.cpu;

import dev.weft.kernels.Program;
import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import dev.weft.kernels.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Tasks that may run at the same time. A step of training becomes four or five waves: pack the
 * weights; forward and backward, chunk by chunk of the batch; weight gradients; update; counters.
 */
final class Wave implements IntConsumer {
  private final List<Runnable> tasks = new ArrayList<>();

  private Wave() {}

  int size() {
    return tasks.size();
  }

  @Override
  public void accept(int task) {
    tasks.get(task).run();
  }

  /** A stage, the tensors that it touches, and the wave that it can run in. */
  private record Placed(
      Stage stage, int call, int rows, List<Tensor> reads, List<Tensor> writes, int wave) {

    /** Whether this stage must see all that {@code earlier} did, or not disturb it. */
    boolean dependsOn(Placed earlier) {
      return call == earlier.call
          || overlap(writes, earlier.writes)
          || overlap(reads, earlier.writes)
          || overlap(writes, earlier.reads);
    }

    /** Rows stages over the same batch may share a wave: each chunk runs them in order. */
    boolean chainsWith(Placed earlier) {
      return rows > 0 && rows == earlier.rows;
    }

    private static boolean overlap(List<Tensor> some, List<Tensor> others) {
      for (Tensor a : some) {
        for (Tensor b : others) {
          if (a.buffer().equals(b.buffer())
              && a.offset() < b.offset() + b.shape().size()
              && b.offset() < a.offset() + a.shape().size()) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /** Puts every stage of the calls of {@code range} into the earliest wave that it can run in. */
  static List<Wave> schedule(Program program, List<List<Stage>> stages, Segment range) {
    List<Placed> placed = new ArrayList<>();
    int waves = 0;
    for (int call = range.from(); call < range.to(); call++) {
      for (Stage stage : stages.get(call)) {
        Placed next = place(program, call, stage, placed);
        placed.add(next);
        waves = Math.max(waves, next.wave + 1);
      }
    }
    List<Wave> schedule = new ArrayList<>();
    for (int i = 0; i < waves; i++) {
      int wave = i;
      schedule.add(build(placed.stream().filter(p -> p.wave == wave).toList()));
    }
    return List.copyOf(schedule);
  }

  private static Placed place(Program program, int call, Stage stage, List<Placed> placed) {
    List<Slot> slots = program.calls().get(call).op().slots();
    List<Tensor> args = program.calls().get(call).args();
    List<Tensor> reads = new ArrayList<>();
    List<Tensor> writes = new ArrayList<>();
    for (int slot : stage.touches()) {
      if (slots.get(slot).access().reads()) {
        reads.add(args.get(slot));
      }
      if (slots.get(slot).access().writes()) {
        writes.add(args.get(slot));
      }
    }
    int rows =
        stage instanceof Stage.Rows
            ? (writes.isEmpty() ? reads : writes).getFirst().shape().dim(0)
            : 0;
    Placed first = new Placed(stage, call, rows, reads, writes, 0);
    int wave = 0;
    for (Placed earlier : placed) {
      if (first.dependsOn(earlier)) {
        wave = Math.max(wave, earlier.wave + (first.chainsWith(earlier) ? 0 : 1));
      }
    }
    return new Placed(stage, call, rows, reads, writes, wave);
  }

  private static Wave build(List<Placed> members) {
    Wave wave = new Wave();
    Map<Integer, List<Stage.Rows>> byRows = new LinkedHashMap<>();
    for (Placed member : members) {
      if (member.stage instanceof Stage.Rows rows) {
        byRows.computeIfAbsent(member.rows, n -> new ArrayList<>()).add(rows);
      }
    }
    // The long tasks first, so that the short ones fill the gap at the end.
    byRows.forEach(wave::addChunks);
    for (Placed member : members) {
      if (member.stage instanceof Stage.Items items) {
        wave.addItems(items);
      }
    }
    return wave;
  }

  private void addChunks(int rows, List<Stage.Rows> stages) {
    Stage.RowBody[] bodies = stages.stream().map(Stage.Rows::body).toArray(Stage.RowBody[]::new);
    for (int chunk = 0; chunk < CpuSession.chunksOf(rows); chunk++) {
      int index = chunk;
      int from = chunk * CpuSession.CHUNK_ROWS;
      int to = Math.min(rows, from + CpuSession.CHUNK_ROWS);
      tasks.add(() -> {
        for (Stage.RowBody body : bodies) {
          body.run(index, from, to);
        }
      });
    }
  }

  private void addItems(Stage.Items items) {
    for (int start = 0; start < items.count(); start += items.grain()) {
      int from = start;
      int to = Math.min(items.count(), start + items.grain());
      tasks.add(() -> items.body().run(from, to));
    }
  }
}
