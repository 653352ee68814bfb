package dev.weft.kernels.cpu;

/**
 * Calls a new tile without work now and then, so that the JIT compiles it as a whole method and not
 * from the middle of its loops on (on-stack replacement). There vectors come from the interpreter,
 * as objects that C2 cannot take apart: it writes 50 to 230 KB of code in 0.2 to 1.5 seconds for a
 * tile of which it makes 5 KB in 0.1 seconds where it sees the vectors come to be. HotSpot does the
 * one after 40,000 rounds of loops; the other after 600 calls, if these are 15,000 calls and rounds
 * together. Without such calls trainings reached their speed after 5 to 6.5 seconds, with them
 * after 3 to 4.
 */
final class Rehearsal {
  /** Rounds after which a tile has long been compiled: seconds in the interpreter and C1's code. */
  private static final int ALL_ROUNDS = 4_000_000;

  /** Rounds for each call that HotSpot may count: fewer than 40,000 / 600. */
  private static final int ROUNDS = 30;

  // Threads may race for it: some rounds more or less do no harm.
  private int left = ALL_ROUNDS;

  private Rehearsal() {}

  /** How many calls without work are due before {@code calls} of {@code rounds} rounds each. */
  private int before(int calls, int rounds) {
    if (left <= 0) {
      return 0;
    }
    left -= calls * rounds;
    return calls * rounds / ROUNDS;
  }

  /**
   * As {@code tiles}, rehearsed.
   *
   * @param rounds of one tile
   */
  static RowTiles of(RowTiles tiles, int rounds) {
    Rehearsal rehearsal = new Rehearsal();
    return (x, xAt, w, wAt, bias, biasAt, y, yAt, work, count) -> {
      for (int i = rehearsal.before(count, rounds); i > 0; i--) {
        tiles.run(x, xAt, w, wAt, bias, biasAt, y, yAt, false, 1);
      }
      tiles.run(x, xAt, w, wAt, bias, biasAt, y, yAt, work, count);
    };
  }

  /**
   * As {@code tiles}, rehearsed.
   *
   * @param rounds of one line
   */
  static FilterTiles of(FilterTiles tiles, int rounds) {
    Rehearsal rehearsal = new Rehearsal();
    return (x, xAt, dy, dyAt, dw, dwAt, lines) -> {
      for (int i = rehearsal.before(1, lines * rounds); i > 0; i--) {
        tiles.run(x, xAt, dy, dyAt, dw, dwAt, 0);
      }
      tiles.run(x, xAt, dy, dyAt, dw, dwAt, lines);
    };
  }
}
