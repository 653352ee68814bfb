package dev.weft.models.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import dev.weft.models.Presets;
import dev.weft.models.export.OnnxModel.Node;
import dev.weft.models.export.OnnxModel.Weight;
import dev.weft.models.protobuf.Message;
import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ParameterLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with fewer bits a weight, in onnxruntime and out of it. */
class PackedOnnxTest {
  private static final List<Precision> PACKED =
      List.of(Precision.FLOAT16, Precision.INT8, Precision.INT4);

  /** Weights that the packing can hold as they are. */
  private record Packed(Map<String, NamedTensor> weights, Packing packing) {
    static Packed of(ModelSpec model, Precision precision) {
      SplittableRandom random = new SplittableRandom(2);
      Map<String, NamedTensor> weights = new LinkedHashMap<>(OnnxExportTest.weights(model));
      Map<String, float[]> scales = new LinkedHashMap<>();
      weights.replaceAll((name, tensor) -> {
        if (!ParameterLayout.isWeight(name)) {
          return tensor;
        }
        float[] values = tensor.floats();
        float[] scale = new float[tensor.shape().dim(tensor.shape().rank() - 1)];
        for (int channel = 0; channel < scale.length; channel++) {
          scale[channel] = (float) random.nextDouble(0.2, 1) / precision.largest() / 3;
        }
        scales.put(name, scale);
        for (int i = 0; i < values.length; i++) {
          values[i] =
              precision == Precision.FLOAT16
                  ? Float.float16ToFloat(Float.floatToFloat16(values[i]))
                  : scale[i % scale.length]
                      * random.nextInt(-precision.largest(), precision.largest() + 1);
        }
        return NamedTensor.of(name, tensor.shape(), values);
      });
      return new Packed(weights, new Packing(precision, scales));
    }

    byte[] export(ModelSpec model) {
      return OnnxExport.export(model, weights, packing, List.of("a", "b"), Map.of());
    }
  }

  /** The bits of the largest model that there may be are no int; its bytes are. */
  @Test
  void bytesOfLargeLayersAreCounted() {
    assertEquals(1 << 30, Precision.FLOAT32.bytes(1 << 28));
    assertEquals(1 << 27, Precision.INT4.bytes(1 << 28));
  }

  static Stream<Arguments> onnxruntimeSaysWhatTheModelSays() {
    return PACKED.stream()
        .flatMap(precision ->
            Stream.of(OnnxExportTest.ALL, Presets.find("cnn-simple").orElseThrow())
                .map(model -> Arguments.of(precision, model)));
  }

  @ParameterizedTest
  @MethodSource
  void onnxruntimeSaysWhatTheModelSays(Precision precision, ModelSpec model) throws OrtException {
    Packed packed = Packed.of(model, precision);
    OnnxExportTest.assertOnnxruntimeAgrees(model, packed.weights(), packed.export(model));
  }

  /** A few hundred bytes go to the nodes and scales that make floats again. */
  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "INT8", "INT4"})
  void weightsTakeTheBytesThatTheirBitsNeed(Precision precision) {
    ModelSpec model = Presets.find("cnn-simple").orElseThrow();
    Packed packed = Packed.of(model, precision);
    int count =
        packed.weights().values().stream()
            .filter(tensor -> ParameterLayout.isWeight(tensor.name()))
            .mapToInt(tensor -> tensor.shape().size())
            .sum();
    int floats = OnnxExport.export(model, packed.weights(), List.of("a", "b"), Map.of()).length;
    int saved = floats - packed.export(model).length;
    int expected = 4 * count - precision.bytes(count);
    assertTrue(saved <= expected && saved > expected - 1500, saved + " of " + expected);
  }

  /** Only what no other version has needs a later one. */
  @Test
  void onlyFourBitsNeedALaterVersion() {
    for (Precision precision : PACKED) {
      ProtoReader file =
          new ProtoReader(Packed.of(OnnxExportTest.ALL, precision).export(OnnxExportTest.ALL));
      boolean later = precision == Precision.INT4;
      assertEquals(later ? 10 : 8, file.integer(1));
      assertEquals(later ? 21 : 17, file.messages(8).getFirst().integer(2));
    }
    byte[] other = new Message().integer(1, 10).message(8, new Message().integer(2, 17)).encoded();
    assertThrows(IllegalArgumentException.class, () -> OnnxFormat.decode(other));
  }

  /** Each of these is a mistake that an export could make. */
  @Test
  void aFileThatDoesNotAgreeIsNotHandedOut() {
    Packed packed = Packed.of(OnnxExportTest.ALL, Precision.INT8);
    OnnxModel good = OnnxFormat.decode(packed.export(OnnxExportTest.ALL));
    check(good, packed);
    Map<String, Weight> weights = new LinkedHashMap<>(good.weights());
    Weight codes = held(weights, "conv2.weight.codes");
    float[] values = codes.values().clone();
    values[7] += values[7] > 0 ? -1 : 1;
    weights.put("conv2.weight.codes", new Weight(codes.dims(), Precision.INT8, values, ""));
    refused(with(good, good.nodes(), weights), packed);
    weights = new LinkedHashMap<>(good.weights());
    Weight scale = held(weights, "dense2.weight.scale");
    values = scale.values().clone();
    values[3] = 1.0001f * values[3];
    weights.put("dense2.weight.scale", new Weight(scale.dims(), values, ""));
    refused(with(good, good.nodes(), weights), packed);
    List<Node> nodes =
        good.nodes().stream()
            .map(node ->
                node.name().equals("dense2")
                    ? new Node(node.name(), node.op(), node.inputs(), node.output(), Map.of())
                    : node)
            .collect(Collectors.toList());
    refused(with(good, nodes, good.weights()), packed);
  }

  private static Weight held(Map<String, Weight> weights, String name) {
    return Objects.requireNonNull(weights.get(name), name);
  }

  private static OnnxModel with(OnnxModel model, List<Node> nodes, Map<String, Weight> weights) {
    return new OnnxModel(
        model.name(),
        model.doc(),
        model.producerVersion(),
        nodes,
        weights,
        model.inputs(),
        model.outputs(),
        model.metadata());
  }

  private static void check(OnnxModel model, Packed packed) {
    OnnxExport.check(OnnxFormat.encode(model), OnnxExportTest.ALL, packed.weights());
  }

  private static void refused(OnnxModel model, Packed packed) {
    String line = assertThrows(UserException.class, () -> check(model, packed)).getMessage();
    assertTrue(line.contains("was not written: it gives other logits than the model"), line);
  }

  @Test
  void numbersComeBackFromTheirBytes() {
    float[] values = {-7, 7, 0, -1, 1, 5, -6};
    for (Precision precision : Precision.values()) {
      byte[] bytes = OnnxNumbers.encode(precision, values);
      assertArrayEquals(values, OnnxNumbers.decode(precision, bytes, values.length));
      assertThrows(
          IllegalArgumentException.class,
          () -> OnnxNumbers.decode(precision, bytes, values.length + 2));
    }
    // The first of two lies in the lower half of the byte.
    assertArrayEquals(
        new byte[] {0x79, (byte) 0xf0, 0x51, 0x0a}, OnnxNumbers.encode(Precision.INT4, values));
    assertArrayEquals(
        new byte[] {0, 0x3c, 0, (byte) 0xc0},
        OnnxNumbers.encode(Precision.FLOAT16, new float[] {1, -2}));
  }
}
