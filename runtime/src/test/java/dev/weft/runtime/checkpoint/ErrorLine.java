package dev.weft.runtime.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.UserException;
import java.nio.file.Path;
import org.junit.jupiter.api.function.Executable;

/** What a user is told. */
final class ErrorLine {
  private ErrorLine() {}

  /** The one line with which {@code action} fails; asserts that it is one and names the file. */
  static String of(Path file, Executable action) {
    return checked(file, assertThrows(UserException.class, action));
  }

  /** The line of {@code e}; asserts that it is one, names the file and says how to mend it. */
  static String checked(Path file, UserException e) {
    String line = String.valueOf(e.getMessage());
    assertEquals(1, line.lines().count(), line);
    assertTrue(line.contains(file.toString()), line);
    assertTrue(line.contains(";"), line);
    return line;
  }
}
