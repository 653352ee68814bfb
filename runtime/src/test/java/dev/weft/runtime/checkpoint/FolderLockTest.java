package dev.weft.runtime.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One at a time writes to a folder. */
class FolderLockTest {
  @TempDir private Path parent;

  @Test
  void keepsOthersOutUntilItIsClosed() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("run"));
    try (FolderLock _ = FolderLock.take(folder, false)) {
      UserException e = assertThrows(UserException.class, () -> FolderLock.take(folder, false));
      assertEquals(
          "%s is in use by process %d; wait until it has ended, or choose another folder"
              .formatted(folder, ProcessHandle.current().pid()),
          e.getMessage());
      assertTrue(Files.exists(folder.resolve(FolderLock.FILE)));
    }
    assertFalse(Files.exists(folder.resolve(FolderLock.FILE)));
    FolderLock.take(folder, false).close();
    assertTrue(Files.isDirectory(folder));
  }

  @Test
  void theFileOfADeadProcessIsInNobodysWay() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("run"));
    Files.writeString(folder.resolve(FolderLock.FILE), "process 1, killed");
    FolderLock.take(folder, false).close();
    assertFalse(Files.exists(folder.resolve(FolderLock.FILE)));
  }

  @Test
  void aFolderThatIsLeftEmptyGoesIfItWasMadeForIt() throws IOException {
    Path folder = parent.resolve("a/run");
    FolderLock.takeNew(folder).orElseThrow().close();
    assertFalse(Files.exists(folder));
    try (FolderLock _ = FolderLock.takeNew(folder).orElseThrow()) {
      Files.writeString(folder.resolve("kept"), "");
    }
    assertEquals(List.of(folder.resolve("kept")), Files.list(folder).toList());
    assertTrue(FolderLock.takeNew(folder).isEmpty());
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "");
    UserException e = assertThrows(UserException.class, () -> FolderLock.takeNew(file));
    assertTrue(e.getMessage().endsWith("is a file; choose another folder"), e.getMessage());
  }

  /** Whoever gets it has it alone, though each deletes the file that the next one locks. */
  @Test
  void manyAtOnceTakeTurns() throws Exception {
    Path folder = Files.createDirectory(parent.resolve("run"));
    Path one = folder.resolve("one");
    List<Future<Integer>> turns = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        turns.add(threads.submit((Callable<Integer>) () -> turns(folder, one)));
      }
    }
    int taken = 0;
    for (Future<Integer> turn : turns) {
      taken += turn.get();
    }
    assertTrue(taken > 0);
  }

  private static int turns(Path folder, Path one) throws IOException {
    int taken = 0;
    for (int i = 0; i < 200; i++) {
      try (FolderLock _ = FolderLock.take(folder, false)) {
        Files.createFile(one); // fails if somebody else is in here
        Files.delete(one);
        taken++;
      } catch (UserException e) {
        assertTrue(e.getMessage().contains(" is in use by "), e.getMessage());
      }
    }
    return taken;
  }
}
