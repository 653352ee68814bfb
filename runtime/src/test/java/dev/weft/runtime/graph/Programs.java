package dev.weft.runtime.graph;

import dev.weft.kernels.Call;
import dev.weft.kernels.Op;
import dev.weft.kernels.Program;
import dev.weft.kernels.Tensor;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Layers and programs for the tests of this package, and views of their calls. */
final class Programs {
  static final String CONV =
      """
      {"type": "conv2d", "filters": 2, "kernel": 3, "padding": "same"}\
      """;

  static final String RECTIFIED =
      """
      {"type": "conv2d", "filters": 2, "kernel": 3, "padding": "same", "activation": "relu"}\
      """;

  static final String POOL =
      """
      {"type": "pool", "kind": "%s", "size": 2}\
      """;

  static final String DROPOUT =
      """
      {"type": "dropout", "rate": 0.5}\
      """;

  static final String RELU =
      """
      {"type": "relu"}\
      """;

  static ModelProgram training(ModelSpec model, String optimizer, boolean dropout) {
    OptimizerSpec rule = OptimizerSpec.named(optimizer, OptionalDouble.empty());
    return training(model, rule, dropout, AugmentSpec.NONE);
  }

  static ModelProgram training(
      ModelSpec model, OptimizerSpec rule, boolean dropout, AugmentSpec augment) {
    return ProgramBuilder.training(
        model, new TrainingSpec(4, rule, 1, dropout, augment, false, 90, 50, 30));
  }

  static ModelProgram training(ModelSpec model) {
    return training(model, "adadelta", true);
  }

  static List<Call> calls(ModelProgram program, String segment) {
    Program.Segment range = program.program().segment(segment);
    return program.program().calls().subList(range.from(), range.to());
  }

  /** Each call as its class and the names of its tensors. */
  static List<String> lines(ModelProgram program, String segment) {
    return calls(program, segment).stream().map(Programs::line).toList();
  }

  static String line(Call call) {
    Class<?> op = call.op().getClass();
    Class<?> outer = op.getEnclosingClass();
    return (outer == null ? "" : outer.getSimpleName() + ".")
        + op.getSimpleName()
        + call.args().stream().map(Tensor::name).collect(Collectors.joining(" ", " ", ""));
  }

  static <T extends Op> List<T> ops(ModelProgram program, Class<T> type) {
    return calls(program, ModelProgram.TRAIN).stream()
        .map(Call::op)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private Programs() {}
}
