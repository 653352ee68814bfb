package dev.weft.models.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** Standard output that remembers why it could not be written: a {@link PrintStream} does not. */
final class StandardOutput extends FilterOutputStream {
  private volatile Optional<IOException> failure = Optional.empty();

  StandardOutput(OutputStream out) {
    super(out);
  }

  static StandardOutput ofProcess() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out));
  }

  /** Prints to it, in the encoding of {@link System#out}. */
  PrintStream printer() {
    return new PrintStream(new BufferedOutputStream(this), true, System.out.charset());
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    try {
      out.write(bytes, start, length);
    } catch (IOException e) {
      failure = Optional.of(failure.orElse(e));
      throw e;
    }
  }

  /**
   * Tells if something was lost, once all has been written. A pipe that its reader has closed is
   * none: {@code head} has seen all that it wants.
   *
   * @param code the exit code so far
   * @return the exit code
   */
  int end(int code, PrintStream err) {
    Optional<String> lost =
        failure
            .map(e -> String.valueOf(e.getMessage()))
            .filter(reason -> !reason.toLowerCase(Locale.ROOT).contains("pipe"));
    lost.ifPresent(reason ->
        err.printf(
            "weft: cannot write to standard output (%s); what it printed is not complete%n",
            reason));
    return lost.isPresent() && code == 0 ? 1 : code;
  }
}
