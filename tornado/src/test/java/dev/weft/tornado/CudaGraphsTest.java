package dev.weft.tornado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;

final class CudaGraphsTest {

  /** On the others TornadoVM throws as soon as a captured graph is executed; on ptx it errs. */
  @Test
  void onlyTheDriverOfCudaCaptures() {
    Set<TornadoVMBackendType> capturing =
        Stream.of(TornadoVMBackendType.values())
            .filter(backend -> CudaGraphs.wanted(backend, null))
            .collect(Collectors.toSet());
    assertEquals(EnumSet.of(TornadoVMBackendType.CUDA), capturing);
  }

  @Test
  void theyCanBeSwitchedOffAndNotForcedOn() {
    assertFalse(CudaGraphs.wanted(TornadoVMBackendType.CUDA, "false"));
    assertFalse(CudaGraphs.wanted(TornadoVMBackendType.CUDA, "False"));
    assertTrue(CudaGraphs.wanted(TornadoVMBackendType.CUDA, "true"));
    assertFalse(CudaGraphs.wanted(TornadoVMBackendType.PTX, "true"));
    assertFalse(CudaGraphs.wanted(TornadoVMBackendType.OPENCL, "true"));
  }
}
