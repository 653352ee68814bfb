package dev.weft.runtime.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One at a time writes to a folder. */
class FolderLockTest {
  @TempDir private Path parent;

  @Test
  void keepsOthersOutUntilItIsClosed() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("run"));
    try (FolderLock _ = FolderLock.take(folder)) {
      UserException e = assertThrows(UserException.class, () -> FolderLock.take(folder));
      assertEquals(
          folder + " is in use by this process; wait until it has ended, or choose another folder",
          e.getMessage());
    }
    FolderLock.take(folder).close();
    assertTrue(Files.isDirectory(folder));
  }

  /** Takes the folder that it is given, says so, and keeps it until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws InterruptedException {
      try (FolderLock _ = FolderLock.take(Path.of(args[0]))) {
        System.out.println("held");
        Thread.sleep(60_000);
      }
    }
  }

  @Test
  void keepsOtherProcessesOutUntilItsOwnEnds() throws Exception {
    Path folder = Files.createDirectory(parent.resolve("run"));
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said = holder.inputReader()) {
      assertEquals("held", said.readLine());
      UserException e = assertThrows(UserException.class, () -> FolderLock.take(folder));
      assertTrue(e.getMessage().contains("in use by process " + holder.pid()), e.getMessage());
    } finally {
      holder.destroyForcibly().waitFor();
    }
    FolderLock.take(folder).close();
  }

  @Test
  void aFolderThatIsLeftEmptyGoesIfItWasMadeForIt() throws IOException {
    Path folder = parent.resolve("a/run");
    FolderLock.takeNew(folder).orElseThrow().close();
    assertFalse(Files.exists(folder.getParent()));
    try (FolderLock _ = FolderLock.takeNew(folder).orElseThrow()) {
      Files.writeString(folder.resolve("kept"), "");
    }
    assertTrue(Files.exists(folder.resolve("kept")));
    assertTrue(FolderLock.takeNew(folder).isEmpty());
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "");
    UserException e = assertThrows(UserException.class, () -> FolderLock.takeNew(file));
    assertTrue(e.getMessage().endsWith("is a file; choose another folder"), e.getMessage());
  }
}
