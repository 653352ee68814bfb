package dev.weft.bench.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Op;
import dev.weft.kernels.check.Fill;
import dev.weft.kernels.check.OpCase;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.verify.Agreement;
import dev.weft.runtime.verify.OpVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeTest {
  /** On every backend there is here, the OpenCL C written by hand included. */
  @Test
  void probesDoTheirWorkOnEveryBackend() {
    for (Op op :
        List.of(new Fma(2 * Fma.GROUP, 5), new Fma(960, 100), new Copy(1), new Copy(4099))) {
      OpCase opCase = OpCase.bounded(op).with("x", Fill.POSITIVE);
      for (Backend backend : Backends.load().all()) {
        if (backend.devices().isEmpty() || backend.name().equals("tornado")) {
          continue;
        }
        for (Agreement agreement :
            OpVerifier.verify(
                opCase,
                OpVerifier.Guards.ALL,
                program -> backend.open(backend.devices().getFirst(), program))) {
          assertTrue(agreement.agrees(), () -> backend.name() + ": " + agreement.problem());
          assertTrue(agreement.nonZero() > 0.3);
        }
      }
    }
  }

  @Test
  void costIsCounted() {
    assertEquals(2 * 192 * 10, new Fma(192, 10).cost().operations());
    assertEquals(8 * 100, new Copy(100).cost().bytes());
    assertThrows(IllegalArgumentException.class, () -> new Fma(100, 1));
  }
}
