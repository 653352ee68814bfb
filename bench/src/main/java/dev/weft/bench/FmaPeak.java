package dev.weft.bench;

import dev.weft.kernels.cpu.Lanes;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the arithmetic units can do at most: multiply-adds on registers alone, as many chains as
 * hide their latency. The score is vector multiply-adds a nanosecond of all threads together; times
 * 16 with eight lanes it is GFLOP/s.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@Threads(Threads.MAX)
@State(Scope.Thread)
public class FmaPeak {
  private static final VectorSpecies<Float> S = Lanes.SPECIES;
  private static final int ROUNDS = 1000;
  private static final int CHAINS = 12;

  // Not constants: the JIT must not know what the products are.
  private final float[] values = new float[2 * S.length()];

  /** Small enough that no sum overflows. */
  @Setup
  public void fill() {
    Arrays.fill(values, 0.001f);
  }

  /** Multiply-adds of vectors: times twice the number of lanes, this is GFLOP/s. */
  @Benchmark
  @OperationsPerInvocation(ROUNDS * CHAINS)
  public float fma() {
    FloatVector x = FloatVector.fromArray(S, values, 0);
    FloatVector y = FloatVector.fromArray(S, values, S.length());
    FloatVector a = FloatVector.zero(S);
    FloatVector b = FloatVector.zero(S);
    FloatVector c = FloatVector.zero(S);
    FloatVector d = FloatVector.zero(S);
    FloatVector e = FloatVector.zero(S);
    FloatVector f = FloatVector.zero(S);
    FloatVector g = FloatVector.zero(S);
    FloatVector h = FloatVector.zero(S);
    FloatVector i = FloatVector.zero(S);
    FloatVector j = FloatVector.zero(S);
    FloatVector k = FloatVector.zero(S);
    FloatVector l = FloatVector.zero(S);
    for (int round = 0; round < ROUNDS; round++) {
      a = x.fma(y, a);
      b = x.fma(y, b);
      c = x.fma(y, c);
      d = x.fma(y, d);
      e = x.fma(y, e);
      f = x.fma(y, f);
      g = x.fma(y, g);
      h = x.fma(y, h);
      i = x.fma(y, i);
      j = x.fma(y, j);
      k = x.fma(y, k);
      l = x.fma(y, l);
    }
    return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
  }
}
