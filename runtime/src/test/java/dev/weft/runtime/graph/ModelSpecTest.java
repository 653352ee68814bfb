package dev.weft.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import dev.weft.kernels.conv2d.Padding;
import dev.weft.kernels.pool2d.Pool2d.Kind;
import dev.weft.runtime.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSpecTest {
  @TempDir Path folder;

  @Test
  void readsEveryFieldAndDefault() {
    assertEquals(
        List.of(
            new LayerSpec.Conv2d(
                2, new Extent(3, 3), new Extent(1, 1), Padding.SAME, Activation.RELU),
            new LayerSpec.Pool(Kind.MAX, 2, 2),
            new LayerSpec.Dropout(0.5f),
            new LayerSpec.Conv2d(
                3, new Extent(2, 1), new Extent(1, 1), Padding.VALID, Activation.RELU),
            new LayerSpec.Flatten(),
            new LayerSpec.Dense(4, Activation.RELU),
            new LayerSpec.Dense(3, Activation.SOFTMAX)),
        Models.parse(Models.TINY).layers());
  }

  @Test
  void writesCanonicalJson() {
    ModelSpec model =
        Models.of(
            "[9, 7, 2]",
            """
            {"padding": "valid", "stride": [2, 1], "kernel": 3, "filters": 5, "type": "conv2d"}\
            """,
            """
            {"type": "relu"}\
            """,
            """
            {"type": "pool", "kind": "average", "size": 3, "stride": 1}\
            """,
            """
            {"type": "dropout", "rate": 0.1}\
            """);
    String json =
        """
        {"name":"m","description":"","input":[9,7,2],"layers":[\
        {"type":"conv2d","filters":5,"kernel":[3,3],"stride":[2,1],\
        "padding":"valid","activation":"none"},\
        {"type":"relu"},\
        {"type":"pool","kind":"average","size":3,"stride":1},\
        {"type":"dropout","rate":0.1},\
        {"type":"flatten"},\
        {"type":"dense","units":2,"activation":"softmax"}]}\
        """;
    assertEquals(json, model.toJson());
    assertEquals(model, Models.parse(json));
  }

  @Test
  void infersShapesAndSizes() {
    ModelSummary summary = Models.parse(Models.TINY).summary();
    assertEquals(
        List.of(
            "conv1 conv2d [6,5,2] 20",
            "pool1 pool [3,2,2] 0",
            "dropout1 dropout [3,2,2] 0",
            "conv2 conv2d [2,2,3] 15",
            "flatten flatten [12] 0",
            "dense1 dense [4] 52",
            "dense2 dense [3] 15"),
        summary.layers().stream()
            .map(l -> l.name() + " " + l.kind() + " " + l.output() + " " + l.parameters())
            .toList());
    assertEquals(102, summary.parameters());
    // Two for every product of a filter tap or weight with an input.
    assertEquals(2 * 6 * 5 * 2 * 9, summary.layers().getFirst().operations());
    assertEquals(2 * 12 * 4, summary.layers().get(5).operations());
    assertEquals(3, Models.parse(Models.TINY).classes());
  }

  @Test
  void stridesAndWindowsRoundAsTensorFlowDoes() {
    ModelSummary summary =
        Models.of(
                "[11, 10, 1]",
                """
                {"type": "conv2d", "filters": 1, "kernel": 2, "stride": 3, "padding": "same"}\
                """,
                """
                {"type": "conv2d", "filters": 1, "kernel": 2, "stride": [1, 2], "padding": "valid"}\
                """,
                """
                {"type": "pool", "kind": "sum", "size": 2, "stride": 2}\
                """)
            .summary();
    assertEquals(
        List.of(Shape.of(4, 4, 1), Shape.of(3, 2, 1), Shape.of(1, 1, 1)),
        summary.layers().stream().limit(3).map(ModelSummary.Layer::output).toList());
  }

  @Test
  void readsFiles() throws IOException {
    Path file = folder.resolve("tiny.json");
    Files.writeString(file, Models.TINY);
    assertEquals(Models.parse(Models.TINY), ModelSpec.read(file));
    Files.writeString(file, "\uFEFF" + Models.TINY);
    assertEquals(Models.parse(Models.TINY), ModelSpec.read(file));

    Files.writeString(file, Models.TINY.replace("\"rate\"", "\"rat\""));
    assertEquals(
        file + ":7:25: layer 3: unknown field \"rat\"; allowed: type, rate; did you mean rate?",
        readError(file));
  }

  @Test
  void refusesFilesThatAreNoText() throws IOException {
    Path file = folder.resolve("m.json");
    assertTrue(readError(file).endsWith("m.json: there is no such model file"));
    assertTrue(readError(folder).contains(" cannot be read: "));

    Files.write(file, new byte[(1 << 20) + 1]);
    assertTrue(readError(file).endsWith("is larger than 1 MB: that is no model"));

    Files.write(file, "{\"name\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(readError(file).contains("is not text in UTF-8"));
  }

  @Test
  void checksModelsMadeInCodeToo() {
    Shape input = Shape.of(4, 4, 1);
    List<LayerSpec> layers =
        List.of(new LayerSpec.Flatten(), new LayerSpec.Dense(2, Activation.SOFTMAX));
    assertEquals(34, new ModelSpec("m", "", input, layers).summary().parameters());
    for (String name : List.of("", "../m", "a b", ".m", "m".repeat(65))) {
      assertThrows(
          IllegalArgumentException.class, () -> new ModelSpec(name, "", input, layers), name);
    }
    assertThrows(
        IllegalArgumentException.class, () -> new ModelSpec("m", "two\nlines", input, layers));
    assertThrows(
        IllegalArgumentException.class, () -> new ModelSpec("m", "", Shape.of(16), layers));
    assertThrows(
        IllegalArgumentException.class, () -> new ModelSpec("m", "", input, layers.subList(0, 1)));
    assertThrows(IllegalArgumentException.class, () -> new LayerSpec.Dropout(Float.NaN));
  }

  private static String readError(Path file) {
    return assertThrows(UserException.class, () -> ModelSpec.read(file)).getMessage();
  }
}
