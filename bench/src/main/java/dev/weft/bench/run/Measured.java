package dev.weft.bench.run;

import dev.weft.bench.result.Row;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a JVM found out about a task.
 *
 * @param nanos some hundred times, ascending
 * @param count how many they stand for
 * @param kernelNanos its kernels alone, where the device has a clock
 * @param transfer copies of its inputs and outputs
 * @param checkedBatch rows at which it was compared with the reference
 */
record Measured(
    List<Double> nanos,
    long count,
    OptionalDouble kernelNanos,
    Optional<Row.Transfer> transfer,
    int checkedBatch) {

  Measured {
    nanos = List.copyOf(nanos);
  }

  Samples samples() {
    return Samples.of(nanos, count);
  }
}
