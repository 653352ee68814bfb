package dev.weft.kernels.cpu;

/**
 * Calls a new tile more often than its work asks for, so that the JIT compiles it as a whole method
 * and not from the middle of its loops on (on-stack replacement). There vectors come from the
 * interpreter, as objects that C2 cannot take apart: it writes 50 to 230 KB of code in 0.2 to 1.5
 * seconds for a tile of which it makes 5 KB in 0.1 seconds where it sees the vectors come to be.
 * HotSpot does the one after 40,000 rounds of loops; the other after 600 calls, if these are 15,000
 * calls and rounds together. Trainings reached their speed after 5 to 6.5 seconds without such
 * calls, and after 3 to 4 with them, all else the same.
 */
final class Rehearsal {
  /** Rounds after which a tile has long been compiled: seconds in the interpreter and C1's code. */
  private static final int ALL_ROUNDS = 4_000_000;

  /**
   * Rounds for each call that HotSpot may count: fewer than 40,000 / 600, as more are done while a
   * method waits to be compiled.
   */
  private static final int ROUNDS = 30;

  // Threads may race for it: some rounds more or less do no harm.
  private int left = ALL_ROUNDS;

  private Rehearsal() {}

  /** Counts the rounds of calls to come; whether they are still part of the rehearsal. */
  private boolean counts(int rounds) {
    if (left > 0) {
      left -= rounds;
      return true;
    }
    return false;
  }

  /**
   * As {@code tiles}, with calls that do no work between those that do.
   *
   * @param rounds of one tile
   */
  static RowTiles of(RowTiles tiles, int rounds) {
    Rehearsal rehearsal = new Rehearsal();
    return (x, xAt, w, wAt, bias, biasAt, y, yAt, work, count, lines) -> {
      int all = count * lines;
      if (rehearsal.counts(all * rounds)) {
        int idle = all * rounds / ROUNDS - all;
        if (idle > 0) {
          tiles.run(x, xAt, w, wAt, bias, biasAt, y, yAt, false, idle, 1);
        }
      }
      tiles.run(x, xAt, w, wAt, bias, biasAt, y, yAt, work, count, lines);
    };
  }

  /** As {@code tiles}, with a call for each line. */
  static FilterTiles of(FilterTiles tiles, FilterTiles.Geometry geometry) {
    Rehearsal rehearsal = new Rehearsal();
    return (x, xAt, dy, dyAt, dw, dwAt, lines) -> {
      if (rehearsal.counts(lines * geometry.rounds())) {
        for (int line = 0; line < lines; line++) {
          int xLine = xAt + line * geometry.xLine();
          tiles.run(x, xLine, dy, dyAt + line * geometry.dyLine(), dw, dwAt, 1);
        }
      } else {
        tiles.run(x, xAt, dy, dyAt, dw, dwAt, lines);
      }
    };
  }
}
