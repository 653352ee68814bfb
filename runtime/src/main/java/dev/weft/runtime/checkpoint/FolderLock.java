package dev.weft.runtime.checkpoint;

import dev.weft.runtime.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The right to write to a folder, which one process has at a time: two that train into one folder
 * would mix their files, and neither would notice.
 *
 * <p>It is a lock of the operating system on a file in the folder, so it ends with the process,
 * however that ends. The file stays: whoever had opened it while it was deleted would lock a file
 * that nobody else sees. And nobody who has the lock may open it again, as on POSIX systems closing
 * it anywhere in the process ends the lock. On file systems without locks nobody is kept out.
 */
public final class FolderLock implements AutoCloseable {
  /** The file, in the folder, that is locked; it names the process. */
  static final String FILE = ".lock";

  /** What this process has: of its own locks the system tells it nothing. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;
  private final Optional<Path> made;

  private FolderLock(Path folder, FileChannel channel, Optional<Path> made) {
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
    Optional<Path> made = missing(folder);
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
          "cannot make the folder %s (%s); choose another".formatted(folder, Folders.reason(e)), e);
    }
    return Optional.of(take(folder, made));
  }

  /**
   * Prepares a folder, takes it, and makes sure that nobody has spoilt it meanwhile. Where it was
   * not there before it goes with the lock, if it is empty still.
   *
   * @param prepare makes the folder if need be, and throws a {@link UserException} if it cannot be
   *     used; is run before and after it is taken
   * @throws UserException from {@code prepare}, or if another process has it
   */
  public static FolderLock claim(Path folder, Runnable prepare) {
    Optional<Path> made = missing(folder);
    prepare.run();
    FolderLock lock = take(folder, made);
    try {
      prepare.run();
      return lock;
    } catch (UserException e) {
      lock.close();
      throw e;
    }
  }

  /** Whether nothing lies in a folder, but perhaps the file of a lock. */
  public static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> file.endsWith(FILE));
    }
  }

  /** The uppermost of a folder and those that it lies in that is not there. */
  private static Optional<Path> missing(Path folder) {
    Optional<Path> missing = Optional.empty();
    Path here = folder.toAbsolutePath();
    while (here != null && !Files.exists(here)) {
      missing = Optional.of(here);
      here = here.getParent();
    }
    return missing;
  }

  /**
   * Takes a folder that is there.
   *
   * @throws UserException if another process has it, or it cannot be written to
   */
  public static FolderLock take(Path folder) {
    return take(folder, Optional.empty());
  }

  /** Takes a folder; what was {@link #missing} before is to go with the lock if it is empty. */
  private static FolderLock take(Path folder, Optional<Path> made) {
    Path file = folder.resolve(FILE);
    Path real;
    Optional<Path> top = Optional.empty();
    FileChannel channel;
    try {
      real = folder.toRealPath();
      if (made.isPresent()) {
        top = Optional.of(made.get().toRealPath());
      }
      if (!HELD.add(real)) {
        throw inUse(folder, "this process");
      }
      try {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      } catch (IOException e) {
        HELD.remove(real);
        throw e;
      }
    } catch (IOException e) {
      throw new UserException(
          "cannot write to %s (%s); change its permissions or choose another folder"
              .formatted(folder, Folders.reason(e)),
          e);
    }
    Optional<String> holder = lock(channel, file);
    if (holder.isPresent()) {
      close(channel);
      HELD.remove(real);
      throw inUse(folder, holder.get());
    }
    return new FolderLock(real, channel, top);
  }

  private static UserException inUse(Path folder, String holder) {
    return new UserException(
        "%s is in use by %s; wait until it has ended, or choose another folder"
            .formatted(folder, holder));
  }

  /** Locks and signs the file; tells who has done so already. */
  private static Optional<String> lock(FileChannel channel, Path file) {
    try {
      if (channel.tryLock() == null) {
        return Optional.of(Files.readString(file));
      }
      channel.truncate(0);
      String self = "process " + ProcessHandle.current().pid();
      channel.write(ByteBuffer.wrap(self.getBytes(StandardCharsets.UTF_8)));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // there are no locks here
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
    made.ifPresent(this::removeIfEmpty);
    close(channel);
    HELD.remove(folder);
  }

  private void removeIfEmpty(Path top) {
    try {
      if (isEmpty(folder)) {
        Files.deleteIfExists(folder.resolve(FILE));
        Path here = folder;
        while (here != null && here.startsWith(top)) {
          Files.delete(here);
          here = here.getParent();
        }
      }
    } catch (IOException e) {
      // Others have put something there, or an empty folder stays, which is in nobody's way.
    }
  }
}
