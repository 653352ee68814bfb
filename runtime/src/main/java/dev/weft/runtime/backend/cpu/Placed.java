package dev.weft.runtime.backend.cpu;

import dev.weft.kernels.Program;
import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import dev.weft.kernels.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A stage, the tensors that it touches, and the wave that it can run in.
 *
 * @param stage what runs
 * @param call index of its call in the program
 * @param rows of the batch that it goes through; 0 if it does not go by rows
 * @param reads tensors that it reads
 * @param writes tensors that it writes
 * @param wave number of its wave
 */
record Placed(Stage stage, int call, int rows, List<Tensor> reads, List<Tensor> writes, int wave) {

  /** The stages of the calls of {@code range}, in order, each in the best wave for it. */
  static List<Placed> place(Program program, List<List<Stage>> stages, Segment range) {
    List<Placed> placed = new ArrayList<>();
    for (int call = range.from(); call < range.to(); call++) {
      for (Stage stage : stages.get(call)) {
        placed.add(of(program, call, stage).afterAll(placed));
      }
    }
    for (int i = placed.size() - 1; i >= 0; i--) {
      placed.set(
          i, placed.get(i).beside(placed.subList(0, i), placed.subList(i + 1, placed.size())));
    }
    return List.copyOf(placed);
  }

  private static Placed of(Program program, int call, Stage stage) {
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
    return new Placed(stage, call, rows, reads, writes, 0);
  }

  private Placed in(int newWave) {
    return new Placed(stage, call, rows, reads, writes, newWave);
  }

  /** In the earliest wave that what was placed before allows. */
  private Placed afterAll(List<Placed> earlier) {
    int first = 0;
    for (Placed other : earlier) {
      if (dependsOn(other)) {
        first = Math.max(first, other.wave + (chainsWith(other) ? 0 : 1));
      }
    }
    return in(first);
  }

  /**
   * In the wave of what needs it first, where nothing else of its own wave feeds it: what it makes
   * is then still in the cache.
   */
  private Placed beside(List<Placed> earlier, List<Placed> later) {
    boolean fed = earlier.stream().anyMatch(o -> o.wave == wave && chainsWith(o) && dependsOn(o));
    int latest = Integer.MAX_VALUE;
    for (Placed other : later) {
      if (other.dependsOn(this)) {
        latest = Math.min(latest, other.wave - (other.chainsWith(this) ? 0 : 1));
      }
    }
    return rows == 0 || fed || latest == Integer.MAX_VALUE ? this : in(latest);
  }

  /** Whether this stage must see all that {@code earlier} did, or not disturb it. */
  private boolean dependsOn(Placed earlier) {
    return call == earlier.call
        || overlap(writes, earlier.writes)
        || overlap(reads, earlier.writes)
        || overlap(writes, earlier.reads);
  }

  /** Rows stages over the same batch may share a wave: each chunk runs them in order. */
  private boolean chainsWith(Placed earlier) {
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
