package dev.weft.runtime.backend;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Program;
import java.util.OptionalDouble;

/**
 * A program on a device: its buffers, all zero at first, and the means to run its calls. Not for
 * use by several threads at once.
 *
 * <p>Reads, writes and runs throw {@link IllegalArgumentException} for a buffer that is none of the
 * program's or is of another type or length than the data, {@link IndexOutOfBoundsException} for
 * calls that the program does not have, and {@link IllegalStateException} once the session is
 * closed. Backends extend {@link AbstractSession}, which sees to that.
 */
public interface Session extends AutoCloseable {

  /** The program that was opened. */
  Program program();

  /**
   * Copies {@code data} into an F32 buffer.
   *
   * @param data exactly as long as {@code buffer}
   */
  void write(Buffer buffer, float[] data);

  /**
   * Copies {@code data} into an I32 buffer.
   *
   * @param data exactly as long as {@code buffer}
   */
  void write(Buffer buffer, int[] data);

  /**
   * Copies an F32 buffer into {@code data}, row-major whatever the backend's own layout.
   *
   * @param data exactly as long as {@code buffer}
   */
  void read(Buffer buffer, float[] data);

  /**
   * Copies an I32 buffer into {@code data}.
   *
   * @param data exactly as long as {@code buffer}
   */
  void read(Buffer buffer, int[] data);

  /** Runs calls {@code from} (inclusive) to {@code to} (exclusive) of the program, in order. */
  void run(int from, int to);

  /**
   * Runs the calls of {@code segment}. What is in the program's {@linkplain Program#temporaries
   * temporaries} afterwards is undefined.
   */
  default void run(Program.Segment segment) {
    run(segment.from(), segment.to());
  }

  /**
   * Waits until all that was run is done. Reads and writes wait by themselves: only who takes the
   * time needs this.
   */
  default void finish() {}

  /**
   * What kernels have taken on the device so far, by its own clock, in nanoseconds. Waits until all
   * that was run is done. Empty where they are not measured.
   */
  default OptionalDouble kernelNanos() {
    return OptionalDouble.empty();
  }

  /** The elements of an F32 buffer. */
  default float[] floats(Buffer buffer) {
    float[] data = new float[buffer.length()];
    read(buffer, data);
    return data;
  }

  /** The elements of an I32 buffer. */
  default int[] ints(Buffer buffer) {
    int[] data = new int[buffer.length()];
    read(buffer, data);
    return data;
  }

  /** Frees what the session holds on the device; again, it does nothing. */
  @Override
  void close();
}
