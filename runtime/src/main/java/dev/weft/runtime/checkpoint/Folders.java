package dev.weft.runtime.checkpoint;

import dev.weft.runtime.UserException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that results go to. */
public final class Folders {
  private Folders() {}

  /**
   * Makes a folder, unless it is there.
   *
   * @param option that names another
   * @throws UserException if it cannot be made or written to
   */
  public static void make(Path folder, String option) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserException(
          "cannot make the folder %s (%s); choose another with %s"
              .formatted(folder, reason(e), option),
          e);
    }
    requireWritable(folder, option);
  }

  /**
   * Tells early what the first file in a folder would be told.
   *
   * @throws UserException if it cannot be written to
   */
  public static void requireWritable(Path folder, String option) {
    if (!Files.isWritable(folder)) {
      throw new UserException(
          "cannot write to %s; choose another folder with %s".formatted(folder, option));
    }
  }

  /** Why a folder or something in it cannot be made, without the names of Java's exceptions. */
  public static String reason(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException existing -> existing.getFile() + " is a file";
      case AccessDeniedException denied -> "no permission at " + denied.getFile();
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
