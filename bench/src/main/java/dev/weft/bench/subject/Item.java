package dev.weft.bench.subject;

import dev.weft.kernels.Call;
import dev.weft.kernels.Op;
import dev.weft.kernels.Program;
import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.Shape;
import dev.weft.kernels.Slot;
import dev.weft.runtime.graph.ModelProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A subject at one size of the batch, with what people call it.
 *
 * @param subject what is timed
 * @param model name of the model
 * @param layer such as {@code conv1}; empty for a whole step
 * @param op such as {@code conv2d.forward}, {@code step} or {@code eval}
 * @param shape of the first two arguments that are no counters, without the batch
 * @param calls what is timed, for the work that it has to do
 */
public record Item(
    Subject subject, String model, String layer, String op, String shape, List<Call> calls) {
  private static final int COUNTERS = 4;

  /** The step, the evaluation or a call of a model. */
  static Item ofModel(Subject subject, String model, ModelProgram program) {
    Program all = program.program();
    return switch (subject.kind()) {
      case STEP -> whole(subject, model, all, all.segment(ModelProgram.TRAIN), "step");
      case EVAL -> whole(subject, model, all, all.segment(ModelProgram.EVAL), "eval");
      case PREDICT -> whole(subject, model, all, all.segment(ModelProgram.EVAL), "predict");
      default -> {
        Call call = all.calls().get(subject.number());
        int batch = all.buffer(ModelProgram.TARGET).length();
        yield new Item(
            subject, model, layer(call), call.op().name(), shape(call.op(), batch), List.of(call));
      }
    };
  }

  private static Item whole(
      Subject subject, String model, Program program, Segment segment, String name) {
    return new Item(
        subject, model, "", name, "", program.calls().subList(segment.from(), segment.to()));
  }

  /** A case of the tests, which has a batch of its own. */
  static Item ofCase(Subject subject) {
    Workload workload = Workload.of(subject, 1);
    Call call = workload.program().calls().getFirst();
    return new Item(subject, "tests", "", call.op().name(), shape(call.op(), 0), List.of(call));
  }

  /**
   * The layer that a call belongs to: a gradient that is read is that of the layer's output; else
   * it is the layer whose output is written.
   */
  private static String layer(Call call) {
    List<Slot> slots = call.op().slots();
    for (int i = 0; i < slots.size(); i++) {
      String name = call.args().get(i).name();
      if (slots.get(i).access() == Slot.Access.IN && name.endsWith(".dy")) {
        return stem(name);
      }
    }
    for (int i = slots.size() - 1; i >= 0; i--) {
      if (slots.get(i).access().writes()) {
        return stem(call.args().get(i).name());
      }
    }
    return "";
  }

  private static String stem(String tensor) {
    return tensor.contains(".") ? tensor.substring(0, tensor.indexOf('.')) : "";
  }

  private static String shape(Op op, int batch) {
    List<String> shapes = new ArrayList<>();
    for (Slot slot : op.slots()) {
      if (slot.shape().size() > COUNTERS && shapes.size() < 2) {
        shapes.add(words(slot.shape(), batch));
      }
    }
    return String.join(" ", shapes);
  }

  private static String words(Shape shape, int batch) {
    boolean rows = shape.rank() > 1 && shape.dim(0) == batch;
    return shape.dims().stream()
        .skip(rows ? 1 : 0)
        .map(String::valueOf)
        .collect(Collectors.joining("x"));
  }

  /** Useful floating-point operations of all calls. */
  public long operations() {
    return calls.stream().mapToLong(call -> call.op().cost().operations()).sum();
  }

  /** Bytes that all calls have to read and write. */
  public long bytes() {
    return calls.stream().mapToLong(call -> call.op().cost().bytes()).sum();
  }
}
