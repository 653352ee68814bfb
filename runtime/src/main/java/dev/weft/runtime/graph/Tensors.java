package dev.weft.runtime.graph;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Shape;
import dev.weft.kernels.Tensor;

/** How the tensors of a program are named: the same name is the same memory in every segment. */
final class Tensors {
  private Tensors() {}

  static Tensor floats(String name, Shape shape) {
    return new Buffer(name, DType.F32, shape.size()).tensor(shape);
  }

  static Tensor ints(String name, Shape shape) {
    return new Buffer(name, DType.I32, shape.size()).tensor(shape);
  }

  /** The gradient of an output: {@code conv1.dy} for {@code conv1.y}, {@code dinput}. */
  static Tensor gradient(Tensor output) {
    return floats(gradientName(output.name()), output.shape());
  }

  /** The gradient of a parameter: {@code conv1.dweight} for {@code conv1.weight}. */
  static Tensor gradient(Tensor parameter, Buffer grads) {
    return new Tensor(gradientName(parameter.name()), grads, parameter.offset(), parameter.shape());
  }

  private static String gradientName(String name) {
    return name.contains(".") ? name.replace(".", ".d") : "d" + name;
  }
}
