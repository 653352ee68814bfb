package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher does not wait for a build whose process is dead. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class LauncherLockTest {
  @TempDir private Path folder;
  private Path lock;

  /** A source tree of nothing but the launcher, and a Maven that makes what is looked for. */
  @BeforeEach
  void makeTree() throws IOException {
    lock = folder.resolve("target/weft-build.lock");
    Files.createDirectories(lock);
    Path weft = folder.resolve("weft");
    Files.copy(Path.of("..", "weft"), weft);
    Files.createDirectories(folder.resolve("bin"));
    executable(
        "bin/mvn",
        "#!/bin/sh\nmkdir -p models/target/lib && touch models/target/weft-models.jar\n");
    assertTrue(weft.toFile().setExecutable(true));
  }

  private void executable(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, script);
    assertTrue(file.toFile().setExecutable(true));
  }

  private Process start() throws IOException {
    return start("output");
  }

  private Process start(String output, String... variables) throws IOException {
    ProcessBuilder builder = builder();
    for (String variable : variables) {
      builder.environment().put(variable, "1");
    }
    return builder.redirectOutput(folder.resolve(output).toFile()).start();
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(folder.resolve("weft").toString(), "models");
    builder.environment().put("WEFT_FOUND", "1"); // builds, and starts nothing
    builder.environment().put("WEFT_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
    return builder.directory(folder.toFile()).redirectErrorStream(true);
  }

  private Path output() {
    return folder.resolve("output");
  }

  private void assertBuilds(Process process) throws IOException, InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "waits for ever");
    String text = Files.readString(output());
    assertEquals(0, process.exitValue(), text);
    assertTrue(text.contains("weft: building"), text);
    assertFalse(Files.exists(lock));
  }

  /** It was killed between making the lock and putting its number there. */
  @Test
  void aLockOfNobodyIsTakenAfterSomeSeconds() throws Exception {
    assertBuilds(start());
    String text = Files.readString(output());
    String told = "weft: waiting for another build, which holds " + folder.toRealPath();
    assertEquals(1, text.lines().filter(line -> line.startsWith(told)).count(), text);
  }

  /** As under systemd, and in containers that start nothing but a program. */
  @Test
  void noHomeIsNeeded() throws Exception {
    Files.delete(lock);
    ProcessBuilder builder = builder();
    builder.environment().keySet().removeAll(List.of("HOME", "WEFT_JAVA_HOME", "SDKMAN_DIR"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    assertBuilds(builder.redirectOutput(output().toFile()).start());
  }

  @Test
  void aLockOfADeadProcessIsTakenAtOnce() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
    assertBuilds(start());
    assertFalse(Files.readString(output()).contains("waiting"));
  }

  /**
   * Two see the same dead owner. The one is slow to remove what it left, and must not remove what
   * the other has made there meanwhile.
   */
  @Test
  void aLockThatAnotherHasTakenIsLeftAlone() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
    executable(
        "bin/mvn",
        """
        #!/bin/sh
        mkdir target/building || touch target/both
        sleep 6
        rmdir target/building
        mkdir -p models/target/lib && touch models/target/weft-models.jar
        """);
    executable(
        "bin/rm",
        """
        #!/bin/sh
        [ -z "${SLOW_RM:-}" ] || [ -e slept ] || { touch slept; sleep 3; }
        exec /bin/rm "$@"
        """);
    Process slow = start("slow", "SLOW_RM");
    assertFalse(slow.waitFor(1, TimeUnit.SECONDS));
    Process quick = start();
    assertTrue(quick.waitFor(60, TimeUnit.SECONDS) && slow.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, quick.exitValue(), Files.readString(output()));
    assertEquals(0, slow.exitValue(), Files.readString(folder.resolve("slow")));
    assertFalse(Files.exists(folder.resolve("target/both")), "both have built at once");
    try (Stream<Path> left = Files.list(lock.getParent())) {
      assertTrue(left.noneMatch(file -> file.toString().contains("weft-build.lock")));
    }
  }

  @Test
  void aLockOfALivingProcessIsWaitedFor() throws Exception {
    Files.writeString(lock.resolve("pid"), ProcessHandle.current().pid() + "\n");
    Process process = start();
    assertFalse(process.waitFor(8, TimeUnit.SECONDS), "another builds");
    Files.delete(lock.resolve("pid"));
    Files.delete(lock);
    assertBuilds(process);
  }
}
