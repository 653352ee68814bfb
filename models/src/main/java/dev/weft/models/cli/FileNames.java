package dev.weft.models.cli;

import dev.weft.runtime.UserException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Names of files as users write them. In a locale that knows ASCII only, the JVM can make no file
 * of any other name.
 */
final class FileNames implements ITypeConverter<Path> {

  /**
   * The file of a name.
   *
   * @throws UserException if it cannot be the name of a file here, with the name
   */
  static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UserException(name + ": " + reason(e), e);
    }
  }

  /** Why, and what would do, without the name. */
  static String reason(InvalidPathException e) {
    return e.getReason().contains("unmappable")
        ? "this name has characters that the locale (%s) lacks; set LC_ALL=C.UTF-8"
            .formatted(System.getProperty("sun.jnu.encoding"))
        : "this cannot be the name of a file (%s)".formatted(e.getReason());
  }

  /** An empty name would stand for the folder that one is in; it is a slip of a script. */
  @Override
  public Path convert(String name) {
    if (name.isEmpty()) {
      throw new TypeConversionException("the name is empty; give a file or a folder");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(name + ": " + reason(e));
    }
  }
}
