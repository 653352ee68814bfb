package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.models.compare.Spread;
import dev.weft.models.report.Pages;
import dev.weft.runtime.checkpoint.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void makeImagesAndModel() throws IOException {
    MadeImages.write(folder.resolve("images"), 320, 100);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
  }

  private Cli.Result compare(String... more) {
    String[] all = {
      "compare",
      "--models=tiny.json",
      "--optimizers=adam,sgd:0.05",
      "--seeds=2",
      "--epochs=2",
      "--batch=32",
      "--device=cpu",
      "--out=c"
    };
    return cli.run(Stream.of(all, more).flatMap(Stream::of).toArray(String[]::new));
  }

  @Test
  void spreadOfThree() {
    Spread spread = Spread.of(List.of(1.0, 2.0, 6.0));
    assertEquals(3, spread.mean());
    assertEquals(1, spread.min());
    assertEquals(6, spread.max());
    assertEquals(Math.sqrt(7), spread.std(), 1e-12);
    assertEquals(0, Spread.of(List.of(4.0)).std());
  }

  @Test
  void aTableOfAllRuns() throws IOException {
    JsonNode rows = compare("--json").succeeded().json();
    assertEquals(2, rows.size());
    JsonNode best = rows.get(0);
    assertTrue(
        best.at("/test_accuracy/mean").asDouble()
            >= rows.get(1).at("/test_accuracy/mean").asDouble());
    assertEquals(2, best.at("/test_accuracy/n").asInt());
    assertEquals(7890, best.get("parameters").asInt());
    assertEquals(4 * 7890, best.get("weight_bytes").asInt());
    double sum = 0;
    for (JsonNode run : best.get("runs")) {
      Path summary = folder.resolve("c/" + run.asString() + "/summary.json");
      sum +=
          JsonMapper.builder()
              .build()
              .readTree(Files.readString(summary))
              .at("/test/best/accuracy")
              .asDouble();
    }
    assertEquals(sum / 2, best.at("/test_accuracy/mean").asDouble(), 1e-12);
    Pages.check(Files.readString(folder.resolve("c/compare.html")));
    assertTrue(Files.exists(folder.resolve("c/plots/optimizers-tiny.png")));
  }

  @Test
  void oneRunIsAComparisonToo() throws IOException {
    cli.run("compare", "--models=tiny.json", "--epochs=1", "--batch=32", "--device=cpu", "--out=c")
        .succeeded();
    Pages.check(Files.readString(folder.resolve("c/compare.html")));
  }

  @Test
  void augmentedRunsAreNamedSo() {
    cli.run(
            "compare",
            "--models=tiny.json",
            "--optimizers=sgd",
            "--augment=light,flip",
            "--epochs=1",
            "--batch=32",
            "--device=cpu",
            "--out=a")
        .succeeded();
    cli.run("train", "tiny.json", "--epochs=1", "--batch=32", "--device=cpu", "--out=plain")
        .succeeded();
    JsonNode rows =
        cli.run("compare", "a/tiny-sgd-0", "plain", "--json", "--out=d").succeeded().json();
    assertEquals(
        Set.of("sgd, flip,light:0.5", "adadelta"),
        Set.of(rows.get(0).get("optimizer").asString(), rows.get(1).get("optimizer").asString()));
  }

  @Test
  void dryRunWritesNothing() {
    String out = compare("--dry-run").succeeded().out();
    assertTrue(out.contains("tiny-sgd_0.05-1  new"), out);
    assertFalse(Files.exists(folder.resolve("c")));
  }

  @Test
  void dryRunAsJsonIsNothingButJson() {
    Cli.Result before = compare("--dry-run", "--json").succeeded();
    assertEquals(4, before.json().size());
    assertEquals("tiny-adam-0", before.json().get(0).get("name").asString());
    assertEquals("new", before.json().get(0).get("state").asString());
    assertTrue(before.err().contains("dry run: nothing was trained"), before.err());
    cli.run("train", "tiny.json", "--epochs=1", "--device=cpu", "--out=whole").succeeded();
    cli.run("train", "tiny.json", "--device=cpu", "--max-steps=1", "--out=part").succeeded();
    Cli.Result there = cli.run("compare", "whole", "part", "--dry-run", "--json").succeeded();
    assertEquals("whole", there.json().get(0).get("name").asString());
    assertEquals("finished", there.json().get(0).get("state").asString());
    assertEquals("interrupted", there.json().get(1).get("state").asString());
    assertTrue(there.err().contains("whole  adadelta"), there.err());
  }

  /** An interrupted run ends bit for bit as if it had not been; finished ones are not touched. */
  @Test
  void goesOnWhereItWasStopped() throws IOException {
    compare().succeeded();
    byte[] expected = weights("tiny-sgd_0.05-0");
    Path run = folder.resolve("c/tiny-sgd_0.05-0");
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    Files.delete(run);
    cli.run(
            "train",
            "tiny.json",
            "--optimizer=sgd",
            "--lr=0.05",
            "--epochs=2",
            "--batch=32",
            "--device=cpu",
            "--max-steps=5",
            "--no-report",
            "--out=c/tiny-sgd_0.05-0")
        .succeeded();
    Path kept = folder.resolve("c/tiny-adam-0/summary.json");
    var before = Files.getLastModifiedTime(kept);

    String out = compare().succeeded().out();
    assertTrue(out.contains("tiny-sgd_0.05-0  interrupted"), out);
    assertTrue(out.contains("tiny-adam-0      finished"), out);
    assertArrayEquals(expected, weights("tiny-sgd_0.05-0"));
    assertEquals(before, Files.getLastModifiedTime(kept));
  }

  @Test
  void nobodyElseComparesInTheFolderMeanwhile() throws IOException {
    Files.createDirectory(folder.resolve("c"));
    try (FolderLock _ = FolderLock.take(folder.resolve("c"))) {
      Cli.Result result = compare();
      assertEquals(1, result.code());
      assertTrue(result.err().contains("c is in use by "), result.err());
      compare("--dry-run").succeeded();
    }
    compare("--limit=64").succeeded();
    try (FolderLock _ = FolderLock.take(folder.resolve("c/tiny-adam-0"))) {
      compare("--limit=64").succeeded(); // all are finished: nothing is trained
    }
  }

  private byte[] weights(String run) throws IOException {
    return Files.readAllBytes(folder.resolve("c/" + run + "/last.safetensors"));
  }

  /** As a process leaves it that was killed before its first checkpoint. */
  @Test
  void aRunKilledBeforeItsFirstCheckpointStartsAnew() throws IOException {
    compare().succeeded();
    byte[] expected = weights("tiny-adam-1");
    Files.delete(folder.resolve("c/tiny-adam-1/last.safetensors"));
    Files.delete(folder.resolve("c/tiny-adam-1/best.safetensors"));
    Files.delete(folder.resolve("c/tiny-adam-1/summary.json"));
    compare().succeeded();
    assertArrayEquals(expected, weights("tiny-adam-1"));
  }

  @Test
  void anotherRequestIsRefused() throws IOException {
    compare().succeeded();
    String line = compare("--limit=50").failure();
    assertTrue(line.contains("c holds another comparison (limit 0, not 50)"), line);
    Files.createDirectories(folder.resolve("full/x"));
    assertTrue(
        cli.run("compare", "--models=tiny.json", "--out=full").failure().contains("is not empty"));
  }

  @Test
  void runsThatAreThere() {
    compare().succeeded();
    JsonNode rows =
        cli.run(
                "compare",
                "c/tiny-adam-0",
                "c/tiny-adam-1",
                "c/tiny-sgd_0.05-0",
                "--json",
                "--out=d")
            .succeeded()
            .json();
    assertEquals(2, rows.size());
    assertEquals(
        3, rows.get(0).get("runs").size() + rows.get(1).get("runs").size(), "seeds share a row");
    assertTrue(cli.run("compare", "nothing").failure().contains("nothing: no such run"));
  }

  /** Without images held out nothing is called validation. */
  @Test
  void runsWithoutValidation() throws IOException {
    train("all", "--val-split=0");
    Cli.Result result = cli.run("compare", "all", "--json", "--out=d").succeeded();
    assertFalse(result.json().get(0).has("val_accuracy"), result.out());
    assertTrue(result.json().get(0).has("test_accuracy"), result.out());
    assertFalse(Files.exists(folder.resolve("d/plots/optimizers-tiny.png")));
    Pages.check(Files.readString(folder.resolve("d/compare.html")));
  }

  private void train(String out, String... more) {
    String[] tiny = {
      "train",
      "tiny.json",
      "--device=cpu",
      "--batch=32",
      "--epochs=1",
      "--no-report",
      "--out=" + out
    };
    cli.run(Stream.of(tiny, more).flatMap(Stream::of).toArray(String[]::new)).succeeded();
  }

  private JsonNode rows(String... runs) {
    String[] command =
        Stream.of(new String[] {"compare", "--json"}, runs)
            .flatMap(Stream::of)
            .toArray(String[]::new);
    return cli.run(command).succeeded().json();
  }

  private static List<String> differs(JsonNode rows) {
    return rows.valueStream().map(row -> row.path("differs").asString("")).sorted().toList();
  }

  /** Other JSON is damage too: such a run was tested, and nobody is to be told otherwise. */
  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "", "7"})
  void aDamagedSummaryIsNamedAndCanBeMended(String content) throws IOException {
    train("run");
    Path run = folder.resolve("run");
    Files.writeString(run.resolve("summary.json"), content);
    assertEquals(
        "%1$s/summary.json is damaged; 'weft train --resume %1$s' tests the run again and writes it anew"
            .formatted(run),
        cli.run("compare", "run", "--out=c").failure());
    cli.run("train", "--resume", "run").succeeded();
    Cli.Result mended = cli.run("compare", "run", "--out=c").succeeded();
    assertFalse(mended.out().contains("stopped before"), mended.out());
  }

  @Test
  void aFolderGivenTwiceCountsOnce() throws IOException {
    train("a");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
    Cli.Result result = cli.run("compare", "a", "./a/", "link", "--json").succeeded();
    assertEquals(1, result.json().size());
    assertEquals(1, result.json().at("/0/runs").size());
    assertFalse(result.json().get(0).has("differs"), "an ordinary comparison");
    assertTrue(result.err().contains("note: link is given more than once; it counts once"));
  }

  @Test
  void onlyRunsThatDifferInTheSeedAloneAreSeeds() throws IOException {
    train("a");
    train("b", "--seed=1");
    train("copy");
    cli.run("train", "tiny.json", "--batch=64", "--epochs=1", "--no-dropout", "--out=large")
        .succeeded();
    train("half", "--seed=2", "--max-steps=4");
    train("begun", "--seed=3", "--init=a/last.safetensors");
    JsonNode rows = rows("a", "b", "copy", "large", "half", "begun");
    assertEquals(5, rows.size());
    List<String> differs = differs(rows);
    String init = "init " + folder.resolve("a/last.safetensors") + ", batch 32";
    assertEquals(
        Stream.of(
                "batch 32, a",
                "batch 32, copy",
                "batch 64, no-dropout",
                init,
                "stopped after step 4, batch 32")
            .sorted()
            .toList(),
        differs);
    for (JsonNode row : rows) {
      int seeds = row.path("differs").asString("").equals("batch 32, a") ? 2 : 1;
      assertEquals(seeds, row.get("runs").size(), row.toString());
    }
    Cli.Result text = cli.run("compare", "a", "large", "--out=d").succeeded();
    assertTrue(text.out().contains("adadelta, batch 64, no-dropout"), text.out());
    // That of a compressed run would else be taken for what it stores.
    assertTrue(text.out().lines().anyMatch(line -> line.endsWith("  float32 kB")), text.out());
    String page = Files.readString(folder.resolve("d/compare.html"));
    assertTrue(page.contains("adadelta, batch 64, no-dropout"), page);
  }

  /** A run that goes on still tells what it began from. */
  @Test
  void whereWeightsComeFromIsKept() throws IOException {
    train("a");
    train("b", "--init=a/last.safetensors", "--max-steps=4");
    cli.run("train", "--resume=b").succeeded();
    String config = Files.readString(folder.resolve("b/config.json"));
    assertTrue(config.contains("\"init\""), config);
    assertTrue(rows("b").at("/0/differs").asString().startsWith("init "));
    assertFalse(Files.readString(folder.resolve("a/config.json")).contains("init"));
  }

  @Test
  void compressedAndImportedRunsAreNoSeedsAndNotToBeResumed() throws IOException {
    train("a");
    cli.run("compress", "a", "--weights=int8", "--out=small").succeeded();
    cli.run("compress", "a", "--prune=0.5", "--epochs=1", "--weights=int4", "--out=tuned")
        .succeeded();
    cli.run("export", "a", "--safetensors=w.safetensors").succeeded();
    cli.run("import", "w.safetensors", "--model=tiny.json", "--out=back").succeeded();
    Cli.Result result =
        cli.run("compare", "a", "small", "tuned", "back", "--json", "--out=d").succeeded();
    assertEquals(4, result.json().size());
    assertFalse(result.err().contains("--resume"), result.err());
    assertFalse(result.err().contains("same images"), result.err());
    assertTrue(
        result
            .err()
            .contains(
                "note: back is imported and was not tested; its accuracy is told by weft evaluate"
                    + " back."),
        result.err());
    for (JsonNode row : result.json()) {
      String run = row.at("/runs/0").asString();
      String differs = row.path("differs").asString("");
      switch (run) {
        case "small" -> {
          assertTrue(differs.startsWith("compressed (int8)"), differs);
          assertEquals(known("small"), row.at("/test_accuracy/mean").asDouble());
        }
        case "tuned" -> {
          assertTrue(differs.startsWith("compressed (int4, 50 % pruned)"), differs);
          assertEquals(known("tuned"), row.at("/test_accuracy/mean").asDouble());
          // That of the weights that are kept, not of those that were trained.
          JsonNode summary =
              JsonMapper.shared().readTree(Files.readString(folder.resolve("tuned/summary.json")));
          assertEquals(
              summary.at("/best/val_accuracy").asDouble(-1),
              row.at("/val_accuracy/mean").asDouble(-2));
        }
        case "back" -> {
          assertEquals("none", row.get("optimizer").asString());
          assertEquals("imported", differs);
          assertFalse(row.has("test_accuracy"));
        }
        default -> assertEquals("a", run);
      }
    }
  }

  private double known(String run) throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(folder.resolve(run + "/compression.json")))
        .at("/after/accuracy")
        .asDouble();
  }

  /** They have been trained, with settings of their own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--models=lenet5",
        "--optimizers=sgd",
        "--seeds=2",
        "--epochs=3",
        "--batch=64",
        "--augment=flip",
        "--limit=10",
        "--device=cpu",
        "--data=images"
      })
  void settingsAreRefusedForRunsThatAreThere(String option) {
    String name = option.substring(0, option.indexOf('='));
    assertEquals(
        name + " cannot be given with runs that are there: they have their settings",
        cli.run("compare", "c/tiny-adam-0", option).badUsage());
  }

  @Test
  void badNamesAreBadUsage() {
    assertTrue(compare("--optimizers=adm").badUsage().contains("did you mean adam?"));
    assertTrue(
        compare("--optimizers=adam:fast").badUsage().contains("no learning rate after the colon"));
  }
}
