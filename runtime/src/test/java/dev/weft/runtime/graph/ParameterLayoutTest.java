package dev.weft.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Shape;
import dev.weft.kernels.Tensor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ParameterLayoutTest {
  private final ParameterLayout layout = ParameterLayout.of(Models.parse(Models.TINY).summary());

  @Test
  void tensorsLieEndToEndInTheOrderOfTheLayers() {
    assertEquals(
        List.of(
            new ParameterLayout.Entry("conv1.weight", 0, Shape.of(3, 3, 1, 2)),
            new ParameterLayout.Entry("conv1.bias", 18, Shape.of(2)),
            new ParameterLayout.Entry("conv2.weight", 20, Shape.of(2, 1, 2, 3)),
            new ParameterLayout.Entry("conv2.bias", 32, Shape.of(3)),
            new ParameterLayout.Entry("dense1.weight", 35, Shape.of(12, 4)),
            new ParameterLayout.Entry("dense1.bias", 83, Shape.of(4)),
            new ParameterLayout.Entry("dense2.weight", 87, Shape.of(4, 3)),
            new ParameterLayout.Entry("dense2.bias", 99, Shape.of(3))),
        layout.entries());
    assertEquals(102, layout.size());
    Buffer params = new Buffer("params", DType.F32, 102);
    assertEquals(
        new Tensor("dense1.bias", params, 83, Shape.of(4)), layout.tensor("dense1.bias", params));
    assertThrows(IllegalArgumentException.class, () -> layout.tensor("dense1.bios", params));
  }

  @Test
  void splitAndJoinAreInverse() {
    float[] all = new float[102];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    Map<String, float[]> tensors = layout.split(all);
    assertEquals(List.copyOf(layout.shapes().keySet()), List.copyOf(tensors.keySet()));
    assertArrayEquals(new float[] {32, 33, 34}, tensors.get("conv2.bias"));
    assertArrayEquals(all, layout.join(new TreeMap<>(tensors)));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> layout.split(new float[101]));
    Map<String, float[]> tensors = layout.split(new float[102]);
    tensors.put("conv1.bias", new float[3]);
    assertThrows(IllegalArgumentException.class, () -> layout.join(tensors));
    tensors.remove("conv1.bias");
    assertThrows(IllegalArgumentException.class, () -> layout.join(tensors));
    List<ParameterLayout.Entry> gap = List.of(new ParameterLayout.Entry("a", 1, Shape.of(1)));
    assertThrows(IllegalArgumentException.class, () -> new ParameterLayout(gap));
  }
}
