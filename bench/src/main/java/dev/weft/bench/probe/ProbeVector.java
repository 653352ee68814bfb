package dev.weft.bench.probe;

import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Stage;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The probes on the CPU, in the widest vectors that it has. */
final class ProbeVector {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = S.length();
  private static final int CHAINS = 12;

  /** Elements that a thread copies at a time: 64 KiB. */
  private static final int GRAIN = 1 << 14;

  private ProbeVector() {}

  static List<Stage> fma(Fma probe, CpuArgs args) {
    float[] x = args.floats(0);
    float[] y = args.floats(1);
    int step = CHAINS * LENGTH;
    return List.of(
        Stage.items(
            probe.size() / step,
            1,
            (from, to) -> {
              for (int item = from; item < to; item++) {
                fma(
                    x,
                    args.offset(0) + item * step,
                    y,
                    args.offset(1) + item * step,
                    probe.rounds());
              }
            },
            0,
            1));
  }

  private static void fma(float[] x, int xAt, float[] y, int yAt, int rounds) {
    FloatVector factor = FloatVector.broadcast(S, Fma.FACTOR);
    FloatVector term = FloatVector.broadcast(S, Fma.TERM);
    FloatVector a = FloatVector.fromArray(S, x, xAt);
    FloatVector b = FloatVector.fromArray(S, x, xAt + LENGTH);
    FloatVector c = FloatVector.fromArray(S, x, xAt + 2 * LENGTH);
    FloatVector d = FloatVector.fromArray(S, x, xAt + 3 * LENGTH);
    FloatVector e = FloatVector.fromArray(S, x, xAt + 4 * LENGTH);
    FloatVector f = FloatVector.fromArray(S, x, xAt + 5 * LENGTH);
    FloatVector g = FloatVector.fromArray(S, x, xAt + 6 * LENGTH);
    FloatVector h = FloatVector.fromArray(S, x, xAt + 7 * LENGTH);
    FloatVector i = FloatVector.fromArray(S, x, xAt + 8 * LENGTH);
    FloatVector j = FloatVector.fromArray(S, x, xAt + 9 * LENGTH);
    FloatVector k = FloatVector.fromArray(S, x, xAt + 10 * LENGTH);
    FloatVector l = FloatVector.fromArray(S, x, xAt + 11 * LENGTH);
    for (int round = 0; round < rounds; round++) {
      a = a.fma(factor, term);
      b = b.fma(factor, term);
      c = c.fma(factor, term);
      d = d.fma(factor, term);
      e = e.fma(factor, term);
      f = f.fma(factor, term);
      g = g.fma(factor, term);
      h = h.fma(factor, term);
      i = i.fma(factor, term);
      j = j.fma(factor, term);
      k = k.fma(factor, term);
      l = l.fma(factor, term);
    }
    a.intoArray(y, yAt);
    b.intoArray(y, yAt + LENGTH);
    c.intoArray(y, yAt + 2 * LENGTH);
    d.intoArray(y, yAt + 3 * LENGTH);
    e.intoArray(y, yAt + 4 * LENGTH);
    f.intoArray(y, yAt + 5 * LENGTH);
    g.intoArray(y, yAt + 6 * LENGTH);
    h.intoArray(y, yAt + 7 * LENGTH);
    i.intoArray(y, yAt + 8 * LENGTH);
    j.intoArray(y, yAt + 9 * LENGTH);
    k.intoArray(y, yAt + 10 * LENGTH);
    l.intoArray(y, yAt + 11 * LENGTH);
  }

  static List<Stage> copy(Copy probe, CpuArgs args) {
    return List.of(
        Stage.items(
            probe.size(),
            GRAIN,
            (from, to) ->
                System.arraycopy(
                    args.floats(0),
                    args.offset(0) + from,
                    args.floats(1),
                    args.offset(1) + from,
                    to - from),
            0,
            1));
  }
}
