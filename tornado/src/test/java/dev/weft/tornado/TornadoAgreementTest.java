package dev.weft.tornado;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.check.OpCases;
import dev.weft.runtime.verify.Agreement;
import dev.weft.runtime.verify.OpVerifier;
import dev.weft.runtime.verify.OpVerifier.Guards;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of every op, compiled by TornadoVM, against the reference. */
final class TornadoAgreementTest {

  @TestFactory
  Stream<DynamicTest> everyOpAgreesWithTheReference() {
    TestDevice.require();
    return Stream.concat(OpCases.all().stream(), OpCases.notNumbers().stream())
        .map(opCase -> DynamicTest.dynamicTest(opCase.label(), () -> check(opCase)));
  }

  private static void check(OpCase opCase) {
    List<Agreement> agreements =
        OpVerifier.verify(opCase, Guards.ALL, TestDevice::open, TestDevice.kept());
    assertFalse(agreements.isEmpty(), "an op without outputs proves nothing");
    for (Agreement agreement : agreements) {
      assertTrue(agreement.agrees(), agreement::problem);
    }
  }
}
