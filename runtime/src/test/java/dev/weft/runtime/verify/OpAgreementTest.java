package dev.weft.runtime.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Grain;
import dev.weft.kernels.Op;
import dev.weft.kernels.Ops;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.check.OpCases;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.TestDevice;
import dev.weft.runtime.verify.OpVerifier.Guards;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of every op, on every backend of this module, against the reference. */
final class OpAgreementTest {

  @TestFactory
  Stream<DynamicTest> everyBackendAgreesWithTheReference() {
    return Backends.load().all().stream()
        .flatMap(backend ->
            Stream.concat(OpCases.all().stream(), OpCases.notNumbers().stream())
                .map(opCase ->
                    DynamicTest.dynamicTest(
                        backend.name() + " " + opCase.label(), () -> check(backend, opCase))));
  }

  private static void check(Backend backend, OpCase opCase) {
    Device device = TestDevice.of(backend);
    MismatchFolder kept =
        new MismatchFolder(Path.of("target/mismatch"), Surroundings.of(backend, device));
    for (Guards guards : Guards.values()) {
      List<Agreement> agreements =
          OpVerifier.verify(opCase, guards, program -> backend.open(device, program), kept);
      assertFalse(agreements.isEmpty(), "an op without outputs proves nothing");
      for (Agreement agreement : agreements) {
        assertTrue(agreement.agrees(), agreement::problem);
        if (opCase.mostlyZero().isEmpty()) {
          assertTrue(
              agreement.nonZero() >= 0.3,
              () -> agreement.output() + " is mostly zero: " + agreement.nonZero());
        }
      }
    }
  }

  /** A bound that lets zeros pass proves nothing. */
  @Test
  void zerosAgreeWithNoCase() {
    for (OpCase opCase : OpCases.all()) {
      Op op = opCase.op();
      HostArgs inputs = opCase.inputs(42);
      for (int slot = 0; slot < op.slots().size(); slot++) {
        Slot formal = op.slots().get(slot);
        if (formal.access().writes() && formal.type() == DType.F32) {
          float[] zeros = new float[formal.shape().size()];
          Agreement agreement = Agreement.of(op, slot, inputs, zeros, opCase.exact());
          assertTrue(
              agreement.nonZero() == 0 || !agreement.agrees(),
              () -> opCase.label() + ": " + formal.name() + " may be all zero");
        }
      }
    }
  }

  @Test
  void everyOpHasCasesAndBothForms() {
    Set<Class<?>> covered = new HashSet<>();
    for (OpCase opCase : OpCases.all()) {
      Op op = opCase.op();
      covered.add(op.getClass());
      List<Tensor> tensors = op.slots().stream().map(OpAgreementTest::tensor).toList();
      for (Grain grain : Grain.values()) {
        DeviceArgs args = new DeviceArgs(op.slots(), tensors, grain);
        assertFalse(op.launches(args).isEmpty(), op.name());
      }
    }
    assertEquals(new HashSet<>(Ops.ALL), covered);
  }

  private static Tensor tensor(Slot slot) {
    return new Buffer(slot.name(), slot.type(), slot.shape().size()).tensor(slot.shape());
  }
}
