package dev.weft.models.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.checkpoint.SafeTensors;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ParameterLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightImportTest {
  private static final ModelSpec MODEL =
      ModelSpec.parse(
          """
          {"name": "small", "input": [4, 3, 1], "layers": [
            {"type": "conv2d", "filters": 2, "kernel": [3, 2], "padding": "same"},
            {"type": "conv2d", "filters": 5, "kernel": 1, "padding": "same"},
            {"type": "flatten"},
            {"type": "dense", "units": 7, "activation": "relu"},
            {"type": "dense", "units": 3, "activation": "softmax"}]}
          """,
          "test");

  @TempDir private Path folder;

  /** Each element tells where it is: 1000 * tensor + index. */
  private static Map<String, NamedTensor> weights() {
    List<NamedTensor> tensors = new ArrayList<>();
    ParameterLayout.of(MODEL.summary())
        .shapes()
        .forEach((name, shape) -> {
          float[] values = new float[shape.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = 1000 * tensors.size() + i;
          }
          tensors.add(NamedTensor.of(name, shape, values));
        });
    return NamedTensor.byName(tensors);
  }

  /** The same in PyTorch's order, by loops over its own indices. */
  private static Map<String, NamedTensor> torch(List<String> names) {
    List<NamedTensor> tensors = new ArrayList<>();
    for (NamedTensor tensor : weights().values()) {
      Shape shape = tensor.shape();
      float[] from = tensor.floats();
      float[] to = new float[from.length];
      String name = names.get(tensors.size());
      int at = 0;
      switch (shape.rank()) {
        case 4 -> {
          for (int k = 0; k < shape.dim(3); k++) {
            for (int c = 0; c < shape.dim(2); c++) {
              for (int y = 0; y < shape.dim(0); y++) {
                for (int x = 0; x < shape.dim(1); x++) {
                  to[at++] = from[((y * shape.dim(1) + x) * shape.dim(2) + c) * shape.dim(3) + k];
                }
              }
            }
          }
          tensors.add(
              NamedTensor.of(
                  name, Shape.of(shape.dim(3), shape.dim(2), shape.dim(0), shape.dim(1)), to));
        }
        case 2 -> {
          boolean first = tensor.name().equals("dense1.weight");
          for (int out = 0; out < shape.dim(1); out++) {
            for (int in = 0; in < shape.dim(0); in++) {
              // PyTorch's input is [5,4,3] flattened, Weft's [4,3,5].
              int row = first ? in % 12 * 5 + in / 12 : in;
              to[at++] = from[row * shape.dim(1) + out];
            }
          }
          tensors.add(NamedTensor.of(name, Shape.of(shape.dim(1), shape.dim(0)), to));
        }
        default -> tensors.add(NamedTensor.of(name, shape, from));
      }
    }
    return NamedTensor.byName(tensors);
  }

  private Map<String, NamedTensor> imported(Map<String, NamedTensor> tensors, Layout layout) {
    Path file = folder.resolve("w.safetensors");
    new SafeTensors(Map.of(), tensors).write(file);
    return WeightImport.read(file, MODEL, layout);
  }

  private String failure(Map<String, NamedTensor> tensors, Layout layout) {
    String line = assertThrows(UserException.class, () -> imported(tensors, layout)).getMessage();
    String start = folder.resolve("w.safetensors") + " does not fit model small: ";
    assertTrue(line.startsWith(start), line);
    assertTrue(!line.contains("\n"), line);
    return line.substring(start.length());
  }

  @Test
  void takesItsOwnLayout() {
    assertEquals(weights(), imported(weights(), Layout.WEFT));
  }

  @Test
  void takesTheLayoutOfPyTorchUnderItsOwnNamesAndUnderNumbers() {
    assertEquals(weights(), imported(torch(List.copyOf(weights().keySet())), Layout.TORCH));
    List<String> numbered = new ArrayList<>();
    for (int layer : new int[] {0, 2, 9, 10}) {
      numbered.add("net." + layer + ".weight");
      numbered.add("net." + layer + ".bias");
    }
    assertEquals(weights(), imported(torch(numbered), Layout.TORCH));
    String line = failure(torch(numbered), Layout.WEFT);
    assertTrue(line.endsWith("give --layout torch"), line);
  }

  @Test
  void saysWhatIsMissingUnknownOrMisshapen() {
    Map<String, NamedTensor> tensors = new LinkedHashMap<>(weights());
    tensors.remove("dense2.bias");
    assertEquals("it lacks dense2.bias", failure(tensors, Layout.WEFT));
    tensors.put("dense2.bais", NamedTensor.of("dense2.bais", Shape.of(3), 1f, 2f, 3f));
    assertEquals(
        "it holds dense2.bais, which the model has not; did you mean dense2.bias?; it lacks"
            + " dense2.bias",
        failure(tensors, Layout.WEFT));
    tensors.remove("dense2.bais");
    tensors.put("dense2.bias", NamedTensor.of("dense2.bias", Shape.of(2), 1f, 2f));
    assertEquals("dense2.bias is [2], not [3]", failure(tensors, Layout.WEFT));
    tensors.put("dense2.bias", NamedTensor.of("dense2.bias", Shape.of(3), 1, 2, 3));
    assertTrue(failure(tensors, Layout.WEFT).contains("only F32"));
    assertEquals(
        "conv1.weight is [2,1,3,2], not [3,2,1,2]; that is the order of --layout torch",
        failure(torch(List.copyOf(weights().keySet())), Layout.WEFT));
    assertEquals(
        "it holds 1 numbered layers with weights (0), the model has 4",
        failure(
            NamedTensor.byName(List.of(NamedTensor.of("0.bias", Shape.of(1), 1f))), Layout.TORCH));
    String large = "99999999999.weight"; // no int
    assertEquals(
        "it holds 1 numbered layers with weights (99999999999), the model has 4",
        failure(NamedTensor.byName(List.of(NamedTensor.of(large, Shape.of(1), 1f))), Layout.TORCH));
  }
}
