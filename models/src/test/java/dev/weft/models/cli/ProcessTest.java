package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.models.predict.SeenImage;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.DrawnGarments;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a process of its own can show: signals, limits, another run of the JVM. */
@DisabledOnOs(OS.WINDOWS)
class ProcessTest {
  private static final String INCUBATOR_WARNING = "WARNING: Using incubator modules";

  @TempDir private Path folder;

  @BeforeEach
  void makeImagesAndModel() throws IOException {
    MadeImages.write(folder.resolve("images"), 320, 50);
    MadeImages.writeModel(folder.resolve("tiny.json"));
  }

  /** Starts weft in a shell, with what the shell has to do before. */
  private Process start(String before, String... args) throws IOException {
    return startWithHeap("-Xmx128m", before, args);
  }

  private Process startWithHeap(String heap, String before, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", before + "exec \"$@\"", "sh"));
    command.addAll(OwnJvm.command(List.of(heap), args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("WEFT_DATA", "images");
    return builder.redirectErrorStream(true).start();
  }

  private static List<String> lines(Process process) throws IOException {
    try (BufferedReader reader = process.inputReader()) {
      return reader.lines().filter(line -> !line.startsWith(INCUBATOR_WARNING)).toList();
    }
  }

  private byte[] last(String run) throws IOException {
    return Files.readAllBytes(folder.resolve(run).resolve("last.safetensors"));
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSignalSavesTheRunAndEndsIt(String signal, int code)
      throws IOException, InterruptedException {
    assumeFalse(
        signal.equals("INT") && isInterruptIgnored(),
        "the tests were started with SIGINT ignored, which children inherit and the JVM respects");
    Process process =
        start("", "train", "tiny.json", "--device=cpu", "--batch=4", "--epochs=1000", "--out=run");
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        if (line.startsWith("epoch 2/")) {
          new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
        }
      }
    }
    assertEquals(code, process.waitFor(), lines.toString());
    assertEquals("everything is saved; to go on: weft train --resume run", lines.getLast());
    int steps =
        Integer.parseInt(
            lines.get(lines.size() - 2).replaceFirst("stopped after step (\\d+), .*", "$1"));

    // Where it was stopped is by chance; to there, the run is the one that was not stopped.
    Cli cli = Cli.in(folder);
    int end = steps + 5;
    cli.run("train", "--resume", "run", "--max-steps=" + end).succeeded();
    cli.with(Map.of("WEFT_DATA", "images"))
        .run(
            "train",
            "tiny.json",
            "--device=cpu",
            "--batch=4",
            "--epochs=1000",
            "--out=other",
            "--max-steps=" + end)
        .succeeded();
    assertTrue(steps > 144, "the second epoch was over");
    assertSameWeights("run", "other");
  }

  /** Training is over and saved: a signal does not wait for the test, which nobody would need. */
  @Test
  void aSignalBreaksTheTestOff() throws IOException, InterruptedException {
    MadeImages.write(folder.resolve("images"), 40, 20_000);
    Process process =
        start("", "train", "tiny.json", "--device=reference", "--epochs=1", "--out=run");
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        if (line.startsWith("epoch 1/")) {
          TimeUnit.MILLISECONDS.sleep(500); // until the test
          new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid())).start().waitFor();
        }
      }
    }
    assertEquals(143, process.waitFor(), lines.toString());
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("finished")), lines.toString());
    assertTrue(Files.exists(folder.resolve("run/best.safetensors")));
    assertFalse(Files.exists(folder.resolve("run/summary.json")));
  }

  private void assertSameWeights(String a, String b) {
    Checkpoint first = Checkpoint.read(folder.resolve(a + "/last.safetensors"));
    Checkpoint second = Checkpoint.read(folder.resolve(b + "/last.safetensors"));
    assertEquals(first.progress(), second.progress());
    assertEquals(first.weights(), second.weights());
    assertEquals(first.optimizerState(), second.optimizerState());
  }

  /** Nothing depends on the order of a hash, which differs from JVM to JVM. */
  @Test
  void anotherProcessWritesTheSameFiles() throws IOException, InterruptedException {
    for (String run : List.of("a", "b")) {
      Process process =
          start(
              "", "train", "tiny.json", "--device=cpu", "--batch=32", "--epochs=2", "--out=" + run);
      List<String> lines = lines(process);
      assertEquals(0, process.waitFor(), lines.toString());
    }
    for (String file :
        List.of("best.safetensors", "last.safetensors", "config.json", "metrics.jsonl")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("a").resolve(file)),
          Files.readAllBytes(folder.resolve("b").resolve(file)),
          file);
    }
  }

  @Test
  void aFullDiskBehindStandardOutputIsOneLine() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    Process process = start("exec 2>&1 >/dev/full; ", "models");
    List<String> lines = lines(process);
    assertEquals(1, process.waitFor(), lines.toString());
    assertEquals(
        List.of(
            "weft: cannot write to standard output (No space left on device); what it printed is"
                + " not complete"),
        lines);
  }

  @Test
  void aClosedPipeIsNotWorthAWord() throws IOException, InterruptedException {
    Process process = start("{ \"$@\"; echo $? >code; } | true; exit; ", "models");
    assertEquals(List.of(), lines(process));
    assertEquals(0, process.waitFor());
    assertEquals("0", Files.readString(folder.resolve("code")).strip());
  }

  /** Names that the tests may not even be able to make, by the shell. */
  @Test
  void inALocaleOfAsciiOtherNamesDoNotEndIt() throws IOException, InterruptedException {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "elsewhere names are UTF-8");
    Cli.in(folder)
        .with(Map.of("WEFT_DATA", "images"))
        .run("train", "tiny.json", "--device=cpu", "--batch=32", "--max-steps=3", "--out=run")
        .succeeded();
    Files.createDirectories(folder.resolve("photos"));
    Files.write(
        folder.resolve("photos/a.png"),
        SeenImage.png(DrawnGarments.generate(1, 1).image(0), 28, 28));
    Process process =
        start(
            """
            LC_ALL=C; export LC_ALL
            cp photos/a.png "photos/$(printf 'm\\303\\274tze.png')"
            set -- "$@" "$(printf 'm\\303\\274tze.png')"
            """,
            "predict",
            "run",
            "--csv",
            "photos");
    List<String> lines = lines(process);
    assertEquals(1, process.waitFor(), lines.toString());
    assertTrue(lines.getLast().matches("photos/m\\?+tze\\.png,.*[01]\\.\\d{4},"), lines.toString());
    assertTrue(
        lines.stream()
            .anyMatch(line ->
                line.matches(
                    "weft: m\\?+tze\\.png: this name has characters that the locale \\(.+\\)"
                        + " lacks; set LC_ALL=C\\.UTF-8")),
        lines.toString());
  }

  /** The limit on the size of a file, 8 blocks of 512 or 1024 bytes, stands for a full disk. */
  @Test
  void aFullDiskIsOneLineAndLosesNothing() throws IOException, InterruptedException {
    Cli.in(folder)
        .with(Map.of("WEFT_DATA", "images"))
        .run("train", "tiny.json", "--device=cpu", "--batch=32", "--max-steps=3", "--out=run")
        .succeeded();
    byte[] before = last("run");
    Process process = start("ulimit -f 8; ", "train", "--resume", "run");
    List<String> lines = lines(process);
    assertEquals(1, process.waitFor(), lines.toString());
    assertTrue(
        lines
            .getLast()
            .matches(
                "weft: cannot write run/last\\.safetensors: no space left \\(File too large\\);"
                    + " free some or choose another folder"),
        lines.toString());
    assertArrayEquals(before, last("run"));
    try (var files = Files.list(folder.resolve("run"))) {
      assertTrue(files.noneMatch(file -> file.toString().endsWith(".tmp")));
    }
    Cli.in(folder).run("train", "--resume", "run", "--max-steps=5").succeeded();
  }

  /** The JDK's reader of PNG would have it that the file is damaged. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void anImageThatThereIsNoMemoryForIsNotDamaged(String format)
      throws IOException, InterruptedException {
    Cli.in(folder)
        .with(Map.of("WEFT_DATA", "images"))
        .run("train", "tiny.json", "--device=cpu", "--batch=32", "--max-steps=3", "--out=run")
        .succeeded();
    BufferedImage large = new BufferedImage(4096, 4096, BufferedImage.TYPE_3BYTE_BGR);
    ImageIO.write(large, format, folder.resolve("large").toFile());
    Process process = startWithHeap("-Xmx48m", "", "predict", "run", "large");
    List<String> lines = lines(process);
    assertEquals(1, process.waitFor(), lines.toString());
    assertEquals(
        "weft: large: needs more memory than Java has; allow more, as in WEFT_JAVA_OPTS=-Xmx1g",
        lines.getLast());
  }

  /**
   * There is room for the images of one run, which takes 155 to 165 MB here: each has to let go of
   * them before the next.
   */
  @Test
  void severalRunsNeedNoMoreMemoryThanOne() throws IOException, InterruptedException {
    MadeImages.write(folder.resolve("images"), 30_000, 50);
    Process process =
        startWithHeap(
            "-Xmx175m",
            "",
            "compare",
            "--models=tiny.json",
            "--seeds=2",
            "--epochs=1",
            "--batch=1024",
            "--device=cpu",
            "--out=c");
    List<String> lines = lines(process);
    assertEquals(0, process.waitFor(), lines.toString());
    assertTrue(Files.exists(folder.resolve("c/compare.html")));
  }

  /** As a shell makes it for what it starts in the background. */
  private static boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }
}
