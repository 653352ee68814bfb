package dev.weft.runtime.checkpoint;

import dev.weft.runtime.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a folder, which one process has at a time: two that train into one folder
 * would mix their files, and neither would notice.
 *
 * <p>It is a lock of the operating system on a file in the folder, so it ends with the process,
 * however that ends; a file that a killed process leaves behind is in nobody's way. On file systems
 * without locks nobody is kept out.
 */
public final class FolderLock implements AutoCloseable {
  /** The file, in the folder, that is locked; it names the process. */
  public static final String FILE = ".lock";

  private final Path folder;
  private final @Nullable FileChannel channel;
  private final boolean made;

  private FolderLock(Path folder, @Nullable FileChannel channel, boolean made) {
    this.folder = folder;
    this.channel = channel;
    this.made = made;
  }

  /**
   * Makes a folder and takes it.
   *
   * @return nothing if it is there already, whoever has made it
   * @throws UserException if it cannot be made or written to
   */
  public static Optional<FolderLock> takeNew(Path folder) {
    try {
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (Files.isDirectory(folder)) {
        return Optional.empty();
      }
      throw new UserException(e.getFile() + " is a file; choose another folder", e);
    } catch (IOException e) {
      throw new UserException(
          "cannot make the folder %s (%s); choose another".formatted(folder, e), e);
    }
    return Optional.of(take(folder, true));
  }

  /**
   * Takes a folder that is there.
   *
   * @param made whether it was made for this, and is to go with the lock if it is empty still
   * @throws UserException if another process has it, or it cannot be written to
   */
  public static FolderLock take(Path folder, boolean made) {
    Path file = folder.resolve(FILE);
    String holder = "process %d, %s".formatted(ProcessHandle.current().pid(), UUID.randomUUID());
    while (true) {
      FileChannel channel;
      try {
        channel =
            FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      } catch (IOException e) {
        throw new UserException(
            "cannot write to %s (%s); change its permissions or choose another folder"
                .formatted(folder, e),
            e);
      }
      try {
        if (!locks(channel)) {
          throw new UserException(
              "%s is in use by %s; wait until it has ended, or choose another folder"
                  .formatted(folder, holder(file)));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        // Whoever had it before may have deleted the file between opening and locking.
        if (Files.exists(file) && Files.readString(file).equals(holder)) {
          return new FolderLock(folder, channel, made);
        }
        channel.close();
      } catch (IOException e) {
        close(channel);
        return new FolderLock(folder, null, made);
      } catch (UserException e) {
        close(channel);
        throw e;
      }
    }
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // of this process
    }
  }

  private static String holder(Path file) {
    try {
      String text = Files.readString(file);
      return text.contains(",") ? text.substring(0, text.indexOf(',')) : "another process";
    } catch (IOException e) {
      return "another process";
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets others have it. A folder that was made for it, and is empty still, goes. */
  @Override
  public void close() {
    if (channel == null) {
      return;
    }
    try (channel) {
      Files.deleteIfExists(folder.resolve(FILE));
      if (made) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      // That is what it was made for.
    } catch (IOException e) {
      // The lock ends all the same, and its file is in nobody's way.
    }
  }
}
