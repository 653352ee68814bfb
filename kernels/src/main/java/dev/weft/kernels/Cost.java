package dev.weft.kernels;

/**
 * What one call of an op must do at the least: the two sides of the roofline model (Williams,
 * Waterman and Patterson, CACM 52(4), 2009).
 *
 * @param operations useful floating-point operations; a multiply and an add count as two
 * @param bytes every input read once and every output written once
 */
public record Cost(long operations, long bytes) {

  /** Cost of {@code operations} over the tensors of {@code op}, each touched once an access. */
  public static Cost of(Op op, long operations) {
    long bytes = 0;
    for (Slot slot : op.slots()) {
      long size = 4L * slot.shape().size();
      bytes += (slot.access().reads() ? size : 0) + (slot.access().writes() ? size : 0);
    }
    return new Cost(operations, bytes);
  }

  public Cost plus(Cost other) {
    return new Cost(operations + other.operations, bytes + other.bytes);
  }
}
