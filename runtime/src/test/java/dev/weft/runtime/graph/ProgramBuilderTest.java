package dev.weft.runtime.graph;

import static dev.weft.runtime.graph.Programs.CONV;
import static dev.weft.runtime.graph.Programs.DROPOUT;
import static dev.weft.runtime.graph.Programs.POOL;
import static dev.weft.runtime.graph.Programs.calls;
import static dev.weft.runtime.graph.Programs.line;
import static dev.weft.runtime.graph.Programs.lines;
import static dev.weft.runtime.graph.Programs.ops;
import static dev.weft.runtime.graph.Programs.training;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import dev.weft.kernels.Shape;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.augment.Augment;
import dev.weft.kernels.augment.Augmentation;
import dev.weft.kernels.dropout.Dropout;
import dev.weft.kernels.input.Advance;
import dev.weft.kernels.input.Gather;
import dev.weft.kernels.softmax.SoftmaxCrossEntropy;
import dev.weft.runtime.UserException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProgramBuilderTest {
  @Test
  void trainingStepIsWhatOneWouldWriteByHand() {
    ModelProgram program = training(Models.parse(Models.TINY));
    List<String> accumulators = program.accumulators().values().stream().map(Buffer::name).toList();
    assertEquals(2, accumulators.size());
    assertEquals(
        List.of(
            "Gather images labels trainOrder trainState input target",
            "Conv2d.Forward input conv1.weight conv1.bias conv1.y",
            "Pool2d.Forward conv1.y pool1.y",
            "Dropout.Forward pool1.y trainState dropout1.y",
            "Conv2d.Forward dropout1.y conv2.weight conv2.bias conv2.y",
            "Dense.Forward conv2.y dense1.weight dense1.bias dense1.y",
            "Dense.Forward dense1.y dense2.weight dense2.bias dense2.y",
            "SoftmaxCrossEntropy.Backward dense2.y target trainState dense2.dy loss hit",
            "Dense.BackwardWeights dense1.y dense2.dy dense2.dweight dense2.dbias",
            "Dense.BackwardData dense2.dy dense2.weight dense1.y dense1.dy",
            "Dense.BackwardWeights conv2.y dense1.dy dense1.dweight dense1.dbias",
            "Dense.BackwardData dense1.dy dense1.weight conv2.y conv2.dy",
            "Conv2d.BackwardFilter dropout1.y conv2.dy conv2.dweight conv2.dbias",
            "Conv2d.BackwardData conv2.dy conv2.weight dropout1.dy",
            "Dropout.Backward dropout1.dy trainState pool1.dy",
            "Pool2d.Backward pool1.dy conv1.y conv1.dy",
            "Conv2d.BackwardFilter input conv1.dy conv1.dweight conv1.dbias",
            "Adadelta grads params " + String.join(" ", accumulators),
            "Advance loss hit trainState trainTotals"),
        lines(program, ModelProgram.TRAIN));
  }

  @Test
  void evaluationLeavesDropoutOutAndSharesBuffers() {
    ModelProgram program = training(Models.parse(Models.TINY));
    List<String> eval =
        List.of(
            "Gather images labels evalOrder evalState input target",
            "Conv2d.Forward input conv1.weight conv1.bias conv1.y",
            "Pool2d.Forward conv1.y pool1.y",
            "Conv2d.Forward pool1.y conv2.weight conv2.bias conv2.y",
            "Dense.Forward conv2.y dense1.weight dense1.bias dense1.y",
            "Dense.Forward dense1.y dense2.weight dense2.bias dense2.y",
            "SoftmaxCrossEntropy.Forward dense2.y target probabilities loss hit",
            "Advance loss hit evalState evalTotals");
    assertEquals(eval, lines(program, ModelProgram.EVAL));

    ModelProgram alone = ProgramBuilder.inference(Models.parse(Models.TINY), 4, 90, 30);
    assertEquals(eval, lines(alone, ModelProgram.EVAL));
    assertEquals(Set.of(ModelProgram.EVAL), alone.program().segments().keySet());
    Set<Buffer> all = new HashSet<>(program.program().buffers());
    assertTrue(all.containsAll(alone.program().buffers()));
  }

  @Test
  void buffersHaveTheStatedSizes() {
    Program program = training(Models.parse(Models.TINY)).program();
    assertEquals(new Buffer("images", DType.I32, 90 * 8), program.buffer(ModelProgram.IMAGES));
    assertEquals(new Buffer("labels", DType.I32, 90), program.buffer(ModelProgram.LABELS));
    assertEquals(50, program.buffer(ModelProgram.TRAIN_ORDER).length());
    assertEquals(30, program.buffer(ModelProgram.EVAL_ORDER).length());
    assertEquals(4, program.buffer(ModelProgram.TRAIN_STATE).length());
    assertEquals(4, program.buffer(ModelProgram.EVAL_STATE).length());
    assertEquals(4, program.buffer(ModelProgram.TRAIN_TOTALS).length());
    assertEquals(4, program.buffer(ModelProgram.EVAL_TOTALS).length());
    assertEquals(102, program.buffer(ModelProgram.PARAMS).length());
    assertEquals(102, program.buffer(ModelProgram.GRADS).length());
    assertEquals(4 * 3, program.buffer(ModelProgram.PROBABILITIES).length());
    assertEquals(4, program.buffer(ModelProgram.TARGET).length());
    assertEquals(4 * 6 * 5 * 2, program.buffer("conv1.dy").length());
  }

  @Test
  void everyParameterGetsItsGradientAndNothingIsReadBeforeItIsWritten() {
    ModelProgram program = training(Models.parse(Models.TINY));
    Set<String> written =
        new HashSet<>(Set.of("images", "labels", "trainOrder", "trainState", "trainTotals"));
    program.parameters().entries().forEach(entry -> written.add(entry.name()));
    program.accumulators().values().forEach(buffer -> written.add(buffer.name()));
    written.add("params");
    Set<Integer> gradients = new HashSet<>();
    for (Call call : calls(program, ModelProgram.TRAIN)) {
      for (int i = 0; i < call.args().size(); i++) {
        Tensor tensor = call.args().get(i);
        if (call.op().slots().get(i).access().reads() && !tensor.name().equals("grads")) {
          assertTrue(written.contains(tensor.name()), () -> line(call));
        }
        if (tensor.buffer().name().equals("grads") && !tensor.coversBuffer()) {
          for (int j = 0; j < tensor.shape().size(); j++) {
            assertTrue(gradients.add(tensor.offset() + j), () -> line(call));
          }
        }
      }
      call.args().forEach(tensor -> written.add(tensor.name()));
    }
    assertEquals(program.parameters().size(), gradients.size());
  }

  @Test
  void dropoutMasksDifferByLayerAndSeedAndCanBeLeftOut() {
    ModelSpec model = Models.of("[8, 8, 1]", CONV, DROPOUT, DROPOUT);
    List<Dropout.Forward> first = ops(training(model), Dropout.Forward.class);
    assertEquals(first, ops(training(model), Dropout.Forward.class));
    List<Integer> seeds = new ArrayList<>();
    for (Call call : calls(training(model), ModelProgram.TRAIN)) {
      switch (call.op()) {
        case Dropout.Forward op -> seeds.add(op.dropout().seed());
        case Dropout.Backward op -> seeds.add(op.dropout().seed());
        default -> {}
      }
    }
    assertEquals(4, seeds.size());
    assertEquals(seeds.get(0), seeds.get(3));
    assertEquals(seeds.get(1), seeds.get(2));
    assertNotEquals(seeds.get(0), seeds.get(1));
    assertTrue(seeds.stream().allMatch(seed -> seed >= 0));
    OptimizerSpec sgd = OptimizerSpec.named("sgd", OptionalDouble.empty());
    TrainingSpec other = new TrainingSpec(4, sgd, 2, true, AugmentSpec.NONE, false, 90, 50, 30);
    assertNotEquals(first, ops(ProgramBuilder.training(model, other), Dropout.Forward.class));

    ModelProgram without = training(model, "sgd", false);
    assertEquals(List.of(), ops(without, Dropout.Forward.class));
    assertTrue(
        lines(without, ModelProgram.TRAIN)
            .contains("Dense.Forward conv1.y dense1.weight dense1.bias dense1.y"));
  }

  @Test
  void imagesAreAugmentedInTrainingAlone() {
    ModelSpec model = Models.parse(Models.TINY);
    OptimizerSpec sgd = OptimizerSpec.named("sgd", OptionalDouble.empty());
    ModelProgram plain = training(model, sgd, true, AugmentSpec.NONE);
    AugmentSpec flips = AugmentSpec.parse("flip,shift:1.5");
    ModelProgram augmented = training(model, sgd, true, flips);
    List<String> expected = new ArrayList<>(lines(plain, ModelProgram.TRAIN));
    assertEquals("Gather images labels trainOrder trainState input target", expected.removeFirst());
    expected.addFirst("Augment pixels trainState input");
    expected.addFirst("Gather images labels trainOrder trainState pixels target");
    assertEquals(expected, lines(augmented, ModelProgram.TRAIN));
    assertEquals(lines(plain, ModelProgram.EVAL), lines(augmented, ModelProgram.EVAL));
    Augment op = ops(augmented, Augment.class).getFirst();
    assertEquals(new Augmentation(true, 1.5, 0, 0, 0, 0, 0), op.amounts());
    assertEquals(List.of(4, 6, 5, 1), List.of(op.batch(), op.height(), op.width(), op.channels()));
    TrainingSpec other = new TrainingSpec(4, sgd, 2, true, flips, false, 90, 50, 30);
    assertNotEquals(
        op.seed(), ops(ProgramBuilder.training(model, other), Augment.class).getFirst().seed());
  }

  /** What a backend need not keep from one step to the next: all that layers hand on. */
  @Test
  void whatLayersHandOnIsTemporary() {
    ModelSpec model = Models.parse(Models.TINY);
    OptimizerSpec sgd = OptimizerSpec.named("sgd", OptionalDouble.empty());
    Set<String> expected = new HashSet<>(Set.of("pixels", "input"));
    for (String layer : List.of("conv1", "pool1", "dropout1", "conv2", "dense1", "dense2")) {
      expected.add(layer + ".y");
      expected.add(layer + ".dy");
    }
    assertEquals(expected, temporaries(training(model, sgd, true, AugmentSpec.parse("flip"))));
    expected.remove("pixels");
    assertEquals(expected, temporaries(training(model)));
  }

  /** The host asks for the maps and their gradients. */
  @Test
  void anExplanationKeepsAll() {
    ModelProgram program = ProgramBuilder.explanation(Models.parse(Models.TINY), 4);
    assertEquals(Set.of(), temporaries(program));
  }

  private static Set<String> temporaries(ModelProgram program) {
    return program.program().temporaries().stream().map(Buffer::name).collect(Collectors.toSet());
  }

  @Test
  void optimizersGetTheirAccumulators() {
    Map<String, Integer> accumulators =
        Map.of("sgd", 0, "momentum", 1, "adagrad", 1, "rmsprop", 1, "adadelta", 2, "adam", 2);
    assertEquals(Set.copyOf(OptimizerSpec.names()), accumulators.keySet());
    accumulators.forEach((name, count) -> {
      ModelProgram program = training(Models.parse(Models.TINY), name, true);
      assertEquals(count, program.accumulators().size(), name);
      program
          .accumulators()
          .values()
          .forEach(buffer -> assertEquals(buffer, program.program().buffer(buffer.name())));
      assertEquals(name.equals("adagrad") ? 0.1f : 0, program.initialAccumulator());
    });
    List<String> adam = lines(training(Models.parse(Models.TINY), "adam", true), "train");
    assertTrue(adam.get(adam.size() - 2).endsWith(" trainState"), adam::toString);
  }

  /** Biases lie between the weights, are 0 at first and must learn. */
  @Test
  void zerosAreKeptAmongWeightsAloneAndOnlyWhereAskedFor() {
    ModelSpec model = Models.parse(Models.TINY);
    OptimizerSpec sgd = OptimizerSpec.named("sgd", OptionalDouble.empty());
    List<String> expected = new ArrayList<>(lines(training(model, "sgd", true), "train"));
    expected.addAll(
        expected.size() - 2,
        List.of(
            "KeepZeros conv1.weight conv1.dweight",
            "KeepZeros conv2.weight conv2.dweight",
            "KeepZeros dense1.weight dense1.dweight",
            "KeepZeros dense2.weight dense2.dweight"));
    TrainingSpec keeping = new TrainingSpec(4, sgd, 1, true, AugmentSpec.NONE, true, 90, 50, 30);
    assertEquals(expected, lines(ProgramBuilder.training(model, keeping), "train"));
  }

  @Test
  void stepEndsByAdvancingItsCounters() {
    ModelProgram program = training(Models.parse(Models.TINY));
    assertEquals(new Advance(4, true), calls(program, ModelProgram.TRAIN).getLast().op());
    assertEquals(new Advance(4, false), calls(program, ModelProgram.EVAL).getLast().op());
    assertEquals(
        new Gather(4, 90, 6, 5, 1, 50), calls(program, ModelProgram.TRAIN).getFirst().op());
    assertEquals(
        new SoftmaxCrossEntropy.Forward(new SoftmaxCrossEntropy(4, 3)),
        calls(program, ModelProgram.EVAL).get(6).op());
  }

  @Test
  void refusesBatchesThatNoArrayHolds() {
    ModelSpec model = Models.of("[4096, 4096, 1]", POOL.formatted("max"));
    UserException e =
        assertThrows(UserException.class, () -> ProgramBuilder.inference(model, 65, 1, 1));
    assertEquals(
        "a batch of 65 is too large for m, which makes 16777216 values of an image;"
            + " allowed: up to 64",
        e.getMessage());
    assertEquals(
        Shape.of(64, 4096, 4096, 1),
        ProgramBuilder.inference(model, 64, 1, 1).program().calls().get(1).args().get(0).shape());
    ModelSpec larger = Models.of("[2048, 2048, 1]", CONV, POOL.formatted("max"));
    e = assertThrows(UserException.class, () -> ProgramBuilder.inference(larger, 129, 1, 1));
    assertEquals(
        "a batch of 129 is too large for m, which makes 8388608 values of an image;"
            + " allowed: up to 128",
        e.getMessage());
  }

  @Test
  void describesEveryCall() {
    ModelProgram program = training(Models.parse(Models.TINY));
    List<String> lines = program.describe().lines().toList();
    assertEquals(program.program().calls().size() + 2, lines.size());
    assertTrue(lines.getFirst().startsWith("train "), lines.getFirst());
    String conv = lines.get(2);
    assertTrue(conv.startsWith("  conv2d.forward "), conv);
    assertTrue(
        conv.endsWith(
            "input [4,6,5,1], conv1.weight [3,3,1,2], conv1.bias [2] -> conv1.y [4,6,5,2]"),
        conv);
    assertTrue(conv.contains(" 0.004 MFLOP "), conv); // 2 * 4*6*5*2 * 9 = 4320
  }
}
