package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.models.Presets;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.train.TrainConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real runs, small ones: 288 images to train on and 32 held out, 9 steps of 32 an epoch. */
class TrainCommandTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void makeImagesAndModel() throws IOException {
    MadeImages.write(folder.resolve("images"), 320, 100);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
  }

  private Cli.Result train(String... more) {
    return trainEpochs(3, more);
  }

  private Cli.Result trainEpochs(int epochs, String... more) {
    String[] tiny = {
      "train", "tiny.json", "--device=cpu", "--batch=32", "--epochs=" + epochs, "--out=run"
    };
    return cli.run(Stream.of(tiny, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private JsonNode read(String file) throws IOException {
    return JsonMapper.builder().build().readTree(Files.readString(folder.resolve("run/" + file)));
  }

  private List<String> metrics() throws IOException {
    return Files.readAllLines(folder.resolve("run/metrics.jsonl"));
  }

  @Test
  void tellsWhatItDoes() {
    List<String> lines = train().succeeded().out().lines().toList();
    assertTrue(lines.get(0).startsWith("data: your own files from "), lines.get(0));
    assertTrue(lines.get(1).startsWith("device: "), lines.get(1));
    assertEquals("model: tiny, 7,890 parameters, 14x14x4 at the first dense layer", lines.get(2));
    assertEquals("split: 288 images to train on, 32 to validate, 100 to test", lines.get(3));
    assertEquals(
        "training: epochs 3, steps an epoch 9, batch 32, adadelta with learning rate 1.0, seed 0",
        lines.get(4));
    assertEquals("run: run", lines.get(5));
    assertTrue(
        lines
            .get(6)
            .matches(
                "epoch 1/3  loss \\d\\.\\d{4}  accuracy 0\\.\\d{4}  val_loss \\d\\.\\d{4} "
                    + " val_accuracy 0\\.\\d{4}  \\d+\\.\\d s  \\d+ images/s"),
        lines.get(6));
    assertTrue(
        lines
            .get(7)
            .matches("val_loss improved from inf to .*, saving model to run/best\\.safetensors"),
        lines.get(7));
    assertEquals("finished after step 27, 3 of 3 epochs done", lines.get(12));
    assertTrue(lines.get(13).matches("best epoch \\d: val_loss .*, val_accuracy .*"));
    assertTrue(
        lines
            .get(14)
            .matches(
                "test accuracy 0\\.\\d{4}, loss .* with the best weights, on 100 images of your"
                    + " own"),
        lines.get(14));
    assertTrue(lines.get(15).contains("with the last weights"), lines.get(15));
    assertTrue(lines.get(17).matches("class +images +best +last"), lines.get(17));
    assertEquals("last weights: run/last.safetensors", lines.get(lines.size() - 3));
    assertEquals("summary: run/summary.json", lines.get(lines.size() - 2));
    assertEquals("report: run/report.html", lines.getLast());
  }

  @Test
  void itLearns() throws IOException {
    trainEpochs(12).succeeded();
    JsonNode summary = read("summary.json");
    assertTrue(summary.at("/test/last/accuracy").asDouble() > 0.5, "chance is 0.1");
  }

  @Test
  void aRunLeavesItsFiles() throws IOException {
    train().succeeded();
    try (Stream<Path> files = Files.list(folder.resolve("run"))) {
      assertEquals(
          List.of(
              ".lock",
              "best.safetensors",
              "config.json",
              "hardware.jsonl",
              "last.safetensors",
              "metrics.jsonl",
              "plots",
              "report.html",
              "summary.json"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertEquals(3, metrics().size());
    JsonNode config = read("config.json");
    assertEquals("tiny", config.at("/model/name").asString());
    assertEquals("32", config.at("/settings/batch").asString());
    assertEquals("FILES", config.at("/data/source").asString());
  }

  @Test
  void theSummaryHoldsTheResults() throws IOException {
    JsonNode printed = train("--json").succeeded().json();
    JsonNode summary = read("summary.json");
    assertEquals(summary, printed);
    assertEquals("tiny", summary.get("model").asString());
    assertEquals(7890, summary.get("parameters").asInt());
    assertEquals("finished", summary.get("end").asString());
    assertEquals(3, summary.get("epochs").asInt());
    assertEquals(27, summary.get("steps").asInt());
    assertEquals("files", summary.at("/data/source").asString());
    assertEquals(288, summary.at("/data/train").asInt());
    assertEquals(32, summary.at("/data/validation").asInt());
    assertTrue(!summary.at("/device/reason").asString().isEmpty());
    assertTrue(summary.get("seconds_per_epoch").asDouble() > 0);
    assertTrue(summary.get("steps_per_second").asDouble() > 0);
    if (Files.exists(Path.of("/proc/self/status"))) {
      assertTrue(summary.get("peak_memory_bytes").asLong() > 10_000_000);
    }

    int best = 0;
    for (int i = 1; i < 3; i++) {
      best = valLoss(i) < valLoss(best) ? i : best;
    }
    assertEquals(best + 1, summary.at("/best/epoch").asInt());
    assertEquals(valLoss(best), summary.at("/best/val_loss").asDouble());

    for (JsonNode test : summary.get("test")) {
      int images = 0;
      int right = 0;
      for (int label = 0; label < 10; label++) {
        JsonNode counts = test.get("confusion").get(label);
        int all = 0;
        for (JsonNode count : counts) {
          all += count.asInt();
        }
        assertEquals(all, test.get("classes").get(label).get("images").asInt());
        assertEquals(
            (double) counts.get(label).asInt() / all,
            test.get("classes").get(label).get("accuracy").asDouble());
        images += all;
        right += counts.get(label).asInt();
      }
      assertEquals(100, images);
      assertEquals(right / 100.0, test.get("accuracy").asDouble());
    }
  }

  private double valLoss(int epoch) throws IOException {
    return JsonMapper.builder().build().readTree(metrics().get(epoch)).get("val_loss").asDouble();
  }

  @Test
  void jsonLeavesStandardOutputToItself() {
    Cli.Result result = train("--json").succeeded();
    assertTrue(result.out().startsWith("{") && result.out().strip().endsWith("}"), result.out());
    assertTrue(result.err().contains("epoch 3/3  loss"), result.err());
  }

  @Test
  void drawsABarOnATerminal() {
    String text =
        cli.onTerminal()
            .run("train", "tiny.json", "--device=cpu", "--batch=32", "--epochs=1", "--out=run")
            .succeeded()
            .out();
    assertTrue(text.contains("\repoch 1/1 [=>        ] 1/9 loss "), text);
    assertTrue(text.contains("\u001b[Kepoch 1/1  loss "), text);
  }

  @Test
  void drawnGarmentsAreMarkedEverywhere() throws IOException {
    cli =
        cli.with((data, progress) ->
            new Datasets(
                DrawnGarments.generate(1, 320),
                DrawnGarments.generate(2, 100),
                List.of("Fashion-MNIST is not at hand", "Using garments drawn")));
    String text = train().succeeded().out();
    assertTrue(text.startsWith("Fashion-MNIST is not at hand\nUsing garments drawn\n"), text);
    List<String> results =
        text.lines().filter(line -> line.startsWith("epoch ") || line.startsWith("test ")).toList();
    assertEquals(5, results.size());
    results.forEach(line -> assertTrue(line.matches(".*(\\(drawn garments\\)|not Fashion-MNIST)")));
    assertEquals("drawn", read("summary.json").at("/data/source").asString());
    assertEquals("DRAWN", read("config.json").at("/data/source").asString());
  }

  @Test
  void logStepsWritesALineAStep() throws IOException {
    trainEpochs(2, "--log-steps").succeeded();
    List<JsonNode> lines =
        metrics().stream().map(line -> JsonMapper.builder().build().readTree(line)).toList();
    assertEquals(20, lines.size());
    for (int i = 0; i < 9; i++) {
      assertEquals("step", lines.get(i).get("type").asString());
      assertEquals(i + 1, lines.get(i).get("step").asInt());
      assertTrue(lines.get(i).get("loss").asDouble() > 0);
    }
    assertEquals("epoch", lines.get(9).get("type").asString());
  }

  @Test
  void maxStepsEndsWithinAnEpoch() throws IOException {
    String text = train("--max-steps=13").succeeded().out();
    assertTrue(text.contains("stopped by --max-steps after step 13, 1 of 3 epochs done"), text);
    assertEquals("max_steps", read("summary.json").get("end").asString());
  }

  @Test
  void withoutABestEpochTheLastWeightsAreTested() throws IOException {
    String text = train("--max-steps=2").succeeded().out();
    assertFalse(text.contains("best"), text);
    assertTrue(text.contains("with the last weights"), text);
    assertFalse(read("summary.json").has("best"));
  }

  /** With a learning rate that moves nothing, no epoch is better than the first. */
  @Test
  void stopsEarlyWhenNothingGetsBetter() throws IOException {
    String text =
        trainEpochs(9, "--optimizer=sgd", "--lr=1e-30", "--early-stopping=2").succeeded().out();
    assertTrue(text.contains("val_loss did not improve from "), text);
    assertTrue(
        text.contains(
            "stopped early after step 27, 3 of 9 epochs done: no better val_loss for 2 epochs"),
        text);
    assertEquals("early_stopping", read("summary.json").get("end").asString());
  }

  @Test
  void patienceIsThreeUnlessGiven() {
    assertTrue(train("--early-stopping", "--dry-run").out().contains("early-stopping: 3"));
  }

  @Test
  void withoutValidationAllImagesAreTrainedOn() throws IOException {
    String text = train("--val-split=0").succeeded().out();
    assertTrue(text.contains("split: 320 images to train on, 0 to validate, 100 to test"), text);
    assertTrue(text.contains("\nloss improved from inf to "), text);
    assertFalse(text.contains("val_"), text);
    JsonNode best = read("summary.json").get("best");
    JsonNode epoch = JsonMapper.shared().readTree(metrics().get(best.get("epoch").asInt() - 1));
    assertEquals(Set.of("epoch", "train_loss", "train_accuracy"), best.propertyNames());
    for (String value : best.propertyNames()) {
      assertEquals(epoch.get(value), best.get(value));
    }
    String line =
        String.format(
            Locale.ROOT,
            "best epoch %d: loss %.4f, accuracy %.4f in training",
            best.get("epoch").asInt(),
            best.get("train_loss").asDouble(),
            best.get("train_accuracy").asDouble());
    assertTrue(text.lines().anyMatch(line::equals), text);
    for (String file : List.of("metrics.jsonl", "summary.json")) {
      assertFalse(Files.readString(folder.resolve("run").resolve(file)).contains("val_"), file);
    }
    assertFalse(
        Files.readString(folder.resolve("run/report.html")).contains("in validation"),
        "nothing was held out");
  }

  @Test
  void limitCutsBothParts() {
    assertTrue(
        train("--limit=50", "--dry-run")
            .out()
            .contains("split: 45 images to train on, 5 to validate, 50 to test"));
  }

  @Test
  void settingsChangeWhatIsTrained() throws IOException {
    train("--max-steps=9").succeeded();
    String first = metrics().getFirst();
    for (String setting : List.of("--no-shuffle", "--no-dropout", "--seed=1", "--optimizer=sgd")) {
      cli.run(
              "train",
              "tiny.json",
              "--device=cpu",
              "--batch=32",
              "--epochs=1",
              "--out=run" + setting,
              setting)
          .succeeded();
      String other =
          Files.readAllLines(folder.resolve("run" + setting + "/metrics.jsonl")).getFirst();
      assertFalse(first.equals(other), setting);
    }
  }

  @Test
  void dryRunShowsEverythingAndWritesNothing() throws IOException {
    Cli.Result result = train("--dry-run").succeeded();
    String text = result.out();
    assertTrue(text.contains("conv1     conv2d   28x28x1  28x28x4          40"), text);
    assertTrue(text.contains("\nval-split: 0.1\n"), text);
    assertTrue(text.contains("\nsteps: 9 an epoch, 27 in all\n"), text);
    assertTrue(text.matches("(?s).*\nmemory: \\d+\\.\\d MB of buffers\n.*"), text);
    assertFalse(Files.exists(folder.resolve("run")));

    JsonNode json = train("--dry-run", "--json", "--max-steps=20").succeeded().json();
    assertEquals(7890, json.get("parameters").asInt());
    assertEquals(9, json.get("steps_per_epoch").asInt());
    assertEquals(20, json.get("steps").asInt());
    assertTrue(json.get("buffer_bytes").asLong() > 420 * 784);
    assertFalse(Files.exists(folder.resolve("run")));
  }

  @Test
  void thePresetIsCnnSimpleAndTheSettingsThoseOfThePaper() {
    String text = cli.run("train", "--dry-run").succeeded().out();
    assertTrue(text.contains("model: cnn-simple, 110,968 parameters, 14x14x8 at the first dense"));
    assertTrue(
        text.contains(
            """
            optimizer: adadelta
            lr: 1.0
            batch: 128
            epochs: 12
            val-split: 0.1
            seed: 0
            shuffle: true
            dropout: true
            max-steps: 0
            limit: 0
            early-stopping: 0
            log-steps: false
            """),
        text);
    JsonNode settings = cli.run("train", "--dry-run", "--json").succeeded().json().get("settings");
    Map<String, String> paper =
        TrainConfig.paper(Presets.find("cnn-simple").orElseThrow()).settings();
    assertEquals(paper.size(), settings.size());
    paper.forEach((name, value) -> assertEquals(value, settings.get(name).asString(), name));
  }

  @Test
  void theFolderIsNamedByModelAndTime() {
    String[] args = {
      "train", "tiny.json", "--device=cpu", "--batch=32", "--epochs=1", "--max-steps=1"
    };
    assertTrue(cli.run(args).succeeded().out().contains("\nrun: runs/tiny-20260102-120000\n"));
    assertTrue(cli.run(args).succeeded().out().contains("\nrun: runs/tiny-20260102-120000-2\n"));
    assertTrue(Files.exists(folder.resolve("runs/tiny-20260102-120000-2/last.safetensors")));
  }
}
