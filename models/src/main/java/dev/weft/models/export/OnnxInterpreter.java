package dev.weft.models.export;

import dev.weft.models.export.OnnxModel.Node;
import dev.weft.models.export.OnnxModel.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Evaluates a model as the <a href="https://onnx.ai/onnx/operators/">operators of ONNX</a> are
 * defined: plain loops in double precision, one image at a time. It shares nothing with the kernels
 * of Weft, so that agreement of the two says something about the exported file.
 */
final class OnnxInterpreter {
  private final OnnxModel model;

  OnnxInterpreter(OnnxModel model) {
    this.model = unpacked(model);
  }

  /**
   * The model with its weights as floats: what nodes do to weights alone, {@code Cast} and {@code
   * DequantizeLinear}, is done. Both give floats, so the products are rounded to such.
   */
  static OnnxModel unpacked(OnnxModel model) {
    Map<String, Weight> weights = new HashMap<>(model.weights());
    List<Node> others = new ArrayList<>();
    for (Node node : model.nodes()) {
      String first = node.inputs().getFirst();
      switch (node.op()) {
        case "Cast" -> weights.put(node.output(), cast(held(weights, first)));
        case "DequantizeLinear" ->
            weights.put(
                node.output(),
                dequantized(held(weights, first), held(weights, node.inputs().get(1)), node));
        default -> others.add(node);
      }
    }
    return new OnnxModel(
        model.name(),
        model.doc(),
        model.producerVersion(),
        others,
        weights,
        model.inputs(),
        model.outputs(),
        model.metadata());
  }

  private static Weight cast(Weight stored) {
    return new Weight(stored.dims(), stored.values(), stored.doc());
  }

  private static Weight dequantized(Weight codes, Weight scales, Node node) {
    int axis = ints(node, Node.AXIS)[0];
    float[] values = new float[codes.values().length];
    int inner = 1;
    for (long dim : codes.dims().subList(axis + 1, codes.dims().size())) {
      inner *= Math.toIntExact(dim);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = codes.values()[i] * scales.values()[i / inner % scales.values().length];
    }
    return new Weight(codes.dims(), values, codes.doc());
  }

  /** A tensor of one image, {@code [c,h,w]} or {@code [n]}. */
  record Value(int[] dims, double[] data) {
    static Value zeros(int... dims) {
      return new Value(dims, new double[Arrays.stream(dims).reduce(1, (a, b) -> a * b)]);
    }
  }

  /**
   * Runs the model.
   *
   * @param image {@code [c,h,w]}, the only input
   * @return all tensors of the graph but weights, by name
   */
  Map<String, double[]> run(float[] image) {
    Map<String, Value> values = new HashMap<>();
    int[] dims = model.inputs().getFirst().dims().stream().mapToInt(Math::toIntExact).toArray();
    values.put(model.inputs().getFirst().name(), new Value(dims, widened(image)));
    for (Node node : model.nodes()) {
      values.put(node.output(), evaluate(node, held(values, node.inputs().getFirst())));
    }
    Map<String, double[]> results = new HashMap<>();
    values.forEach((name, value) -> results.put(name, value.data));
    return results;
  }

  /** What comes out of an operator whose first input is {@code x}. */
  Value evaluate(Node node, Value x) {
    return switch (node.op()) {
      case "Conv" -> conv(node, x);
      case "MaxPool" -> pool(node, x, true);
      case "AveragePool" -> pool(node, x, false);
      case "Gemm" -> gemm(node, x);
      case "Relu" ->
          new Value(x.dims, Arrays.stream(x.data).map(value -> Math.max(0, value)).toArray());
      case "Mul" -> {
        double factor = weight(node, 1)[0];
        yield new Value(x.dims, Arrays.stream(x.data).map(value -> value * factor).toArray());
      }
      case "Flatten" -> new Value(new int[] {x.data.length}, x.data);
      case "Softmax" -> softmax(x);
      default -> throw new IllegalArgumentException("no operator " + node.op());
    };
  }

  private Value conv(Node node, Value x) {
    double[] weight = weight(node, 1);
    double[] bias = weight(node, 2);
    int[] kernel = ints(node, "kernel_shape");
    int[] stride = ints(node, "strides");
    int[] pads = ints(node, "pads");
    int[] in = x.dims;
    Value y =
        Value.zeros(
            bias.length,
            (in[1] + pads[0] + pads[2] - kernel[0]) / stride[0] + 1,
            (in[2] + pads[1] + pads[3] - kernel[1]) / stride[1] + 1);
    int at = 0;
    for (int k = 0; k < y.dims[0]; k++) {
      for (int oy = 0; oy < y.dims[1]; oy++) {
        for (int ox = 0; ox < y.dims[2]; ox++) {
          double sum = bias[k];
          for (int c = 0; c < in[0]; c++) {
            for (int ky = 0; ky < kernel[0]; ky++) {
              for (int kx = 0; kx < kernel[1]; kx++) {
                int iy = oy * stride[0] - pads[0] + ky;
                int ix = ox * stride[1] - pads[1] + kx;
                if (iy >= 0 && iy < in[1] && ix >= 0 && ix < in[2]) {
                  sum +=
                      weight[((k * in[0] + c) * kernel[0] + ky) * kernel[1] + kx]
                          * x.data[(c * in[1] + iy) * in[2] + ix];
                }
              }
            }
          }
          y.data[at++] = sum;
        }
      }
    }
    return y;
  }

  private static Value pool(Node node, Value x, boolean max) {
    int[] kernel = ints(node, "kernel_shape");
    int[] stride = ints(node, "strides");
    int[] in = x.dims;
    Value y =
        Value.zeros(
            in[0], (in[1] - kernel[0]) / stride[0] + 1, (in[2] - kernel[1]) / stride[1] + 1);
    int at = 0;
    for (int c = 0; c < y.dims[0]; c++) {
      for (int oy = 0; oy < y.dims[1]; oy++) {
        for (int ox = 0; ox < y.dims[2]; ox++) {
          double largest = Double.NEGATIVE_INFINITY;
          double sum = 0;
          for (int ky = 0; ky < kernel[0]; ky++) {
            for (int kx = 0; kx < kernel[1]; kx++) {
              double value =
                  x.data[(c * in[1] + oy * stride[0] + ky) * in[2] + ox * stride[1] + kx];
              largest = Math.max(largest, value);
              sum += value;
            }
          }
          y.data[at++] = max ? largest : sum / (kernel[0] * kernel[1]);
        }
      }
    }
    return y;
  }

  private Value gemm(Node node, Value x) {
    double[] weight = weight(node, 1);
    double[] bias = weight(node, 2);
    boolean transposed = node.attributes().containsKey(Node.TRANS_B);
    int in = x.data.length;
    double[] y = bias.clone();
    for (int i = 0; i < in; i++) {
      for (int j = 0; j < y.length; j++) {
        y[j] += x.data[i] * weight[transposed ? j * in + i : i * y.length + j];
      }
    }
    return new Value(new int[] {y.length}, y);
  }

  private static Value softmax(Value x) {
    double max = Arrays.stream(x.data).max().orElseThrow();
    double[] e = Arrays.stream(x.data).map(value -> Math.exp(value - max)).toArray();
    double sum = Arrays.stream(e).sum();
    return new Value(x.dims, Arrays.stream(e).map(value -> value / sum).toArray());
  }

  private static int[] ints(Node node, String attribute) {
    List<Long> values = node.attributes().get(attribute);
    if (values == null) {
      throw new IllegalArgumentException(node.name() + " lacks " + attribute);
    }
    return values.stream().mapToInt(Math::toIntExact).toArray();
  }

  private double[] weight(Node node, int input) {
    Weight weight = model.weights().get(node.inputs().get(input));
    if (weight == null) {
      throw new IllegalArgumentException(node.name() + " lacks " + node.inputs().get(input));
    }
    return widened(weight.values());
  }

  private static <T> T held(Map<String, T> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  private static double[] widened(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
