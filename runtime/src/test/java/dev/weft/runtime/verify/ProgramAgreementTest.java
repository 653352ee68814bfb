package dev.weft.runtime.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.TestDevice;
import dev.weft.runtime.graph.AugmentSpec;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.OptimizerSpec;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A whole training step of a model with every kind of layer, call by call, on every backend. */
final class ProgramAgreementTest {
  private static final String MODEL =
      """
      {"name": "all-layers", "description": "every kind of layer", "input": [12, 10, 1], "layers": [
        {"type": "conv2d", "filters": 6, "kernel": 3, "padding": "same", "activation": "relu"},
        {"type": "conv2d", "filters": 9, "kernel": [2, 3], "padding": "valid"},
        {"type": "relu"},
        {"type": "pool", "kind": "max", "size": 2, "stride": 2},
        {"type": "dropout", "rate": 0.25},
        {"type": "conv2d", "filters": 8, "kernel": 3, "stride": 2, "padding": "same", "activation": "relu"},
        {"type": "pool", "kind": "average", "size": 2, "stride": 1},
        {"type": "pool", "kind": "sum", "size": 1, "stride": 1},
        {"type": "flatten"},
        {"type": "dense", "units": 17, "activation": "relu"},
        {"type": "dropout", "rate": 0.5},
        {"type": "dense", "units": 10, "activation": "softmax"}]}
      """;

  /** The last two convolutions have no pool between them and what flattens them. */
  private static final String FLATTENED_CONVOLUTION =
      """
      {"name": "flattened", "description": "", "input": [8, 9, 1], "layers": [
        {"type": "conv2d", "filters": 5, "kernel": 3, "padding": "same", "activation": "relu"},
        {"type": "conv2d", "filters": 8, "kernel": 3, "padding": "same", "activation": "relu"},
        {"type": "conv2d", "filters": 7, "kernel": [3, 2], "padding": "same"},
        {"type": "flatten"},
        {"type": "dense", "units": 4, "activation": "softmax"}]}
      """;

  private static final int BATCH = 13;

  @TestFactory
  Stream<DynamicTest> everyCallOfAStepAgrees() {
    return Backends.load().all().stream()
        .filter(backend -> !backend.name().equals("reference"))
        .flatMap(backend ->
            OptimizerSpec.names().stream()
                .map(optimizer ->
                    DynamicTest.dynamicTest(
                        backend.name() + " " + optimizer,
                        () -> check(backend, MODEL, optimizer, AugmentSpec.NONE))));
  }

  @TestFactory
  Stream<DynamicTest> aConvolutionMayBeFlattened() {
    return Backends.load().all().stream()
        .filter(backend -> !backend.name().equals("reference"))
        .map(backend ->
            DynamicTest.dynamicTest(
                backend.name(),
                () -> check(backend, FLATTENED_CONVOLUTION, "sgd", AugmentSpec.NONE)));
  }

  @TestFactory
  Stream<DynamicTest> stepsOnAugmentedImagesAgree() {
    return Backends.load().all().stream()
        .filter(backend -> !backend.name().equals("reference"))
        .map(backend ->
            DynamicTest.dynamicTest(
                backend.name(), () -> check(backend, MODEL, "adadelta", AugmentSpec.parse("all"))));
  }

  private static void check(Backend backend, String model, String optimizer, AugmentSpec augment) {
    Device device = TestDevice.of(backend);
    ModelStep step = ModelStep.of(ModelSpec.parse(model, "test"), BATCH, optimizer, augment, 5);
    ProgramVerifier.Report report =
        ProgramVerifier.report(
            step.program(),
            step::fill,
            step.seed(),
            program -> backend.open(device, program),
            new MismatchFolder(Path.of("target/mismatch"), Surroundings.of(backend, device)));
    for (ProgramVerifier.Row row : report.rows()) {
      assertTrue(
          row.isolated().agrees(),
          () -> row.op() + " " + row.tensor() + ": " + row.isolated().problem());
      // Not a proof, but a wrong operand in the chain shows at once: values are of order 1.
      assertTrue(row.chained() < 1e-3, () -> row.op() + " " + row.tensor() + ": " + row.chained());
    }
    assertEquals(
        step.program().calls().size(),
        report.rows().stream().map(ProgramVerifier.Row::call).distinct().count());
    assertEquals("", report.atOnce());
  }
}
