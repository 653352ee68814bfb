package dev.weft.models.export;

import dev.weft.models.export.OnnxInterpreter.Value;
import dev.weft.models.export.OnnxModel.Node;
import dev.weft.models.export.OnnxModel.Weight;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How far logits computed in float, with sums in any order, can be from the exact ones: an error e
 * of a layer's input x becomes
 *
 * <pre>
 *   |W| e + g(K) (|W| (|x| + e) + |b|),  g(K) = K u / (1 - K u),  u = 2^-24
 * </pre>
 *
 * with K roundings in each sum. (Higham, Accuracy and Stability of Numerical Algorithms, ch. 3.)
 */
final class ErrorBound {
  private static final double U = 0x1p-24;

  private final OnnxModel model;
  private final OnnxInterpreter exact;
  private final OnnxInterpreter sizes;
  private final OnnxInterpreter sizesWithoutBias;

  ErrorBound(OnnxModel model) {
    this.model = model;
    exact = new OnnxInterpreter(model);
    sizes = new OnnxInterpreter(mapped(model, Math::abs, Math::abs));
    sizesWithoutBias = new OnnxInterpreter(mapped(model, Math::abs, value -> 0f));
  }

  /** Logits as they should be, and how far off they may be. */
  record Result(List<Double> logits, List<Double> bounds) {}

  private static OnnxModel mapped(
      OnnxModel model, UnaryOperator<Float> ofWeights, UnaryOperator<Float> ofBiases) {
    Map<String, Weight> weights = new LinkedHashMap<>();
    model
        .weights()
        .forEach((name, weight) -> {
          float[] values = weight.values().clone();
          for (int i = 0; i < values.length; i++) {
            values[i] = (name.endsWith(".bias") ? ofBiases : ofWeights).apply(values[i]);
          }
          weights.put(name, new Weight(weight.dims(), values, weight.doc()));
        });
    return new OnnxModel(
        "", "", "", model.nodes(), weights, model.inputs(), model.outputs(), Map.of());
  }

  Result of(float[] image) {
    Map<String, Value> values = new HashMap<>();
    Map<String, Value> errors = new HashMap<>();
    int[] dims = model.inputs().getFirst().dims().stream().mapToInt(Math::toIntExact).toArray();
    double[] pixels = new double[image.length];
    Arrays.setAll(pixels, i -> image[i]);
    values.put("image", new Value(dims, pixels));
    errors.put("image", Value.zeros(dims));
    for (Node node : model.nodes()) {
      Value x = held(values, node.inputs().getFirst());
      Value e = held(errors, node.inputs().getFirst());
      values.put(node.output(), exact.evaluate(node, x));
      errors.put(node.output(), error(node, x, e));
    }
    return new Result(list(held(values, "logits")), list(held(errors, "logits")));
  }

  private static List<Double> list(Value value) {
    return Arrays.stream(value.data()).boxed().toList();
  }

  private static <T> T held(Map<String, T> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }

  private Value error(Node node, Value x, Value e) {
    return switch (node.op()) {
      // Neither can set two numbers farther apart.
      case "Relu", "Flatten" ->
          node.op().equals("Relu") ? e : new Value(new int[] {e.data().length}, e.data());
      case "MaxPool" -> exact.evaluate(node, e);
      case "Softmax" -> e; // not asked for
      default -> {
        double[] size = new double[x.data().length];
        Arrays.setAll(size, i -> Math.abs(x.data()[i]) + e.data()[i]);
        Value carried = sizesWithoutBias.evaluate(node, e);
        Value all = sizes.evaluate(node, new Value(x.dims(), size));
        double k = roundings(node);
        double[] sum = new double[carried.data().length];
        Arrays.setAll(sum, i -> carried.data()[i] + k * U / (1 - k * U) * all.data()[i]);
        yield new Value(carried.dims(), sum);
      }
    };
  }

  /** A product and a sum for each term count as one: the sum of K terms has K of both in a row. */
  private double roundings(Node node) {
    return switch (node.op()) {
      case "Conv", "Gemm" -> {
        Weight weight = held(model.weights(), node.inputs().get(1));
        Weight bias = held(model.weights(), node.inputs().get(2));
        int terms = weight.values().length / bias.values().length;
        yield terms + 1.0;
      }
      // The sum, and a product with a rounded reciprocal.
      case "AveragePool" ->
          held(node.attributes(), "kernel_shape").stream().reduce(2L, (a, b) -> a * b) + 2.0;
      case "Mul" -> 1;
      default -> throw new IllegalArgumentException(node.op());
    };
  }
}
