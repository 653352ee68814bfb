package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ModelsCommandTest {
  @TempDir private Path folder;

  @Test
  void jsonHasTheParametersOfThePaper() {
    JsonNode models = Cli.in(folder).run("models", "--json").succeeded().json();
    Map<String, Integer> parameters = new LinkedHashMap<>();
    models.forEach(
        model -> parameters.put(model.get("name").asString(), model.get("parameters").asInt()));
    assertEquals(
        Map.of(
            "cnn-simple", 110_968,
            "cnn-dropout-1", 44_426,
            "cnn-dropout-2", 32_340,
            "cnn-dropout-3", 44_426,
            "lenet5", 44_426),
        parameters);
  }

  @Test
  void jsonHasTheLayersWithTheirShapes() {
    JsonNode model = Cli.in(folder).run("models", "cnn-simple", "--json").json().get(0);
    List<String> layers = new ArrayList<>();
    model
        .get("layers")
        .forEach(layer ->
            layers.add(
                "%s %s %s %s %d"
                    .formatted(
                        layer.get("name").asString(),
                        layer.get("type").asString(),
                        layer.get("input"),
                        layer.get("output"),
                        layer.get("parameters").asInt())));
    assertEquals(
        List.of(
            "conv1 conv2d [28,28,1] [28,28,10] 100",
            "conv2 conv2d [28,28,10] [28,28,8] 328",
            "pool1 pool [28,28,8] [14,14,8] 0",
            "dropout1 dropout [14,14,8] [14,14,8] 0",
            "flatten flatten [14,14,8] [1568] 0",
            "dense1 dense [1568] [70] 109830",
            "dense2 dense [70] [10] 710"),
        layers);
    assertEquals("[28,28,1]", model.get("input").toString());
  }

  @Test
  void textTellsTheMapAtTheFirstDenseLayer() {
    List<String> lines = Cli.in(folder).run("models").succeeded().out().lines().toList();
    assertEquals(6, lines.size());
    assertTrue(lines.get(1).matches("cnn-simple +110,968  14x14x8 +One block .*"), lines.get(1));
    assertTrue(lines.get(2).matches("cnn-dropout-1 +44,426  7x7x32 +Two blocks .*"), lines.get(2));
  }

  @Test
  void showsTheLayersOfTheUsersOwnModel() throws IOException {
    MadeImages.writeModel(folder.resolve("my.json"));
    String text = Cli.in(folder).run("models", "my.json").succeeded().out();
    assertTrue(text.startsWith("tiny: for tests"), text);
    assertTrue(text.contains("conv1     conv2d   28x28x1  28x28x4          40"), text);
    assertTrue(text.strip().endsWith("7,890"), text);
  }

  @Test
  void aWrongModelIsNamedWithItsLine() throws IOException {
    Files.writeString(
        folder.resolve("my.json"),
        """
        {
          "name": "tiny",
          "input": [28, 28, 1],
          "layers": [
            {"type": "dense", "unis": 10, "activation": "softmax"}
          ]
        }
        """);
    String line = Cli.in(folder).run("models", "my.json").failure();
    assertTrue(
        line.matches(".*my\\.json:5:23: layer 1: unknown field \"unis\".*did you mean units\\?.*"),
        line);
    assertTrue(
        Cli.in(folder)
            .run("models", "none.json")
            .failure()
            .contains("there is no such model file"));
  }
}
