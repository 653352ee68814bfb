package dev.weft.kernels;

/**
 * Neighbouring rows of the batch that one thread of the CPU backend does in one go.
 *
 * @param index which chunk of the batch this is
 * @param from its first row
 * @param to one past its last row
 * @param local where the thread keeps row {@code from} of {@link Layout#scratch} tensors
 */
public record Chunk(int index, int from, int to, int local) {

  /** A chunk whose rows lie where they belong, without a thread's own memory. */
  public Chunk(int index, int from, int to) {
    this(index, from, to, from);
  }

  /** Number of rows. */
  public int rows() {
    return to - from;
  }
}
