package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A failure that the user can mend: a missing file, damaged data, a wrong setting. The message is
 * the one line that the user sees, naming what is wrong, where, and how to mend it; the command
 * line prints it without a stack trace and exits with code 1.
 */
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String line;

  /** Takes the line to show. */
  public UserException(String line) {
    this(line, null);
  }

  /** Takes the line to show and the failure behind it, which is kept for the log. */
  public UserException(String line, @Nullable Throwable cause) {
    super(line, cause);
    this.line = line;
  }

  /** The line to show; never null, unlike that of other exceptions. */
  @Override
  public String getMessage() {
    return line;
  }
}
