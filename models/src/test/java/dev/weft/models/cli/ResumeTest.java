package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.FolderLock;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.RunImages;
import dev.weft.runtime.train.Start;
import dev.weft.runtime.train.TrainConfig;
import dev.weft.runtime.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A run that was stopped and resumed is the run that was not, bit for bit; 9 steps an epoch. */
class ResumeTest {
  private static final List<String> SAME_FILES =
      List.of("best.safetensors", "last.safetensors", "config.json", "metrics.jsonl");

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void makeImagesAndModel() throws IOException {
    MadeImages.write(folder.resolve("images"), 310, 50);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
  }

  private void train(String out, String... more) {
    String[] tiny = {
      "train",
      "tiny.json",
      "--device=cpu",
      "--batch=32",
      "--epochs=3",
      "--log-steps",
      "--out=" + out
    };
    cli.run(Stream.of(tiny, more).flatMap(Stream::of).toArray(String[]::new)).succeeded();
  }

  private void assertSameFiles(String a, String b) throws IOException {
    for (String file : SAME_FILES) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve(a).resolve(file)),
          Files.readAllBytes(folder.resolve(b).resolve(file)),
          file);
    }
  }

  @Test
  void theSameSeedGivesTheSameFiles() throws IOException {
    train("a");
    train("b");
    assertSameFiles("a", "b");
    train("c", "--seed=1");
    assertFalse(
        Files.mismatch(folder.resolve("a/last.safetensors"), folder.resolve("c/last.safetensors"))
            < 0);
  }

  /** Before the first step, within each epoch, between epochs, at the end. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 9, 10, 17, 18, 26, 27})
  void aStopLeavesNoTrace(int step) throws IOException {
    train("whole");
    train("parts", "--max-steps=" + step);
    cli.run("train", "--resume", "parts").succeeded();
    assertSameFiles("whole", "parts");
  }

  /** There the loss in training says which epoch is the best. */
  @Test
  void norDoesAStopWhereNothingIsHeldOut() throws IOException {
    train("whole", "--val-split=0");
    train("parts", "--val-split=0", "--max-steps=14");
    cli.run("train", "--resume", "parts").succeeded();
    assertSameFiles("whole", "parts");
  }

  /** What becomes of an image hangs on the step alone. */
  @Test
  void norDoesAStopAmongAugmentedImages() throws IOException {
    train("whole", "--augment=all");
    train("parts", "--augment=all", "--max-steps=11");
    cli.run("train", "--resume", "parts").succeeded();
    assertSameFiles("whole", "parts");
    train("plain");
    assertFalse(
        Files.mismatch(
                folder.resolve("whole/last.safetensors"), folder.resolve("plain/last.safetensors"))
            < 0);
    assertTrue(
        Files.readString(folder.resolve("whole/config.json"))
            .contains("flip,shift:2.0,rotate:10.0,scale:0.1,light:0.5,noise:0.2,erase:0.3"));
  }

  @Test
  void norDoManyStops() throws IOException {
    train("whole", "--optimizer=adam");
    train("parts", "--optimizer=adam", "--max-steps=1");
    for (int step = 4; step < 30; step += 3) {
      cli.run("train", "--resume", "parts", "--max-steps=" + step).succeeded();
    }
    cli.run("train", "--resume", "parts").succeeded();
    assertSameFiles("whole", "parts");
  }

  /** After a crash, metrics.jsonl is ahead of the checkpoint, and its last line perhaps cut off. */
  @Test
  void whatACrashLeavesIsClearedAway() throws IOException {
    train("whole");
    train("parts", "--max-steps=12");
    Path metrics = folder.resolve("parts/metrics.jsonl");
    Files.writeString(
        metrics,
        Files.readString(metrics)
            + "{\"type\":\"step\",\"step\":13,\"loss\":9.0}\n{\"type\":\"step\",\"st");
    Files.writeString(folder.resolve("parts/.last.safetensors.1.tmp"), "half of it");
    cli.run("train", "--resume", "parts").succeeded();
    assertSameFiles("whole", "parts");
    assertFalse(Files.exists(folder.resolve("parts/.last.safetensors.1.tmp")));
  }

  @Test
  void patienceGoesOnWhereItWas() throws IOException {
    train("whole", "--optimizer=sgd", "--lr=1e-30", "--early-stopping=1");
    train("parts", "--optimizer=sgd", "--lr=1e-30", "--early-stopping=1", "--max-steps=12");
    String text = cli.run("train", "--resume", "parts").succeeded().out();
    assertTrue(text.contains("stopped early after step 18, 2 of 3 epochs done"), text);
    assertSameFiles("whole", "parts");
  }

  @Test
  void moreEpochsContinueAFinishedRun() {
    train("run");
    String done = cli.run("train", "--resume", "run").succeeded().out();
    assertTrue(done.contains("note: all 3 epochs are done, there is nothing left to train"), done);
    assertFalse(done.contains("val_loss improved"), done);
    String more = cli.run("train", "--resume", "run", "--epochs=4").succeeded().out();
    assertTrue(more.contains("resume: run at epoch 4, step 27"), more);
    assertTrue(more.contains("\nepoch 4/4  loss"), more);
    assertTrue(more.contains("finished after step 36, 4 of 4 epochs done"), more);
  }

  /** Nothing is written: what is done cannot be undone by a smaller number. */
  @Test
  void fewerEpochsThanAreDoneAreRefused() throws IOException {
    train("run");
    train("whole");
    assertEquals(
        "--epochs 1: 3 epochs are done already; give more than 3, or leave it out",
        cli.run("train", "--resume", "run", "--epochs=1").badUsage());
    assertSameFiles("whole", "run");
    String done = cli.run("train", "--resume", "run", "--epochs=3").succeeded().out();
    assertTrue(done.contains("note: all 3 epochs are done, there is nothing left to train"), done);
    assertSameFiles("whole", "run");
  }

  @Test
  void theDeviceIsThatOfTheRunUnlessTold() {
    cli.run("train", "tiny.json", "--batch=32", "--device=reference", "--out=run", "--max-steps=2")
        .succeeded();
    String same = cli.run("train", "--resume", "run", "--max-steps=3").succeeded().out();
    assertTrue(same.contains("device: reference,"), same);
    assertFalse(same.contains("note:"), same);
    String other =
        cli.run("train", "--resume", "run", "--device=cpu", "--max-steps=4").succeeded().out();
    assertTrue(
        other.contains(
            "note: the run was trained by the backend reference; with cpu the last bits of its"
                + " results may differ"),
        other);
  }

  /** A run goes from device to device, and its losses stay those of the run that did not. */
  @Test
  void aRunMayChangeItsDevice() throws IOException {
    OpenClDevice.require();
    train("whole");
    train("parts", "--max-steps=4");
    cli.run("train", "--resume", "parts", "--device=opencl", "--max-steps=14").succeeded();
    String text = cli.run("train", "--resume", "parts", "--device=cpu").succeeded().out();
    assertTrue(text.contains("note: the run was trained by the backend opencl;"), text);
    List<Double> expected = losses("whole");
    List<Double> actual = losses("parts");
    assertEquals(27, expected.size());
    assertEquals(expected.size(), actual.size());
    for (int step = 0; step < expected.size(); step++) {
      assertEquals(expected.get(step), actual.get(step), 1e-4, "step " + (step + 1));
    }
    assertTrue(expected.getLast() < 0.8 * expected.getFirst(), "nothing was learnt");
  }

  private List<Double> losses(String run) throws IOException {
    return Files.readAllLines(folder.resolve(run).resolve("metrics.jsonl")).stream()
        .map(JsonMapper.shared()::readTree)
        .filter(line -> line.get("type").asString().equals("step"))
        .map(line -> line.get("loss").asDouble())
        .toList();
  }

  /** The images are looked for where they were, wherever the others are now. */
  @Test
  void theDataIsThatOfTheRunUnlessTold() throws IOException {
    train("run", "--max-steps=2");
    Cli elsewhere =
        cli.with(
            Map.of("WEFT_DATA", MadeImages.write(folder.resolve("other"), 310, 40).toString()));
    elsewhere.run("train", "--resume", "run", "--max-steps=3").succeeded();
    String line = elsewhere.run("train", "--resume", "run", "--data", "other").failure();
    assertTrue(
        line.matches(
            ".*run was trained on other data \\(.*images\\); give that folder with --data, or start"
                + " anew with --init .*last\\.safetensors"),
        line);
  }

  @ParameterizedTest
  @CsvSource({"empty, 'there is no last.safetensors'", "images, 'there is no last.safetensors'"})
  void aFolderWithoutARunIsRefused(String run, String message) throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    String line = cli.run("train", "--resume", run).failure();
    assertTrue(line.endsWith(run + " holds no run: " + message), line);
  }

  @Test
  void dryRunOfAResumedRunChangesNothing() throws IOException {
    train("run", "--max-steps=12");
    Path metrics = folder.resolve("run/metrics.jsonl");
    Files.writeString(metrics, Files.readString(metrics) + "{\"type\":\"st");
    byte[] before = Files.readAllBytes(metrics);
    String text = cli.run("train", "--resume", "run", "--dry-run").succeeded().out();
    assertTrue(text.contains("resume: run at epoch 2, step 12"), text);
    assertArrayEquals(before, Files.readAllBytes(metrics));
  }

  @Test
  void nobodyElseTrainsInTheFolderMeanwhile() throws IOException {
    train("run");
    byte[] before = Files.readAllBytes(folder.resolve("run/last.safetensors"));
    try (FolderLock _ = FolderLock.take(folder.resolve("run"))) {
      Cli.Result resumed = cli.run("train", "--resume=run", "--epochs=4");
      assertEquals(1, resumed.code());
      assertTrue(resumed.err().contains("run is in use by "), resumed.err());
      Cli.Result anew = cli.run("train", "tiny.json", "--out=run");
      assertEquals(1, anew.code());
      assertTrue(anew.err().contains("run is not empty"), anew.err());
      cli.run("train", "--resume=run", "--epochs=4", "--dry-run").succeeded();
    }
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("run/last.safetensors")));
    cli.run("train", "--resume=run", "--epochs=4").succeeded();
  }

  /** Else a run that is killed now would go for tested, with other weights than it has. */
  @Test
  void resultsGoWhenTheRunGoesOn() {
    train("run");
    RunFolder run = RunFolder.existing(folder.resolve("run"));
    Checkpoint checkpoint = Checkpoint.read(run.last());
    ModelSpec model = ModelSpec.parse(checkpoint.modelJson(), "run");
    TrainConfig config =
        TrainConfig.of(model, checkpoint.config(), "run").toBuilder().epochs(4).build();
    Datasets images =
        new Datasets(DrawnGarments.generate(11, 310), DrawnGarments.generate(12, 50), List.of());
    assertTrue(Files.exists(run.summary()));
    List<Integer> epochs = new ArrayList<>();
    try (Trainer trainer =
        new Trainer(
            config,
            RunImages.of(images, config),
            Backends.load().choose("cpu"),
            run,
            new Start.Resume(checkpoint),
            epoch -> {
              assertFalse(Files.exists(run.summary()));
              epochs.add(epoch.epoch());
            })) {
      trainer.run();
    }
    assertEquals(List.of(4), epochs);
  }
}
