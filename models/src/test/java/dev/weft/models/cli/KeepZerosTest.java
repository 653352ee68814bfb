package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code weft train --keep-zeros}: what is 0 and a weight stays so, all else learns. */
class KeepZerosTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void prune() throws IOException {
    MadeImages.write(folder.resolve("images"), 310, 50);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
    train("run", "--epochs=1");
    cli.run("compress", "run", "--prune=0.7", "--out=pruned").succeeded();
    cli.run("export", "pruned", "--safetensors=w.safetensors").succeeded();
  }

  private Cli.Result train(String out, String... more) {
    String[] tiny = {"train", "tiny.json", "--device=cpu", "--batch=32", "--out=" + out};
    return cli.run(Stream.of(tiny, more).flatMap(Stream::of).toArray(String[]::new)).succeeded();
  }

  private Map<String, NamedTensor> last(String run) {
    return Checkpoint.read(folder.resolve(run).resolve("last.safetensors")).weights();
  }

  private static float[] values(Map<String, NamedTensor> weights, String name) {
    return Objects.requireNonNull(weights.get(name), name).floats();
  }

  @ParameterizedTest
  @ValueSource(strings = {"adadelta", "sgd", "momentum", "adagrad", "rmsprop", "adam"})
  void everyOptimizerKeepsThem(String optimizer) {
    train(
        "tuned",
        "--init=w.safetensors",
        "--keep-zeros",
        "--optimizer=" + optimizer,
        "--max-steps=15");
    Map<String, NamedTensor> before = last("pruned");
    Map<String, NamedTensor> after = last("tuned");
    int zeros = 0;
    int moved = 0;
    for (String name : before.keySet()) {
      float[] old = values(before, name);
      float[] now = values(after, name);
      for (int i = 0; i < old.length; i++) {
        boolean kept = name.endsWith(".weight") && old[i] == 0;
        assertTrue(!kept || now[i] == 0, name + " " + i);
        zeros += kept ? 1 : 0;
        moved += now[i] != old[i] ? 1 : 0;
      }
    }
    assertEquals(Math.round(0.7 * (36 + 7840)), zeros);
    assertTrue(moved > 1000, moved + " have learnt");
  }

  /** All biases are 0 before the first step. */
  @Test
  void biasesLearnFromTheFirstStep() {
    train("fresh", "--keep-zeros", "--max-steps=5");
    train("usual", "--max-steps=5");
    assertEquals(last("usual"), last("fresh"), "no weight is drawn as 0");
    for (String name : new String[] {"conv1.bias", "dense1.bias"}) {
      for (float bias : values(last("fresh"), name)) {
        assertTrue(bias != 0, name);
      }
    }
  }

  @Test
  void withoutItTheyLearnToo() throws IOException {
    train("tuned", "--init=w.safetensors", "--max-steps=15");
    assertTrue(zeros("tuned") < zeros("pruned") / 2);
    assertFalse(Files.readString(folder.resolve("tuned/config.json")).contains("keep-zeros"));
  }

  private int zeros(String run) {
    int zeros = 0;
    for (float value : values(last(run), "dense1.weight")) {
      zeros += value == 0 ? 1 : 0;
    }
    return zeros;
  }

  @ParameterizedTest
  @ValueSource(strings = {"adadelta", "adam"})
  void aStopLeavesNoTrace(String optimizer) throws IOException {
    String[] options = {
      "--init=w.safetensors", "--keep-zeros", "--optimizer=" + optimizer, "--epochs=3"
    };
    train("whole", options);
    train(
        "parts",
        Stream.of(options, new String[] {"--max-steps=12"})
            .flatMap(Stream::of)
            .toArray(String[]::new));
    String text = cli.run("train", "--resume", "parts").succeeded().out();
    assertTrue(text.contains(", zeros stay 0"), text);
    for (String file : new String[] {"best.safetensors", "last.safetensors", "config.json"}) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("whole").resolve(file)),
          Files.readAllBytes(folder.resolve("parts").resolve(file)),
          file);
    }
    assertEquals(zeros("pruned"), zeros("whole"));
  }
}
