package dev.weft.models.export;

import dev.weft.kernels.Shape;
import dev.weft.kernels.conv2d.Conv2d;
import dev.weft.kernels.conv2d.Padding;
import dev.weft.kernels.pool2d.Pool2d;
import dev.weft.models.export.OnnxModel.Node;
import dev.weft.models.export.OnnxModel.Port;
import dev.weft.models.export.OnnxModel.Weight;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.graph.Activation;
import dev.weft.runtime.graph.LayerSpec;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ModelSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The layers of a model as operators of ONNX, channels first; dropout is left out. */
final class OnnxBuilder {
  static final String INPUT = "image";
  static final String LOGITS = "logits";
  static final String PROBABILITIES = "probabilities";

  private final Map<String, NamedTensor> given;
  private final Packing packing;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Weight> weights = new LinkedHashMap<>();
  private String x = INPUT;

  /** The map that was flattened, until a dense layer has taken it in. */
  private @Nullable Shape flattened;

  private OnnxBuilder(Map<String, NamedTensor> given, Packing packing) {
    this.given = given;
    this.packing = packing;
  }

  /**
   * A model with its weights.
   *
   * @param weights by name, with the model's own shapes
   * @param packing how they are stored
   * @param doc for people
   * @param version of Weft
   * @param metadata free text by key
   */
  static OnnxModel build(
      ModelSpec model,
      Map<String, NamedTensor> weights,
      Packing packing,
      String doc,
      String version,
      Map<String, String> metadata) {
    OnnxBuilder builder = new OnnxBuilder(weights, packing);
    List<ModelSummary.Layer> layers = model.summary().layers();
    layers.forEach(builder::layer);
    builder.node("softmax", "Softmax", List.of(LOGITS), PROBABILITIES, Map.of(Node.AXIS, list(1)));
    Shape input = model.input();
    List<Long> classes = list(model.classes());
    return new OnnxModel(
        model.name(),
        doc,
        version,
        builder.nodes,
        builder.weights,
        List.of(
            new Port(
                INPUT,
                list(input.dim(2), input.dim(0), input.dim(1)),
                "Luminosity 0..1 (a byte over 255), 0 being black: bright garments on black.")),
        List.of(
            new Port(PROBABILITIES, classes, "Of each class, 0..1; a row sums to 1."),
            new Port(LOGITS, classes, "The scores before the softmax.")),
        metadata);
  }

  private void layer(ModelSummary.Layer layer) {
    switch (layer.spec()) {
      case LayerSpec.Conv2d conv -> conv(layer, conv);
      case LayerSpec.Pool pool -> pool(layer, pool);
      case LayerSpec.Dense dense -> dense(layer, dense);
      case LayerSpec.Flatten flatten -> {
        flattened = layer.input();
        node(layer.name(), "Flatten", List.of(x), layer.name() + ".y", Map.of(Node.AXIS, list(1)));
      }
      case LayerSpec.Relu relu -> relu(layer.name());
      case LayerSpec.Dropout dropout -> {}
    }
  }

  private void conv(ModelSummary.Layer layer, LayerSpec.Conv2d spec) {
    Shape in = layer.input();
    Conv2d conv =
        new Conv2d(
            1,
            in.dim(0),
            in.dim(1),
            in.dim(2),
            spec.filters(),
            spec.kernel().height(),
            spec.kernel().width(),
            spec.stride().height(),
            spec.stride().width(),
            spec.padding());
    NamedTensor weight = given(layer, "weight");
    Shape shape = weight.shape();
    store(
        weight.name(),
        new Weight(
            list(shape.dim(3), shape.dim(2), shape.dim(0), shape.dim(1)),
            ChannelsFirst.filters(weight.floats(), shape),
            "[out,in,kernelH,kernelW]"));
    Map<String, List<Long>> attributes = new LinkedHashMap<>();
    attributes.put("kernel_shape", list(conv.kernelH(), conv.kernelW()));
    attributes.put("strides", list(conv.strideH(), conv.strideW()));
    boolean same = spec.padding() == Padding.SAME;
    attributes.put(
        "pads",
        list(
            conv.padTop(),
            conv.padLeft(),
            same ? after(conv.outH(), conv.strideH(), conv.kernelH(), conv.h(), conv.padTop()) : 0,
            same
                ? after(conv.outW(), conv.strideW(), conv.kernelW(), conv.w(), conv.padLeft())
                : 0));
    node(
        layer.name(),
        "Conv",
        List.of(x, weight.name(), bias(layer)),
        layer.name() + ".y",
        attributes);
    activation(layer, spec.activation());
  }

  /** Zeros after the last pixel: the window of the last output ends there. */
  private static int after(int out, int stride, int kernel, int in, int before) {
    return Math.max(0, (out - 1) * stride + kernel - in - before);
  }

  private void pool(ModelSummary.Layer layer, LayerSpec.Pool spec) {
    Map<String, List<Long>> attributes = new LinkedHashMap<>();
    attributes.put("kernel_shape", list(spec.size(), spec.size()));
    attributes.put("strides", list(spec.stride(), spec.stride()));
    String op = spec.kind() == Pool2d.Kind.MAX ? "MaxPool" : "AveragePool";
    node(layer.name(), op, List.of(x), layer.name() + ".y", attributes);
    if (spec.kind() == Pool2d.Kind.SUM) {
      String area = layer.name() + ".area";
      weights.put(
          area,
          new Weight(List.of(), new float[] {(float) spec.size() * spec.size()}, "Of a window."));
      node(layer.name() + ".sum", "Mul", List.of(x, area), layer.name() + ".sum.y", Map.of());
    }
  }

  private void dense(ModelSummary.Layer layer, LayerSpec.Dense spec) {
    NamedTensor weight = given(layer, "weight");
    int in = weight.shape().dim(0);
    int out = spec.units();
    Shape map = flattened;
    flattened = null;
    float[] values = weight.floats();
    float[] rows = map == null ? values : ChannelsFirst.rows(values, map, out);
    String order = map == null ? "" : "; in is a map flattened as [c,h,w]";
    boolean outFirst = packing.precision().isInteger();
    store(
        weight.name(),
        outFirst
            ? new Weight(list(out, in), ChannelsFirst.transposed(rows, in, out), "[out,in]" + order)
            : new Weight(list(in, out), rows, "[in,out]" + order));
    boolean last = spec.activation() == Activation.SOFTMAX;
    node(
        layer.name(),
        "Gemm",
        List.of(x, weight.name(), bias(layer)),
        last ? LOGITS : layer.name() + ".y",
        outFirst ? Map.of(Node.TRANS_B, list(1)) : Map.of());
    activation(layer, spec.activation());
  }

  /**
   * Stores a weight as the packing says, with the node that makes floats of it under its own name.
   * Integers come with output channels first, in dense layers too: of those with inputs first
   * onnxruntime (1.30) makes a MatMulNBits, which rounds what the layer takes in to eight bits.
   */
  private void store(String name, Weight weight) {
    Precision precision = packing.precision();
    switch (precision) {
      case FLOAT32 -> weights.put(name, weight);
      case FLOAT16 -> {
        String half = name + ".float16";
        weights.put(half, new Weight(weight.dims(), precision, weight.values(), weight.doc()));
        Map<String, List<Long>> to = Map.of(Node.TO, list(Precision.FLOAT32.onnx()));
        nodes.add(new Node(name + ".cast", "Cast", List.of(half), name, to));
      }
      case INT8, INT4 -> {
        String codes = name + ".codes";
        String scale = name + ".scale";
        float[] scales = Objects.requireNonNull(packing.scales().get(name));
        float[] integers = codes(weight.values(), scales);
        weights.put(codes, new Weight(weight.dims(), precision, integers, weight.doc()));
        weights.put(scale, new Weight(list(scales.length), scales, "[out]"));
        Map<String, List<Long>> axis = Map.of(Node.AXIS, list(0));
        nodes.add(
            new Node(name + ".dequantize", "DequantizeLinear", List.of(codes, scale), name, axis));
      }
    }
  }

  /** The integers that the values are, times the scales of their channels, which come first. */
  private static float[] codes(float[] values, float[] scales) {
    float[] codes = new float[values.length];
    int perChannel = values.length / scales.length;
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Math.round(values[i] / scales[i / perChannel]);
    }
    return codes;
  }

  private void activation(ModelSummary.Layer layer, Activation activation) {
    if (activation == Activation.RELU) {
      relu(layer.name() + ".relu");
    }
  }

  private void relu(String name) {
    node(name, "Relu", List.of(x), name + ".y", Map.of());
  }

  private String bias(ModelSummary.Layer layer) {
    NamedTensor bias = given(layer, "bias");
    weights.put(bias.name(), new Weight(list(bias.shape().dim(0)), bias.floats(), "[out]"));
    return bias.name();
  }

  private NamedTensor given(ModelSummary.Layer layer, String part) {
    return Objects.requireNonNull(given.get(layer.name() + "." + part));
  }

  private void node(
      String name,
      String op,
      List<String> inputs,
      String output,
      Map<String, List<Long>> attributes) {
    nodes.add(new Node(name, op, inputs, output, attributes));
    x = output;
  }

  private static List<Long> list(long... values) {
    return Arrays.stream(values).boxed().toList();
  }
}
