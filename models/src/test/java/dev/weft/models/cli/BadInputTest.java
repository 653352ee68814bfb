package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users can get wrong: one clear line each, and nothing lost. */
class BadInputTest {
  @TempDir private Path folder;
  private Path images;
  private Cli cli;

  @BeforeEach
  void makeImagesAndModel() throws IOException {
    images = MadeImages.write(folder.resolve("images"), 64, 32);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
  }

  private Cli.Result train(String... more) {
    String[] tiny = {"train", "tiny.json", "--device=cpu", "--batch=16", "--epochs=1"};
    return cli.run(Stream.of(tiny, more).flatMap(Stream::of).toArray(String[]::new));
  }

  /** The message, with the folder of the test cut out of it. */
  private String failure(Cli.Result result) {
    assertFalse(Files.exists(folder.resolve("runs")), "nothing was trained");
    return result.failure().replaceAll(Pattern.quote(folder + "/"), "");
  }

  @Test
  void truncatedImages() throws IOException {
    Path file = images.resolve(MadeImages.TRAIN_IMAGES);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 10_000));
    assertEquals(
        "images/train-images-idx3-ubyte: ends after 9984 of the 50176 values that its header"
            + " promises; get the file again",
        failure(train()));
  }

  @Test
  void swappedFiles() throws IOException {
    Path spare = images.resolve("spare");
    Files.move(images.resolve(MadeImages.TRAIN_IMAGES), spare);
    Files.move(images.resolve(MadeImages.TRAIN_LABELS), images.resolve(MadeImages.TRAIN_IMAGES));
    Files.move(spare, images.resolve(MadeImages.TRAIN_LABELS));
    assertEquals(
        "images/train-images-idx3-ubyte: holds labels (1 dimension) where images (3 dimensions)"
            + " are needed; check whether files were swapped",
        failure(train()));
  }

  @Test
  void corruptLabels() throws IOException {
    Path file = images.resolve(MadeImages.TEST_LABELS);
    byte[] labels = Files.readAllBytes(file);
    labels[8 + 7] = 77;
    Files.write(file, labels);
    assertEquals(
        "images/t10k-labels-idx1-ubyte: label 77 at position 7, but labels go from 0 to 9; correct"
            + " the file",
        failure(train()));
  }

  @Test
  void corruptGzip() throws IOException {
    Path file = images.resolve(MadeImages.TEST_IMAGES);
    Files.delete(file);
    Files.write(
        images.resolve(MadeImages.TEST_IMAGES + ".gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1});
    String line = failure(train());
    assertTrue(line.startsWith("images/t10k-images-idx3-ubyte.gz: "), line);
    assertTrue(line.endsWith("get the file again"), line);
  }

  @Test
  void missingFiles() throws IOException {
    Files.delete(images.resolve(MadeImages.TEST_LABELS));
    assertEquals(
        "images: lacks t10k-labels-idx1-ubyte; put it there, plain or as .gz", failure(train()));
    assertEquals(
        "nowhere: no such folder; name the one with the four IDX files",
        failure(train("--data=nowhere")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\": \"m\",             | m\\.json:1:\\d+: not valid JSON: .*",
        "[]                            | m\\.json:1:1: .* allowed: an object",
        "{\"name\": \"m\", \"lairs\": []} | m\\.json:1:15: model: unknown field \"lairs\".* did you"
            + " mean layers\\?",
        "{\"name\": \"m\", \"input\": [28, 28, 1], \"layers\": []} | m\\.json:1:37: model: layers"
            + " .* allowed: 1 to 256 layers",
      })
  void wrongJson(String text, String message) throws IOException {
    Files.writeString(folder.resolve("m.json"), text);
    String line = failure(cli.run("train", "m.json"));
    assertTrue(line.matches(message), line);
  }

  @Test
  void aModelForOtherImages() throws IOException {
    Path model = folder.resolve("tiny.json");
    Files.writeString(model, Files.readString(model).replace("[28, 28, 1]", "[32, 32, 1]"));
    assertEquals(
        "model tiny takes [32,32,1] and tells 10 classes apart, but the images are [28,28,1] of 10"
            + " classes",
        failure(train()));
  }

  @Test
  void tooFewImages() {
    assertEquals(
        "1 images cannot be split for validation by 0.1: use more images or another fraction",
        failure(train("--limit=1")));
  }

  @Test
  void aWrongCheckpoint() throws IOException {
    train("--out=run").succeeded();
    Path last = folder.resolve("run/last.safetensors");
    byte[] good = Files.readAllBytes(last);

    byte[] flipped = good.clone();
    flipped[flipped.length - 5] ^= 1;
    Files.write(last, flipped);
    for (Cli.Result result :
        new Cli.Result[] {
          cli.run("train", "--resume", "run"),
          cli.run("evaluate", "run"),
          train("--init=run/last.safetensors")
        }) {
      assertEquals(
          "run/last.safetensors is damaged: the SHA-256 does not match; use another checkpoint of"
              + " the run",
          failure(result));
    }

    Files.write(last, Arrays.copyOf(good, good.length / 2));
    String truncated = failure(cli.run("train", "--resume", "run"));
    assertTrue(
        truncated.matches("run/last\\.safetensors: truncated, .* take another copy"), truncated);

    Files.writeString(last, "no checkpoint at all");
    String text = failure(cli.run("train", "--resume", "run"));
    assertTrue(
        text.startsWith("run/last.safetensors is no safetensors file, or is truncated"), text);
  }

  @Test
  void theWeightsOfAnotherModel() {
    train("--out=run").succeeded();
    String line = failure(cli.run("train", "lenet5", "--init=run/best.safetensors"));
    assertTrue(
        line.matches(
            "run/best\\.safetensors does not fit the model \\(missing: .*; wrong shape: .*\\); did"
                + " the file come from another model\\?"),
        line);
    String missing = failure(train("--init=none.safetensors"));
    assertTrue(missing.contains("none.safetensors"), missing);
  }

  @Test
  void aFolderThatHoldsARun() throws IOException {
    train("--out=run").succeeded();
    byte[] before = Files.readAllBytes(folder.resolve("run/last.safetensors"));
    assertEquals(
        "run is not empty; choose another folder with --out, or go on with --resume run",
        failure(train("--out=run", "--seed=3")));
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("run/last.safetensors")));
  }

  /** What a disk that was full leaves of a run that could not start is none to go on with. */
  @Test
  void aFolderThatHoldsNoRun() throws IOException {
    Files.createDirectory(folder.resolve("run"));
    Files.writeString(folder.resolve("run/config.json"), "{}");
    assertEquals("run is not empty; choose another folder with --out", failure(train("--out=run")));
  }

  /** A place that nobody can write to, not even root: below a file, and a file itself. */
  @Test
  void aFolderThatCannotBeMade() throws IOException {
    assertEquals(
        "cannot make the run folder tiny.json/run (Not a directory); choose another with --out",
        failure(train("--out=tiny.json/run")));
    assertEquals(
        "cannot make the run folder tiny.json (tiny.json is a file); choose another with --out",
        failure(train("--out=tiny.json")));
  }

  @Test
  void trainingThatDiverges() throws IOException {
    Cli.Result result = train("--out=run", "--optimizer=sgd", "--lr=1e30");
    String line = result.failure();
    assertTrue(
        line.matches(
            "training diverged at step 2: .*(conv1|dense1).* is no longer finite; try a smaller"
                + " --lr.*"),
        line);
    cli.run("evaluate", "run").succeeded();
  }

  /** The loss of the first step is from before it, and finite; its weights are useless. */
  @Test
  void validationThatDiverges() throws IOException {
    Cli.Result result =
        cli.run(
            "train",
            "lenet5",
            "--device=cpu",
            "--batch=64",
            "--epochs=1",
            "--optimizer=sgd",
            "--lr=1e38",
            "--out=run");
    String line = result.failure();
    assertTrue(
        line.matches(
            "training diverged at step 1: .*(conv|dense).* is no longer finite; try a smaller"
                + " --lr.*"),
        line);
    assertFalse(Files.exists(folder.resolve("run/metrics.jsonl")), "no epoch is written");
    assertFalse(Files.exists(folder.resolve("run/best.safetensors")));
    cli.run("evaluate", "run").succeeded();
  }

  /** Versions before this one wrote such lines. */
  @Test
  void metricsThatAreNoNumbers() throws IOException {
    trainWithLosses("NaN");
    cli.run("report", "run").succeeded();
    cli.run("compare", "run", "--out=c").succeeded();
    cli.run("train", "--resume=run", "--epochs=2").succeeded();
    String summary = Files.readString(folder.resolve("run/summary.json"));
    assertTrue(summary.matches("(?s).*\"best\" : \\{\\s+\"epoch\" : 2,.*"), summary);
  }

  @Test
  void lossesThatAreInfinite() throws IOException {
    trainWithLosses("Infinity");
    cli.run("report", "run").succeeded();
  }

  /** Leaves a run whose metrics have {@code value} for each loss. */
  private void trainWithLosses(String value) throws IOException {
    train("--out=run").succeeded();
    Path metrics = folder.resolve("run/metrics.jsonl");
    String line = Files.readString(metrics);
    String broken = line.replaceAll("loss\":[^,]*", "loss\":\"" + value + "\"");
    assertTrue(broken.contains("\"val_loss\":\"" + value + "\""), broken);
    Files.writeString(metrics, broken);
  }

  /** JSON allows them, charts and means do not. */
  @Test
  void numbersThatNoDoubleHolds() throws IOException {
    train("--out=run").succeeded();
    Path hardware = folder.resolve("run/hardware.jsonl");
    String lines = Files.readString(hardware);
    Files.writeString(hardware, lines.replaceFirst("\"cpu_cores\":[^,]*", "\"cpu_cores\":1e400"));
    String line = cli.run("report", "run").failure();
    assertTrue(line.contains("hardware.jsonl, line 1: not what weft writes there"), line);
    Files.writeString(hardware, lines);
    Path summary = folder.resolve("run/summary.json");
    Files.writeString(
        summary,
        Files.readString(summary).replaceAll("\"accuracy\" : [^,\\s]*", "\"accuracy\" : 1e400"));
    line = cli.run("compare", "run", "--out=c").failure();
    assertTrue(line.contains("summary.json is damaged; "), line);
    assertFalse(Files.exists(folder.resolve("c")), "nothing is written");
  }
}
