package dev.weft.runtime.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes that write checkpoints, at random moments: 25 times, or as often as {@code
 * -Dweft.kills} says, and until a write was met.
 */
final class CheckpointKillTest {
  private static final int KILLS = Integer.getInteger("weft.kills", 25);
  private static final int VALUES = 50_000;
  private static final int MOST_MILLIS = 50;

  @TempDir Path folder;

  @Test
  void aKilledWriterLeavesTheLastCheckpoint() throws IOException, InterruptedException {
    Path file = folder.resolve("last.safetensors");
    Random random = new Random();
    long step = 0;
    // On a slow or busy machine most kills may miss the writes: then it takes some more.
    for (int kill = 0; kill < KILLS || (kill < 10 * KILLS && halfWritten() == 0); kill++) {
      long reported = writeUntilKilled(file, random);
      Checkpoint checkpoint = Checkpoint.read(file);
      long now = checkpoint.progress().step();
      // The writer reports a step after its write returned.
      assertTrue(now >= reported && reported > step, "%d, %d, %d".formatted(step, reported, now));
      assertEquals(checkpointAt(now), checkpoint);
      step = now;
    }
    assertTrue(halfWritten() > 0, "no kill met a write");
  }

  private long halfWritten() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".tmp")).count();
    }
  }

  /** Returns the last step that the killed process reported. */
  private long writeUntilKilled(Path file, Random random) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      while (Files.size(log) == 0 && writer.isAlive()) {
        Thread.sleep(Duration.ofMillis(1));
      }
      Thread.sleep(Duration.ofNanos(random.nextLong(MOST_MILLIS * 1_000_000L)));
    } finally {
      writer.destroyForcibly().waitFor();
    }
    List<String> lines = Files.readAllLines(log);
    try {
      return Long.parseLong(lines.getLast());
    } catch (NumberFormatException e) {
      throw new AssertionError("the writer failed: " + lines, e);
    }
  }

  /** A checkpoint that the step determines. */
  private static Checkpoint checkpointAt(long step) {
    float[] values = new float[VALUES];
    Arrays.fill(values, (float) step);
    NamedTensor weight = NamedTensor.of("dense1.weight", Shape.of(VALUES), values);
    Progress progress = new Progress(step, 0, 0, 0, 0, 0, 0);
    return new Checkpoint(
        "{}", Map.of(), 1, "cpu", progress, Map.of(weight.name(), weight), Map.of());
  }

  /** Goes on from the checkpoint in a file, forever. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      Path file = Path.of(args[0]);
      long step = Files.exists(file) ? Checkpoint.read(file).progress().step() : 0;
      while (true) {
        step++;
        checkpointAt(step).write(file);
        System.out.println(step);
      }
    }
  }
}
