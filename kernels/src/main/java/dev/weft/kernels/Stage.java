package dev.weft.kernels;

import java.util.List;

/**
 * A part of a call that threads of the CPU backend can share. Stages of one call run in order;
 * those of different calls run as soon as the tensors they name allow.
 *
 * <p>How work is divided never depends on the number of threads, so neither does any sum.
 */
public sealed interface Stage {

  /** Slots that this stage reads or writes, by index. */
  List<Integer> touches();

  /**
   * Work on rows of the batch, where a row needs nothing of any other row. Rows stages that follow
   * each other run back to back on one chunk of rows, which then stays in the cache.
   */
  record Rows(List<Integer> touches, RowBody body) implements Stage {
    public Rows {
      touches = List.copyOf(touches);
    }
  }

  /** Work on {@code count} independent items, of which one thread takes {@code grain} at a time. */
  record Items(List<Integer> touches, int count, int grain, ItemBody body) implements Stage {
    public Items {
      touches = List.copyOf(touches);
      if (count < 1 || grain < 1) {
        throw new IllegalArgumentException("count " + count + ", grain " + grain);
      }
    }
  }

  /** Does the rows of a chunk. */
  @FunctionalInterface
  interface RowBody {
    void run(Chunk chunk);
  }

  /** Does items {@code from} (inclusive) to {@code to} (exclusive). */
  @FunctionalInterface
  interface ItemBody {
    void run(int from, int to);
  }

  static Stage rows(RowBody body, Integer... touches) {
    return new Rows(List.of(touches), body);
  }

  static Stage items(int count, int grain, ItemBody body, Integer... touches) {
    return new Items(List.of(touches), count, grain, body);
  }
}
