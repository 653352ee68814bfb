package dev.weft.runtime.backend;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import java.util.Objects;
import java.util.Set;

/**
 * Checks the arguments of a {@link Session}, and that it is still open, the same way for all
 * backends: with native memory behind it, a wrong length or a use after release would end the JVM.
 */
public abstract class AbstractSession implements Session {
  private final Program program;
  private final Set<Buffer> buffers;
  private boolean closed;

  /** A session of {@code program}, open. */
  protected AbstractSession(Program program) {
    this.program = program;
    this.buffers = Set.copyOf(program.buffers());
  }

  /**
   * Copies values to the device.
   *
   * @param buffer one of the program
   * @param data {@code float[]} or {@code int[]} by the buffer's type, exactly as long as it
   */
  protected abstract void copyIn(Buffer buffer, Object data);

  /**
   * Copies values from the device, after all that was run.
   *
   * @param buffer one of the program
   * @param data {@code float[]} or {@code int[]} by the buffer's type, exactly as long as it
   */
  protected abstract void copyOut(Buffer buffer, Object data);

  /** Runs calls {@code from} (inclusive) to {@code to} (exclusive), which the program has. */
  protected abstract void execute(int from, int to);

  /** Frees what the session holds; called once. */
  protected abstract void release();

  @Override
  public final Program program() {
    return program;
  }

  @Override
  public final void write(Buffer buffer, float[] data) {
    check(buffer, DType.F32, data.length);
    copyIn(buffer, data);
  }

  @Override
  public final void write(Buffer buffer, int[] data) {
    check(buffer, DType.I32, data.length);
    copyIn(buffer, data);
  }

  @Override
  public final void read(Buffer buffer, float[] data) {
    check(buffer, DType.F32, data.length);
    copyOut(buffer, data);
  }

  @Override
  public final void read(Buffer buffer, int[] data) {
    check(buffer, DType.I32, data.length);
    copyOut(buffer, data);
  }

  private void check(Buffer buffer, DType type, int length) {
    requireOpen();
    if (!buffers.contains(buffer)) {
      throw new IllegalArgumentException("not a buffer of this program: " + buffer);
    }
    buffer.requireFilledBy(length, type);
  }

  @Override
  public final void run(int from, int to) {
    requireOpen();
    Objects.checkFromToIndex(from, to, program.calls().size());
    execute(from, to);
  }

  @Override
  public void finish() {
    requireOpen();
  }

  /**
   * To be called before the device is used.
   *
   * @throws IllegalStateException if the session is closed
   */
  protected final void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
  }

  @Override
  public final void close() {
    if (!closed) {
      closed = true;
      release();
    }
  }
}
