package dev.weft.bench.subject;

import dev.weft.kernels.Program.Segment;
import dev.weft.kernels.check.OpCases;
import dev.weft.models.Presets;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.OptimizerSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All that can be timed. */
public final class Catalogue {
  private static final String ADADELTA = OptimizerSpec.Kind.ADADELTA.word();

  private Catalogue() {}

  /** Every call of a model's training step in order, then {@link #steps}. */
  public static List<Item> model(ModelSpec model, int batch) {
    List<Item> items = calls(model, ADADELTA, batch);
    items.addAll(steps(model, batch));
    return items;
  }

  /**
   * A training step, a batch of an evaluation, and a prediction: an evaluation with copies of
   * pixels to the device and of probabilities from it.
   */
  public static List<Item> steps(ModelSpec model, int batch) {
    Subject step = Subject.step(model, Subject.Kind.STEP);
    Subject eval = Subject.step(model, Subject.Kind.EVAL);
    ModelProgram program = Workload.program(step, batch);
    Subject predict = Subject.step(model, Subject.Kind.PREDICT);
    return List.of(
        Item.ofModel(step, model.name(), program),
        Item.ofModel(eval, model.name(), program),
        Item.ofModel(predict, model.name(), Workload.program(predict, batch)));
  }

  private static List<Item> calls(ModelSpec model, String optimizer, int batch) {
    return calls(
        model, batch, ModelProgram.TRAIN, number -> Subject.call(model, optimizer, number));
  }

  private static List<Item> calls(
      ModelSpec model, int batch, String segment, IntFunction<Subject> subject) {
    ModelProgram program = Workload.program(subject.apply(0), batch);
    Segment range = program.program().segment(segment);
    List<Item> items = new ArrayList<>();
    for (int call = range.from(); call < range.to(); call++) {
      items.add(Item.ofModel(subject.apply(call), model.name(), program));
    }
    return items;
  }

  /**
   * Every op, forward and backward, at each shape that a preset has of it; ops that no preset uses
   * at shapes of the presets; what a training need not have (augmentation, kept zeros) at those of
   * the first preset; each once. They stand for all models and so name none.
   */
  public static List<Item> ops(int batch) {
    List<ModelSpec> models = new ArrayList<>(Presets.all());
    models.add(otherOps());
    List<Item> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ModelSpec model : models) {
      for (String segment : List.of(ModelProgram.TRAIN, ModelProgram.EVAL)) {
        calls(model, batch, segment, number -> Subject.call(model, ADADELTA, number)).stream()
            .filter(item -> seen.add(item.op() + " " + item.shape()))
            .forEach(items::add);
      }
    }
    for (String optimizer : OptimizerSpec.names()) {
      calls(models.getFirst(), optimizer, batch).stream()
          .filter(item -> item.op().startsWith("optimizer."))
          .filter(item -> seen.add(item.op() + " " + item.shape()))
          .forEach(items::add);
    }
    ModelSpec first = models.getFirst();
    Set<String> ops = items.stream().map(Item::op).collect(Collectors.toSet());
    calls(first, batch, ModelProgram.TRAIN, number -> Subject.extra(first, ADADELTA, number))
        .stream()
        .filter(item -> !ops.contains(item.op()))
        .filter(item -> seen.add(item.op() + " " + item.shape()))
        .forEach(items::add);
    return items.stream()
        .map(item -> new Item(item.subject(), "", "", item.op(), item.shape(), item.calls()))
        .toList();
  }

  /** The cases of the tests, with inputs in whole numbers left out: they take the same time. */
  public static List<Item> tests() {
    return IntStream.range(0, OpCases.all().size())
        .filter(i -> !OpCases.all().get(i).exact())
        .mapToObj(i -> Item.ofCase(Subject.testCase(i)))
        .toList();
  }

  private static ModelSpec otherOps() {
    String name = "/dev/weft/bench/other-ops.json";
    try (InputStream json = Catalogue.class.getResourceAsStream(name)) {
      if (json == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return ModelSpec.parse(new String(json.readAllBytes(), StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
