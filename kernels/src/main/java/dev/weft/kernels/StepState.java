package dev.weft.kernels;

/**
 * The counters that change from step to step. They live on the device as an I32 tensor of {@link
 * #SIZE} elements, so that a step transfers nothing: TornadoVM bakes scalars into its kernels, a
 * host round trip costs more than a small kernel.
 */
public final class StepState {
  /** Index of the next batch within the order that is being worked through. */
  public static final int CURSOR = 0;

  /** Training steps done since the model was initialised; the step number of the next one. */
  public static final int STEP = 1;

  /** Number of rows in the order that is being worked through. */
  public static final int COUNT = 2;

  /** Elements of the tensor; the last is kept for later use and stays 0. */
  public static final int SIZE = 4;

  private StepState() {}

  /** Rows of the current batch that are real: {@code batch} but for the last, shorter one. */
  public static int validRows(int[] state, int batch) {
    return validRows(state, 0, batch);
  }

  /** {@link #validRows(int[], int)} of counters that start at {@code at}. */
  public static int validRows(int[] state, int at, int batch) {
    return Math.max(0, Math.min(batch, state[at + COUNT] - state[at + CURSOR] * batch));
  }
}
