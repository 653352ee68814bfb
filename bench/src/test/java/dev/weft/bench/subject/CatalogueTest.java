package dev.weft.bench.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Op;
import dev.weft.kernels.Ops;
import dev.weft.models.Presets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void everyOpIsTimed() {
    Set<Class<? extends Op>> timed =
        Catalogue.ops(8).stream()
            .flatMap(item -> item.calls().stream())
            .map(call -> call.op().getClass())
            .collect(Collectors.toSet());
    assertEquals(new HashSet<>(Ops.ALL), timed);
  }

  @Test
  void everyShapeIsTimedOnce() {
    List<String> names =
        Catalogue.ops(8).stream().map(item -> item.op() + " " + item.shape()).toList();
    assertEquals(new HashSet<>(names).size(), names.size());
    assertTrue(names.contains("conv2d.forward 28x28x16 3x3x16x16"), names.toString());
    assertTrue(names.contains("conv2d.backwardFilter 28x28x1 28x28x16"));
    assertTrue(names.contains("dense.backwardData 24 1568x24"));
  }

  @Test
  void aModelIsTimedCallByCallAndAsAWhole() {
    List<Item> items = Catalogue.model(Presets.find("lenet5").orElseThrow(), 4);
    List<Item> whole = items.subList(items.size() - 3, items.size());
    assertEquals(List.of("step", "eval", "predict"), whole.stream().map(Item::op).toList());
    assertEquals(whole.get(1).operations(), whole.get(2).operations());
    Item step = whole.getFirst();
    List<Item> calls = items.subList(0, items.size() - 3);
    assertEquals(step.calls(), calls.stream().flatMap(item -> item.calls().stream()).toList());
    assertEquals(step.operations(), calls.stream().mapToLong(Item::operations).sum());
  }

  @Test
  void callsAreNamedByTheirLayers() {
    List<String> names =
        Catalogue.model(Presets.find("lenet5").orElseThrow(), 4).stream()
            .map(item -> (item.layer() + " " + item.op()).strip())
            .toList();
    for (String layer : List.of("conv1", "conv2", "dense1", "dense3")) {
      String op = layer.startsWith("conv") ? "conv2d" : "dense";
      String weights = op.equals("conv2d") ? "backwardFilter" : "backwardWeights";
      assertTrue(names.contains(layer + " " + op + ".forward"), names.toString());
      assertTrue(names.contains(layer + " " + op + "." + weights), names.toString());
    }
    assertTrue(names.contains("conv2 conv2d.backwardData"), names.toString());
    assertTrue(names.contains("pool1 pool2d.forward"), names.toString());
    assertTrue(names.contains("pool1 pool2d.backward"), names.toString());
  }

  @Test
  void subjectsSurviveTheWayToAnotherJvm() {
    for (Item item : Catalogue.ops(2)) {
      assertEquals(item.subject(), Subject.parse(item.subject().text()));
    }
    assertEquals(Subject.testCase(7), Subject.parse(Subject.testCase(7).text()));
    assertThrows(IllegalArgumentException.class, () -> Subject.parse("step"));
  }

  @Test
  void grownModelsGrowInOneRespect() {
    // The update of the bias does not grow.
    assertEquals(4 * 4, work(ScaledModels.size(112)) / (double) work(ScaledModels.size(28)), 0.1);
    assertEquals(28, ScaledModels.channels(64).input().dim(0));
    assertEquals(64, ScaledModels.channels(64).summary().layers().get(1).output().dim(2));
  }

  private static long work(dev.weft.runtime.graph.ModelSpec model) {
    return Catalogue.steps(model, 2).getFirst().operations();
  }
}
