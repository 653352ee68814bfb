package dev.weft.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.train.TrainConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of README.md and of kernels/README.md is what is compiled here, and works. */
class FromJavaTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  /** A program of a user's, and a kernel. */
  private static final List<String> SOURCES =
      List.of(
          "src/test/java/dev/weft/models/FromJava.java",
          "../kernels/src/main/java/dev/weft/kernels/relu/ReluKernels.java");

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void readmeShowsLinesThatCompile() throws IOException {
    List<String> compiled = new ArrayList<>();
    for (String source : SOURCES) {
      compiled.addAll(lines(Files.readString(Path.of(source))));
    }
    List<String> shown = new ArrayList<>();
    for (String page : List.of("../README.md", "../kernels/README.md")) {
      JAVA.matcher(Files.readString(Path.of(page)))
          .results()
          .map((MatchResult block) -> lines(block.group(1)))
          .forEach(shown::addAll);
    }
    assertTrue(shown.size() > 40, shown::toString);
    for (String line : shown) {
      assertTrue(compiled.contains(line), line);
    }
  }

  @Test
  void trainsAndPredicts(@TempDir Path folder) {
    Dataset test = DrawnGarments.generate(12, 20);
    Datasets images = new Datasets(DrawnGarments.generate(11, 640), test, List.of());
    TrainConfig config =
        TrainConfig.builder(Presets.find("cnn-simple").orElseThrow()).epochs(2).build();
    Path run = folder.resolve("run");
    FromJava.train(images, config, run);
    assertTrue(Files.exists(run.resolve("last.safetensors")));

    float[] probabilities = FromJava.predict(run, test.image(0));
    assertEquals(10, probabilities.length);
    float sum = 0;
    for (float p : probabilities) {
      sum += p;
    }
    assertEquals(1, sum, 1e-5f);
  }

  /** Ones over ones: as many as a kernel sees of the image, and the bias. */
  @Test
  void convolves() {
    float[] images = new float[128 * 28 * 28];
    float[] weights = new float[3 * 3 * 16];
    float[] biases = new float[16];
    Arrays.fill(images, 1);
    Arrays.fill(weights, 1);
    biases[1] = 0.5f;
    biases[2] = -100;
    float[] maps = FromJava.convolve("cpu", images, weights, biases);
    assertEquals(4, maps[0]);
    assertEquals(4.5f, maps[1]);
    assertEquals(0, maps[2]);
    assertEquals(9, maps[(28 + 1) * 16]);
    assertFalse(Arrays.equals(new float[maps.length], maps));
  }
}
