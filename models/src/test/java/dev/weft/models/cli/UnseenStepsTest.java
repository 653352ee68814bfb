package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.checkpoint.Checkpoint;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training looks at its totals now and then: what comes out is as if it did after every step. */
class UnseenStepsTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void makeImagesAndModel() throws IOException {
    MadeImages.write(folder.resolve("images"), 310, 50);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
  }

  /** Nine steps an epoch. */
  private void train(String out, String... more) {
    String[] tiny = {
      "train", "tiny.json", "--device=cpu", "--batch=32", "--epochs=3", "--out=" + out
    };
    cli.run(Stream.of(tiny, more).flatMap(Stream::of).toArray(String[]::new)).succeeded();
  }

  private List<String> epochs(String run) throws IOException {
    return Files.readAllLines(folder.resolve(run).resolve("metrics.jsonl")).stream()
        .filter(line -> line.contains("\"epoch\""))
        .toList();
  }

  private static Map<String, String> weights(Checkpoint checkpoint) {
    Map<String, String> weights = new TreeMap<>();
    checkpoint
        .weights()
        .forEach((name, tensor) -> weights.put(name, Arrays.toString(tensor.floats())));
    return weights;
  }

  /** {@code --log-steps} looks after every step. */
  @Test
  void resultsAreThoseOfLookingAtEveryStep() throws IOException {
    train("now-and-then");
    train("always", "--log-steps");
    assertEquals(3, epochs("always").size());
    assertEquals(epochs("always"), epochs("now-and-then"));
    for (String file : List.of("best.safetensors", "last.safetensors")) {
      Checkpoint always = Checkpoint.read(folder.resolve("always").resolve(file));
      Checkpoint other = Checkpoint.read(folder.resolve("now-and-then").resolve(file));
      assertEquals(always.progress(), other.progress());
      assertEquals(weights(always), weights(other));
    }
  }

  /** Stops after steps that nobody had looked at. */
  @ParameterizedTest
  @ValueSource(ints = {2, 6, 9, 12, 26})
  void aStopLeavesNoTrace(int step) throws IOException {
    train("whole");
    train("parts", "--max-steps=" + step);
    cli.run("train", "--resume=parts").succeeded();
    for (String file : List.of("best.safetensors", "last.safetensors", "metrics.jsonl")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("whole").resolve(file)),
          Files.readAllBytes(folder.resolve("parts").resolve(file)),
          file);
    }
  }

  /** The system's own time of the start may be wrong by a second. */
  @Test
  void secondsCountFromTheStartOfTheJvm() {
    long before = ManagementFactory.getRuntimeMXBean().getUptime();
    double seconds = TrainCommand.secondsSinceStart();
    long after = ManagementFactory.getRuntimeMXBean().getUptime();
    assertTrue(before / 1e3 <= seconds && seconds <= after / 1e3, seconds + " s");
  }

  @Test
  void reachedAccuraciesAreNoted() throws IOException {
    train("run", "--reach=0.01,0.02", "--no-report");
    String summary = Files.readString(folder.resolve("run/summary.json"));
    assertTrue(summary.contains("\"reached\" : [ {"), summary);
    Cli.Result wrong = cli.run("train", "tiny.json", "--reach=0.9,1.5");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("--reach 1.5; allowed: above 0 and up to 1"), wrong.err());
  }
}
