package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void train() throws IOException {
    MadeImages.write(folder.resolve("images"), 320, 100);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
    cli.run(
            "train",
            "tiny.json",
            "--device=cpu",
            "--batch=32",
            "--epochs=2",
            "--limit=90",
            "--out=run")
        .succeeded();
  }

  private JsonNode summary() throws IOException {
    return JsonMapper.builder()
        .build()
        .readTree(Files.readString(folder.resolve("run/summary.json")));
  }

  @Test
  void agreesWithTheTestOfTheRun() throws IOException {
    Cli.Result result = cli.run("evaluate", "run", "--json").succeeded();
    assertEquals(summary().get("test"), result.json().get("test"));
    assertEquals(90, result.json().at("/data/test").asInt());
    assertEquals("tiny", result.json().get("model").asString());
    assertTrue(!result.err().contains("other test images"), result.err());
  }

  @Test
  void takesOneCheckpointToo() throws IOException {
    JsonNode test =
        cli.run("evaluate", "run/last.safetensors", "--json").succeeded().json().get("test");
    assertEquals(1, test.size());
    assertEquals(summary().at("/test/last"), test.get("last"));
  }

  @Test
  void textHasAccuraciesClassesAndConfusion() throws IOException {
    List<String> lines = cli.run("evaluate", "run").succeeded().out().lines().toList();
    double accuracy = summary().at("/test/best/accuracy").asDouble();
    assertTrue(lines.get(1).matches("device: cpu, .+ \\(as the run was trained\\)"), lines.get(1));
    assertTrue(
        lines.get(2).startsWith("test accuracy %.4f, loss ".formatted(accuracy)), lines.get(2));
    assertTrue(lines.contains("with the best weights:"));
    assertEquals(
        2,
        lines.stream().filter(line -> line.matches("9  9 ( +\\d+){10}")).count(),
        "two matrices");
  }

  @Test
  void saysWhenTheImagesAreOthers() throws IOException {
    MadeImages.write(folder.resolve("other"), 20, 30);
    Cli.Result result = cli.run("evaluate", "run", "--data", "other").succeeded();
    assertTrue(
        result
            .out()
            .contains("note: these are other test images than those that belong to the run"),
        result.out());
    assertTrue(result.out().contains("on 30 images of your own"), result.out());
  }

  @Test
  void saysWhenThereIsNoRun() throws IOException {
    assertTrue(
        cli.run("evaluate", "nothing")
            .failure()
            .endsWith("nothing: no such run; give a run folder or a checkpoint"));
    assertTrue(
        cli.run("evaluate", "images")
            .failure()
            .contains("holds no run: there is no last.safetensors"));
    String line = cli.run("evaluate", "tiny.json").failure();
    assertTrue(line.contains("tiny.json"), line);
  }

  /** With a learning rate that moves nothing, the test after training is that of the weights. */
  @Test
  void initStartsFromTheWeightsOfAnotherRun() throws IOException {
    Cli.Result result =
        cli.run(
            "train",
            "tiny.json",
            "--device=cpu",
            "--init=run/last.safetensors",
            "--optimizer=sgd",
            "--lr=1e-30",
            "--batch=32",
            "--max-steps=1",
            "--limit=90",
            "--out=next",
            "--json");
    assertEquals(
        summary().at("/test/last/confusion"), result.succeeded().json().at("/test/last/confusion"));
    assertEquals(
        summary().at("/test/last/loss").asDouble(),
        result.json().at("/test/last/loss").asDouble(),
        1e-6);
  }
}
