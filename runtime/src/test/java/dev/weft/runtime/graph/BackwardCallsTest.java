package dev.weft.runtime.graph;

import static dev.weft.runtime.graph.Programs.CONV;
import static dev.weft.runtime.graph.Programs.DROPOUT;
import static dev.weft.runtime.graph.Programs.POOL;
import static dev.weft.runtime.graph.Programs.RECTIFIED;
import static dev.weft.runtime.graph.Programs.RELU;
import static dev.weft.runtime.graph.Programs.lines;
import static dev.weft.runtime.graph.Programs.ops;
import static dev.weft.runtime.graph.Programs.training;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.conv2d.Conv2d;
import dev.weft.kernels.dense.Dense;
import dev.weft.kernels.dropout.Dropout;
import dev.weft.kernels.pool2d.Pool2d;
import dev.weft.kernels.relu.Relu;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which gradients are made, by which calls, and which of them mask a ReLU. */
class BackwardCallsTest {

  @Test
  void fusedReluIsMaskedByWhatMakesItsGradient() {
    ModelProgram program =
        training(
            Models.of("[8, 8, 1]", RECTIFIED, POOL.formatted("average"), CONV, CONV, RECTIFIED));
    assertEquals(
        List.of(true, false, false, true),
        ops(program, Conv2d.Forward.class).stream().map(Conv2d.Forward::relu).toList());
    assertTrue(ops(program, Pool2d.Backward.class).getFirst().reluInput());
    // Of conv4, conv3 and conv2, in this order: none of their inputs is rectified.
    assertEquals(
        List.of(false, false, false),
        ops(program, Conv2d.BackwardData.class).stream()
            .map(Conv2d.BackwardData::reluInput)
            .toList());
    // Through flatten.
    assertTrue(ops(program, Dense.BackwardData.class).getFirst().reluInput());
    assertTrue(
        lines(program, ModelProgram.TRAIN).contains("Pool2d.Backward pool1.dy conv1.y conv1.dy"));
  }

  @Test
  void convolutionAndDropoutMaskToo() {
    ModelProgram program = training(Models.of("[8, 8, 1]", RECTIFIED, DROPOUT, RECTIFIED, CONV));
    assertTrue(ops(program, Dropout.Backward.class).getFirst().reluInput());
    assertEquals(
        List.of(true, false),
        ops(program, Conv2d.BackwardData.class).stream()
            .map(Conv2d.BackwardData::reluInput)
            .toList());
  }

  @Test
  void poolsOtherThanMaxNeedNoInput() {
    ModelProgram program = training(Models.of("[8, 8, 1]", CONV, POOL.formatted("sum")));
    assertTrue(lines(program, ModelProgram.TRAIN).contains("Pool2d.Backward pool1.dy conv1.dy"));
    assertEquals(Pool2d.Kind.SUM, ops(program, Pool2d.Forward.class).getFirst().pool().kind());
  }

  @Test
  void reluOfItsOwnHasCallsOfItsOwn() {
    ModelProgram program = training(Models.of("[8, 8, 1]", CONV, POOL.formatted("max"), RELU));
    List<String> lines = lines(program, ModelProgram.TRAIN);
    assertTrue(lines.contains("Relu.Forward pool1.y relu1.y"));
    assertTrue(lines.contains("Relu.Backward relu1.y relu1.dy pool1.dy"));
    assertFalse(ops(program, Dense.BackwardData.class).getFirst().reluInput());
    assertEquals(1, ops(program, Relu.Backward.class).size());
  }

  @Test
  void nothingBeforeTheFirstParametersHasAGradient() {
    ModelProgram program =
        training(Models.of("[8, 8, 1]", POOL.formatted("max"), RELU, DROPOUT, CONV));
    List<String> backward =
        lines(program, ModelProgram.TRAIN).stream().filter(l -> l.contains("Backward")).toList();
    assertEquals(
        List.of(
            "SoftmaxCrossEntropy.Backward dense1.y target trainState dense1.dy loss hit",
            "Dense.BackwardWeights conv1.y dense1.dy dense1.dweight dense1.dbias",
            "Dense.BackwardData dense1.dy dense1.weight conv1.dy",
            "Conv2d.BackwardFilter dropout1.y conv1.dy conv1.dweight conv1.dbias"),
        backward);
  }
}
