package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.train.Evaluator;
import dev.weft.runtime.train.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Smaller models of a small run: what they cost, and that every other command takes them. */
class CompressCommandTest {
  private static final int WEIGHTS = 36 + 7840;

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void train() throws IOException {
    MadeImages.write(folder.resolve("images"), 640, 200);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
    cli.run("train", "tiny.json", "--device=cpu", "--batch=32", "--epochs=4", "--out=run")
        .succeeded();
  }

  private Cli.Result compress(String... more) {
    return cli.run(
        Stream.concat(Stream.of("compress", "run"), Stream.of(more)).toArray(String[]::new));
  }

  private JsonNode read(String file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve(file)));
  }

  private Map<String, NamedTensor> weights(String file) {
    return Checkpoint.read(folder.resolve(file)).weights();
  }

  private static List<Integer> zeros(Map<String, NamedTensor> weights) {
    List<Integer> zeros = new ArrayList<>();
    int at = 0;
    for (String name : List.of("conv1.weight", "dense1.weight")) {
      for (float value : Objects.requireNonNull(weights.get(name)).floats()) {
        if (value == 0) {
          zeros.add(at);
        }
        at++;
      }
    }
    return zeros;
  }

  @Test
  void theTableTellsWhatEachWayCosts() {
    List<String> lines = compress().succeeded().out().lines().toList();
    assertTrue(lines.get(1).startsWith("device: cpu, "), lines.get(1));
    assertTrue(lines.get(2).startsWith("weights "), lines.get(2));
    assertEquals(3 + 10, lines.size());
    assertTrue(lines.get(3).matches("float32 .*  0\\.0 %  .*  100\\.00 %"), lines.get(3));
    JsonNode report = compress("--json").succeeded().json();
    assertEquals(7890, report.get("parameters").asInt());
    assertEquals("cpu", report.at("/device/backend").asString());
    JsonNode whole = report.at("/variants/0");
    assertEquals(1, whole.at("/scores/same_answers").asDouble());
    JsonNode test = cli.run("evaluate", "run", "--json").succeeded().json().at("/test/best");
    assertEquals(test.get("accuracy"), whole.at("/scores/accuracy"));
    assertEquals(test.get("loss"), whole.at("/scores/loss"));
    for (JsonNode variant : report.get("variants")) {
      String name = variant.get("name").asString();
      double prune = variant.get("prune").asDouble();
      double zeros = variant.get("zeros").asDouble();
      assertTrue(zeros >= prune - 1e-4, name);
      assertTrue(variant.get("gzipped_bytes").asLong() < variant.get("bytes").asLong(), name);
      if (!name.equals("float32")) {
        assertTrue(
            variant.get("gzipped_bytes").asLong() < 0.75 * whole.get("gzipped_bytes").asLong(),
            name);
      }
    }
    assertEquals("int8, 80 % pruned", report.at("/variants/9/name").asString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"float16", "int8", "int4"})
  void aSmallerModelIsARunAsAnyOther(String type) throws IOException {
    Cli.Result made = compress("--weights=" + type, "--out=small").succeeded();
    assertTrue(made.out().contains("read back, evaluated, and equal to the model"), made.out());
    JsonNode costs = read("small/compression.json");
    assertEquals(type, costs.get("variant").asString());
    assertEquals(Files.size(folder.resolve("small/model.onnx")), costs.get("bytes").asLong());
    assertTrue(costs.at("/layers/1/largest_error").asDouble() > 0);
    JsonNode test = cli.run("evaluate", "small", "--json").succeeded().json().at("/test/last");
    assertEquals(test.get("accuracy"), costs.at("/after/accuracy"));
    assertEquals(test.get("loss"), costs.at("/after/loss"));
    assertNotEquals(costs.at("/before/loss"), costs.at("/after/loss"));
    Cli.Result explained = cli.run("explain", "small", "0").succeeded();
    // The classes of the user's own images have no names, here as before.
    assertTrue(explained.out().matches("(?s).*test image 0 \\(\\d\\).*"), explained.out());
    cli.run("export", "small", "--onnx=whole.onnx").succeeded();
    assertTrue(
        Files.size(folder.resolve("small/model.onnx"))
            < 0.6 * Files.size(folder.resolve("whole.onnx")));
    String resumed = cli.run("train", "--resume=small", "--epochs=1").succeeded().out();
    assertEquals(
        List.of(
            "note: model.onnx and compression.json in small stay those of the weights as they were"
                + " compressed, not of the ones trained on from here; for those: weft compress"
                + " small --weights TYPE --out DIR, or weft export small --onnx FILE"),
        resumed.lines().filter(line -> line.startsWith("note:")).toList());
    assertEquals(costs, read("small/compression.json"), "nothing is lost");
    String done = cli.run("train", "--resume=small", "--epochs=1").succeeded().out();
    assertFalse(done.contains("compression.json"), "nothing was trained: " + done);
    assertFalse(resumed.contains("zeros stay 0"), resumed);
  }

  @Test
  void theSameInputGivesTheSameBytes() throws IOException {
    for (String out : List.of("a", "b")) {
      compress("--weights=int8", "--prune=0.7", "--epochs=1", "--out=" + out).succeeded();
    }
    for (String file :
        List.of("model.onnx", "compression.json", "best.safetensors", "last.safetensors")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("a").resolve(file)),
          Files.readAllBytes(folder.resolve("b").resolve(file)),
          file);
    }
  }

  @Test
  void prunedWeightsStayPrunedWhenTheRunGoesOn() throws IOException {
    compress("--prune=0.9", "--out=small").succeeded();
    List<Integer> pruned = zeros(weights("small/last.safetensors"));
    assertEquals(Math.round(0.9 * WEIGHTS), pruned.size());
    String resumed = cli.run("train", "--resume=small", "--epochs=2").succeeded().out();
    assertTrue(resumed.contains(", zeros stay 0"), resumed);
    assertEquals(pruned, zeros(weights("small/last.safetensors")));
  }

  @Test
  void trainingOnKeepsTheZerosAndBringsAccuracyBack() throws IOException {
    compress("--prune=0.95", "--out=pruned").succeeded();
    List<Integer> pruned = zeros(weights("pruned/last.safetensors"));
    String text =
        compress("--prune=0.95", "--weights=int8", "--epochs=4", "--out=small").succeeded().out();
    assertTrue(text.contains("epoch 4/4  loss"), text);
    assertTrue(text.contains("small/best.safetensors"), text);
    JsonNode costs = read("small/compression.json");
    double before = costs.at("/before/accuracy").asDouble();
    double untuned = costs.at("/untuned/accuracy").asDouble();
    double after = costs.at("/after/accuracy").asDouble();
    assertTrue(untuned < before - 0.1, costs.toString());
    assertTrue(after > untuned + 0.5 * (before - untuned), costs.toString());

    Map<String, NamedTensor> last = weights("small/last.safetensors");
    assertEquals(pruned, zeros(last));
    assertTrue(zeros(weights("small/best.safetensors")).containsAll(pruned));
    assertNotEquals(last, weights("small/best.safetensors"), "the best ones have eight bits");
    JsonNode tested = cli.run("evaluate", "small", "--json").succeeded().json().get("test");
    assertEquals(tested.at("/best/accuracy"), costs.at("/after/accuracy"));
    assertEquals(tested.at("/best/accuracy"), read("small/summary.json").at("/test/best/accuracy"));
    assertEquals("finished", read("small/summary.json").get("end").asString());
    assertBestIsThatOfTheFile();
    assertMetadataIsThatOfTheFile();
    String resumed = cli.run("train", "--resume=small", "--epochs=5").succeeded().out();
    assertTrue(resumed.contains("resume: small at epoch 5"), resumed);
    assertEquals(pruned, zeros(weights("small/last.safetensors")));
  }

  /** Of the eight bits, not of the floats that they were made of. */
  private void assertBestIsThatOfTheFile() throws IOException {
    Checkpoint best = Checkpoint.read(folder.resolve("small/best.safetensors"));
    Dataset heldOut = DrawnGarments.generate(11, 640).split(0.1).validation();
    ModelSpec model = ModelSpec.parse(best.modelJson(), "best");
    TestResult found;
    try (Evaluator evaluator = new Evaluator(model, 32, heldOut, Backends.load().choose("cpu"))) {
      found = evaluator.evaluate(folder.resolve("small/best.safetensors"));
    }
    JsonNode told = read("small/summary.json").get("best");
    assertEquals(best.progress().epoch(), told.get("epoch").asInt());
    assertEquals(found.loss(), told.get("val_loss").asDouble(), 1e-9);
    assertEquals(found.accuracy(), told.get("val_accuracy").asDouble(), 1e-9);
    assertEquals(found.loss(), best.progress().best(), 1e-9);
  }

  private void assertMetadataIsThatOfTheFile() throws IOException {
    Map<String, String> told = metadata("small/model.onnx");
    assertEquals("int8, 95 % pruned", told.get("compression"));
    assertEquals("adam", told.get("optimizer"));
    assertEquals("adadelta", told.get("source.optimizer"));
    Checkpoint best = Checkpoint.read(folder.resolve("small/best.safetensors"));
    assertEquals(String.valueOf(best.progress().epoch()), told.get("epochs"));
    Checkpoint source = Checkpoint.read(folder.resolve("run/best.safetensors"));
    assertEquals(source.sha256(), told.get("source.weights_sha256"));
    assertEquals(String.valueOf(source.progress().best()), told.get("source.best_val_loss"));
    assertFalse(told.containsKey("best_val_loss"), told.toString());
    // The digest that a run has which starts from these weights.
    cli.run("train", "tiny.json", "--init=small/best.safetensors", "--max-steps=1", "--out=next")
        .succeeded();
    assertEquals(
        read("next/config.json").at("/data/init-sha256").asString(), told.get("weights_sha256"));
  }

  /** What the file says of the training. */
  private Map<String, String> metadata(String file) {
    String training = "weft.training.";
    try (OrtSession session =
        OrtEnvironment.getEnvironment().createSession(folder.resolve(file).toString())) {
      return session.getMetadata().getCustomMetadata().entrySet().stream()
          .filter(entry -> entry.getKey().startsWith(training))
          .collect(
              Collectors.toMap(
                  entry -> entry.getKey().substring(training.length()), Map.Entry::getValue));
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void withoutTrainingAllIsToldOfTheSource() {
    compress("--weights=int4", "--out=small").succeeded();
    Map<String, String> told = metadata("small/model.onnx");
    assertEquals(
        Set.of("compression", "weights_sha256"),
        told.keySet().stream()
            .filter(name -> !name.startsWith("source."))
            .collect(Collectors.toSet()));
    assertNotEquals(told.get("source.weights_sha256"), told.get("weights_sha256"));
  }

  @Test
  void jsonIsWhatTheFileHolds() throws IOException {
    Cli.Result result = compress("--prune=0.5", "--out=small", "--json").succeeded();
    assertEquals(read("small/compression.json"), result.json());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prune=1.5 --out=x      | --prune 1.5; allowed: 0 to less than 1",
        "--prune=1 --out=x        | --prune 1.0; allowed: 0 to less than 1",
        "--prune=-0.1 --out=x     | --prune -0.1; allowed: 0 to less than 1",
        "--prune=NaN --out=x      | --prune NaN; allowed: 0 to less than 1",
        "--weights=int3 --out=x   | Invalid value for option '--weights': 'int3' is none of"
            + " float32, float16, int8, int4",
        "--epochs=-1 --out=x      | --epochs -1; allowed: 0 or more",
        "--epochs=2 --weights=int8 --out=x | --epochs trains on what pruning has left: give"
            + " --prune SHARE too",
        "--weights=int8           | --weights and --prune make a run: give --out DIR too",
        "--out=x                  | nothing to do for --out: give --weights TYPE or --prune SHARE",
      })
  void badUsageIsNamed(String options, String message) {
    assertEquals(message, compress(options.split(" ")).badUsage());
    assertFalse(Files.exists(folder.resolve("x")));
  }

  @Test
  void wrongFoldersAreNamed() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("run/last.safetensors"));
    for (String epochs : List.of("0", "1")) {
      assertTrue(
          cli.run("compress", "run", "--prune=0.5", "--epochs=" + epochs, "--out=run", "--json")
              .err()
              .lines()
              .anyMatch(line ->
                  line.matches("weft: .*run is not empty; choose another folder with --out")));
    }
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("run/last.safetensors")));
    assertTrue(
        cli.run("compress", "nowhere")
            .failure()
            .endsWith("nowhere: no such run; give a run folder" + " or a checkpoint"));
  }
}
