package dev.weft.kernels;

/** The actual arguments of a CPU call: the session's own arrays, bound once when it opens. */
public interface CpuArgs {

  /** The array behind F32 slot {@code slot}; the tensor starts at {@link #offset}. */
  float[] floats(int slot);

  /** The array behind I32 slot {@code slot}; the tensor starts at {@link #offset}. */
  int[] ints(int slot);

  /** Index of the tensor's first element in its array; 0 for a tensor with a layout of its own. */
  int offset(int slot);

  /** Where the tensor's elements lie, relative to {@link #offset}. */
  Layout layout(int slot);

  /**
   * Into how many chunks a {@link Stage.Rows} stage over {@code rows} rows is divided, whatever the
   * number of threads.
   */
  int chunks(int rows);
}
