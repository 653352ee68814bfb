package dev.weft.models.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.weft.models.Presets;
import dev.weft.models.explain.Explainer;
import dev.weft.models.protobuf.Message;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.graph.Initializers;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ParameterLayout;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported models in onnxruntime, and what guards the export. */
class OnnxExportTest {
  private static final int IMAGES = 20;

  /** Every kind of layer, and every way of padding, also where it lacks symmetry. */
  static final ModelSpec ALL =
      ModelSpec.parse(
          """
          {"name": "all-layers", "input": [28, 28, 1], "layers": [
            {"type": "conv2d", "filters": 6, "kernel": 2, "padding": "same", "activation": "relu"},
            {"type": "conv2d", "filters": 5, "kernel": [4, 3], "stride": [2, 3], "padding": "same"},
            {"type": "relu"},
            {"type": "conv2d", "filters": 7, "kernel": [1, 2], "stride": [3, 1], "padding": "same"},
            {"type": "pool", "kind": "average", "size": 2, "stride": 1},
            {"type": "dropout", "rate": 0.25},
            {"type": "conv2d", "filters": 8, "kernel": [2, 3], "padding": "valid"},
            {"type": "pool", "kind": "sum", "size": 2, "stride": 1},
            {"type": "pool", "kind": "max", "size": 1, "stride": 1},
            {"type": "flatten"},
            {"type": "relu"},
            {"type": "dense", "units": 17, "activation": "relu"},
            {"type": "dropout", "rate": 0.5},
            {"type": "dense", "units": 10, "activation": "softmax"}]}
          """,
          "test");

  private static Stream<ModelSpec> models() {
    return Stream.concat(Stream.of(ALL), Presets.all().stream());
  }

  static Map<String, NamedTensor> weights(ModelSpec model) {
    ParameterLayout layout = ParameterLayout.of(model.summary());
    float[] all = Initializers.parameters(layout, 3);
    for (int i = 0; i < all.length; i++) {
      all[i] += 0.01f * (i % 7 - 3); // biases too
    }
    List<NamedTensor> tensors = new ArrayList<>();
    layout
        .split(all)
        .forEach((name, values) ->
            tensors.add(NamedTensor.of(name, held(layout.shapes(), name), values)));
    return NamedTensor.byName(tensors);
  }

  private static <T> T held(Map<String, T> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }

  private static byte[] export(ModelSpec model) {
    return OnnxExport.export(
        model,
        weights(model),
        IntStream.range(0, 10).mapToObj(i -> "class " + i).toList(),
        Map.of("epochs", "3"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void onnxruntimeSaysWhatTheModelSays(ModelSpec model) throws OrtException {
    assertOnnxruntimeAgrees(model, weights(model), export(model));
  }

  /** What onnxruntime makes of a file is within the bound of what the weights come to. */
  static void assertOnnxruntimeAgrees(
      ModelSpec model, Map<String, NamedTensor> weights, byte[] file) throws OrtException {
    ErrorBound bounds = new ErrorBound(OnnxInterpreter.unpacked(OnnxFormat.decode(file)));
    Dataset garments = DrawnGarments.generate(5, IMAGES);
    float[][] images = new float[IMAGES][];
    FloatBuffer batch = FloatBuffer.allocate(IMAGES * 784);
    for (int i = 0; i < IMAGES; i++) {
      byte[] bytes = garments.image(i);
      images[i] = new float[bytes.length];
      for (int p = 0; p < bytes.length; p++) {
        images[i][p] = (bytes[p] & 0xff) / 255f;
      }
      batch.put(images[i]); // one channel: the order is the same
    }
    batch.flip();
    double worst = 0;
    double share = 0;
    double worstCpu = 0;
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file);
        OnnxTensor input =
            OnnxTensor.createTensor(environment, batch, new long[] {IMAGES, 1, 28, 28});
        OrtSession.Result result = session.run(Map.of("image", input));
        Explainer cpu = Explainer.open(model, weights, Backends.load().choose("cpu"))) {
      float[][] logits = (float[][]) result.get(OnnxBuilder.LOGITS).orElseThrow().getValue();
      float[][] probabilities =
          (float[][]) result.get(OnnxBuilder.PROBABILITIES).orElseThrow().getValue();
      for (int i = 0; i < IMAGES; i++) {
        ErrorBound.Result expected = bounds.of(images[i]);
        float[] own = cpu.trace(images[i], 0).logits();
        double sum = 0;
        for (int j = 0; j < 10; j++) {
          double bound = expected.bounds().get(j);
          double error = Math.abs(logits[i][j] - expected.logits().get(j));
          assertTrue(error <= bound, model.name() + ": " + error + " above " + bound);
          double ofCpu = Math.abs((double) logits[i][j] - own[j]);
          assertTrue(ofCpu <= 2 * bound, model.name() + ": " + ofCpu + " above " + 2 * bound);
          worst = Math.max(worst, error);
          worstCpu = Math.max(worstCpu, ofCpu);
          share = Math.max(share, error / bound);
          sum += probabilities[i][j];
        }
        assertEquals(1, sum, 1e-5);
      }
    }
    assertTrue(worst > 0, "floats are rounded somewhere");
    System.out.printf(
        "%s: onnxruntime's logits differ by up to %.2g from the exact ones, %.2g of the bound, and"
            + " by up to %.2g from those of the cpu backend%n",
        model.name(), worst, share, worstCpu);
  }

  @Test
  void metadataTellsDeployersWhatTheyNeed() throws OrtException {
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(export(ALL))) {
      Map<String, String> metadata = session.getMetadata().getCustomMetadata();
      assertTrue(held(metadata, "classes").startsWith("[\"class 0\",\"class 1\""));
      assertTrue(held(metadata, "preprocessing").contains("[batch,1,28,28]"));
      assertEquals("3", metadata.get("weft.training.epochs"));
      assertEquals(ALL, ModelSpec.parse(held(metadata, "weft.model"), "metadata"));
      assertTrue(session.getMetadata().getDescription().contains("class 9"));
      assertEquals("weft", session.getMetadata().getProducerName());
      assertEquals(
          "[-1, 1, 28, 28]",
          Arrays.toString(
              ((TensorInfo) held(session.getInputInfo(), "image").getInfo()).getShape()));
    }
  }

  /** Each of these is a mistake that an export could make. */
  @Test
  void aFileThatDoesNotAgreeIsNotHandedOut() {
    OnnxModel good = OnnxFormat.decode(export(ALL));
    OnnxExport.check(OnnxFormat.encode(good), ALL, weights(ALL));
    Map<String, OnnxModel.Weight> changed = new LinkedHashMap<>(good.weights());
    changed.computeIfPresent(
        "conv2.weight",
        (name, weight) -> {
          float[] values = weight.values().clone();
          values[5] += 1e-4f;
          return new OnnxModel.Weight(weight.dims(), values, weight.doc());
        });
    refused(with(good, good.nodes(), changed));
    changed.clear();
    changed.putAll(good.weights());
    changed.put("dense1.weight", flattenedOtherwise(held(good.weights(), "dense1.weight")));
    refused(with(good, good.nodes(), changed));
    List<OnnxModel.Node> nodes = new ArrayList<>(good.nodes());
    OnnxModel.Node first = nodes.getFirst();
    Map<String, List<Long>> pads = new LinkedHashMap<>(first.attributes());
    pads.put("pads", List.of(1L, 1L, 0L, 0L));
    nodes.set(
        0, new OnnxModel.Node(first.name(), first.op(), first.inputs(), first.output(), pads));
    refused(with(good, nodes, good.weights()));
  }

  private static OnnxModel.Weight flattenedOtherwise(OnnxModel.Weight weight) {
    float[] values = weight.values().clone();
    int half = values.length / 2;
    System.arraycopy(weight.values(), half, values, 0, half);
    return new OnnxModel.Weight(weight.dims(), values, weight.doc());
  }

  private static OnnxModel with(
      OnnxModel model, List<OnnxModel.Node> nodes, Map<String, OnnxModel.Weight> weights) {
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

  private static void refused(OnnxModel model) {
    String line =
        assertThrows(
                UserException.class,
                () -> OnnxExport.check(OnnxFormat.encode(model), ALL, weights(ALL)))
            .getMessage();
    assertTrue(line.contains("was not written: it gives other logits than the model"), line);
  }

  @Test
  void readsWhatItWrites() {
    long[] values = {0, 1, 127, 128, 300, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE};
    Message writer = new Message();
    for (long value : values) {
      writer.integer(7, value);
    }
    writer.text(200, "grüße").message(3, new Message().integer(1, 5));
    byte[] bytes = writer.encoded();
    ProtoReader reader = new ProtoReader(bytes);
    assertEquals(Arrays.stream(values).boxed().toList(), reader.integers(7));
    assertEquals("grüße", reader.text(200));
    assertEquals(5, reader.messages(3).getFirst().integer(1));
    for (int length = bytes.length - 1; length > bytes.length - 3; length--) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(IllegalArgumentException.class, () -> new ProtoReader(cut));
    }
    // The specification's own example: field 1 with 150.
    assertEquals("[8, -106, 1]", Arrays.toString(new Message().integer(1, 150).encoded()));
  }
}
