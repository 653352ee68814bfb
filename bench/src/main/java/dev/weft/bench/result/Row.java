package dev.weft.bench.result;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One measurement.
 *
 * @param what identifies it
 * @param nanos from asking for it to its end
 * @param kernelNanos its kernels alone, by the device's own clock where it has one
 * @param transfer copies of its inputs and outputs, which no training step makes
 * @param operations useful floating-point operations
 * @param bytes every input read once and every output written once
 * @param roofNanos the least time that the device could take
 * @param peakNanos what its operations alone take at the device's peak
 * @param bound what keeps it from being faster, see {@link Roof#bound}
 * @param checkedBatch rows at which it was compared with the reference before; 0 if it was not
 */
public record Row(
    What what,
    Spread nanos,
    OptionalDouble kernelNanos,
    Optional<Transfer> transfer,
    long operations,
    long bytes,
    double roofNanos,
    double peakNanos,
    String bound,
    int checkedBatch) {

  /**
   * What was measured: rows of two results that are equal in this can be compared.
   *
   * @param model name of the model; empty where it stands for all models that have such a call
   * @param layer such as {@code conv1}
   * @param op such as {@code conv2d.forward}; {@code step} for a whole training step, {@code eval}
   *     for a batch of an evaluation, {@code predict} for one from pixels to probabilities on the
   *     host, or one of {@link Start}
   * @param shape of the first arguments, without the batch
   * @param batch rows
   * @param device id
   * @param threads asked for, 0 for all
   */
  public record What(
      String model, String layer, String op, String shape, int batch, String device, int threads) {

    /** Another measurement of the same. */
    public What withOp(String other) {
      return new What(model, layer, other, shape, batch, device, threads);
    }

    /** The same at another batch. */
    public What withBatch(int other) {
      return new What(model, layer, op, shape, other, device, threads);
    }

    /** Whether it is a call and not a number of them. */
    public boolean standsForOneCall() {
      return op.contains(".") && !partOfStart();
    }

    /** Whether it is a part of how a training starts, see {@link Start}. */
    public boolean partOfStart() {
      return op.startsWith(Start.PREFIX);
    }
  }

  /**
   * Copies.
   *
   * @param inBytes size of all buffers that are read
   * @param inNanos to copy them to the device
   * @param outBytes size of all buffers that are written
   * @param outNanos to copy them from the device
   */
  public record Transfer(long inBytes, Spread inNanos, long outBytes, Spread outNanos) {
    /** Both ways, median. */
    public double nanos() {
      return inNanos.median() + outNanos.median();
    }
  }

  /** Operations in 10^9 a second, by the median. */
  public double gflops() {
    return operations / nanos.median();
  }

  /** Bytes in 10^9 a second, by the median. */
  public double gbs() {
    return bytes / nanos.median();
  }

  /** The least time that the device could take over the median that it took, 0..1. */
  public double roofShare() {
    return roofNanos / nanos.median();
  }

  /** Useful operations over what the device's peak allows in that time, 0..1. */
  public double peakShare() {
    return peakNanos / nanos.median();
  }
}
