package dev.weft.runtime.checkpoint;

import dev.weft.runtime.UserException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Files that are either wholly there or not at all, whatever happens while they are written.
 *
 * <p>The content goes to a temporary file in the same folder, is forced to disk and only then
 * renamed; then the folder is forced, which makes the rename durable. (Pillai et al., "All File
 * Systems Are Not Created Equal", OSDI 2014, section 4, on what goes wrong without either.)
 */
public final class AtomicFiles {
  /** Said of folders, devices and pipes. */
  static final String NO_FILE = "it is no ordinary file; give a file's name";

  private static final int BUFFER_BYTES = 1 << 16;

  /** What is to be written. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes all of it; need not close the stream.
     *
     * @throws IOException from {@code out}; it is reported as a failure to write the file
     */
    void writeTo(OutputStream out) throws IOException;
  }

  private AtomicFiles() {}

  /**
   * Writes or replaces a file. After a normal return the new content is on disk; after an exception
   * the old file stands as it was and the temporary file is gone (unless the very last step failed,
   * the forcing of the folder: then the new file stands). A process that is killed meanwhile leaves
   * the old file or the new one, and perhaps a temporary file named {@code .NAME.*.tmp}.
   *
   * @throws UserException if the folder is missing or must not be written to, or the disk is full;
   *     what {@code content} throws besides {@link IOException} comes through as it is
   */
  public static void write(Path target, Content content) {
    write(target, content, out -> out);
  }

  /**
   * Writes or replaces a file of bytes.
   *
   * @throws UserException as {@link #write(Path, Content)}
   */
  public static void write(Path target, byte[] content) {
    write(target, out -> out.write(content));
  }

  /**
   * Writes or replaces a file of text in UTF-8.
   *
   * @throws UserException as {@link #write(Path, Content)}
   */
  public static void write(Path target, String content) {
    write(target, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Tells before long work what {@link #write(Path, Content)} would be told after it.
   *
   * @throws UserException if the file cannot be written where it is to be
   */
  public static void requireWritable(Path target) {
    Path folder = folder(target);
    Path temporary = temporary(target, folder);
    try {
      writeForced(temporary, out -> {}, out -> out);
      Files.delete(temporary);
    } catch (IOException e) {
      throw new UserException("cannot write " + target + ": " + reason(e, folder), e);
    }
  }

  /** As above; {@code wrap} lets a test put a failing stream between the buffer and the disk. */
  static void write(Path target, Content content, UnaryOperator<OutputStream> wrap) {
    Path folder = folder(target);
    Path temporary = temporary(target, folder);
    try {
      try {
        writeForced(temporary, content, wrap);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (Throwable e) {
        delete(temporary, e);
        throw e;
      }
      forceFolder(folder);
    } catch (IOException e) {
      throw new UserException("cannot write " + target + ": " + reason(e, folder), e);
    }
  }

  private static Path folder(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    // The rename would put a file in place of a device or pipe.
    boolean replaceable = !Files.exists(target) || Files.isRegularFile(target);
    if (folder == null || !replaceable) {
      throw new UserException("cannot write " + target + ": " + NO_FILE);
    }
    return folder;
  }

  private static Path temporary(Path target, Path folder) {
    return folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  private static void writeForced(Path file, Content content, UnaryOperator<OutputStream> wrap)
      throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out =
            new BufferedOutputStream(wrap.apply(Channels.newOutputStream(channel)), BUFFER_BYTES)) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private static void delete(Path temporary, Throwable because) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (FileSystemException e) {
      // Windows opens no folders, and a folder may be writable but not readable: the rename is
      // atomic all the same, it only becomes durable later.
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }

  /** What went wrong and how to mend it; the system tells the cause of most failures as text. */
  private static String reason(IOException e, Path folder) {
    String text = detail(e);
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("no space") || lower.contains("quota") || lower.contains("too large")) {
      return "no space left (%s); free some or choose another folder".formatted(text);
    }
    if (lower.contains("read-only")) {
      return "%s is read-only; choose another folder".formatted(folder);
    }
    if (!Files.exists(folder)) {
      return "the folder %s does not exist; create it or choose another".formatted(folder);
    }
    if (!Files.isDirectory(folder)) {
      return "%s is not a folder; choose another".formatted(folder);
    }
    if (e instanceof AccessDeniedException || lower.contains("not permitted")) {
      return "no permission to write in %s; change it or choose another folder".formatted(folder);
    }
    return text + "; check the disk or choose another folder";
  }

  private static String detail(IOException e) {
    // The message of a file system's exception only repeats the name of the temporary file.
    String text = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return text == null ? e.getClass().getSimpleName() : text;
  }
}
