package dev.weft.models.cli;

import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.FolderLock;
import dev.weft.runtime.train.RunFolder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of a run that is written to, by nobody else until it is closed.
 *
 * @param shown as the user is told
 */
record RunPlace(Path shown, FolderLock lock) implements AutoCloseable {

  /**
   * A new folder: {@code named}, or one that is called after the model and the time.
   *
   * @throws UserException if it holds a run already, or cannot be made
   */
  static RunPlace fresh(Optional<Path> named, String model, Context context) {
    if (named.isPresent()) {
      Path shown = named.get();
      return new RunPlace(shown, RunFolder.claimOrResume(context.folder().resolve(shown)));
    }
    while (true) {
      Path shown = context.newFolder(model);
      Optional<FolderLock> lock = FolderLock.takeNew(context.folder().resolve(shown));
      if (lock.isPresent()) { // else somebody has just made one of that name
        return new RunPlace(shown, lock.get());
      }
    }
  }

  /**
   * The folder of a run that goes on.
   *
   * @throws UserException if there is no run in it, or somebody else trains it
   */
  static RunPlace existing(Path shown, Context context) {
    Path folder = RunFolder.existing(context.folder().resolve(shown)).path();
    return new RunPlace(shown, FolderLock.take(folder));
  }

  @Override
  public void close() {
    lock.close();
  }
}
