package dev.weft.kernels.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Launch;
import dev.weft.kernels.check.DeviceKernels;
import dev.weft.kernels.relu.ReluKernels;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** That the OpenCL C which ships is that of the kernels as they are. */
final class ShippedKernelTest {
  private static final String REMEDY =
      "; where TornadoVM is installed, call tornado/export-kernels";

  @TestFactory
  Stream<DynamicTest> everyKernelShipsAsItIs() {
    return DeviceKernels.all().values().stream()
        .map(kernel -> DynamicTest.dynamicTest(kernel.getName(), () -> check(kernel)));
  }

  private static void check(Method kernel) {
    ShippedKernel shipped =
        ShippedKernel.find(kernel)
            .orElseThrow(() -> new AssertionError("no OpenCL C ships of " + kernel + REMEDY));
    assertTrue(shipped.isMadeOf(kernel), () -> "the OpenCL C is older than " + kernel + REMEDY);
    assertTrue(shipped.text().contains("__kernel void " + kernel.getName() + "("));
    assertTrue(shipped.text().contains("SHAPE(0)"), "the shape is not read");
  }

  @Test
  void nothingElseShips() throws IOException, URISyntaxException {
    Path folder = Path.of(ShippedKernel.class.getResource("reluForward.cl").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> shipped =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".cl"))
              .map(name -> name.substring(0, name.length() - ".cl".length()))
              .collect(Collectors.toSet());
      assertEquals(DeviceKernels.all().keySet(), shipped);
    }
  }

  @Test
  void everyKernelTakesItsShapeLast() {
    for (Launch launch : DeviceKernels.launches().toList()) {
      assertTrue(
          launch.args().getLast() instanceof Launch.Constants, () -> launch.kernel().toString());
    }
  }

  @Test
  void codeOfAnotherKernelIsNotTakenForIts() throws NoSuchMethodException {
    Method forward =
        ReluKernels.class.getMethod("reluForward", float[].class, float[].class, int[].class);
    Method backward =
        ReluKernels.class.getMethod(
            "reluBackward", float[].class, float[].class, float[].class, int[].class);
    ShippedKernel shipped = ShippedKernel.of(backward, "1.0", "code");
    assertTrue(shipped.isMadeOf(backward));
    assertFalse(shipped.isMadeOf(forward));
    assertFalse(new ShippedKernel("reluForward", "no header").isMadeOf(forward));
  }

  @Test
  void shapeBecomesConstants() {
    assertEquals(
        """
        #define SHAPE(i) SHAPE_##i
        #define SHAPE_0 (128)
        #define SHAPE_1 (-7)
        """,
        ShippedKernel.shape(List.of(128, -7)));
  }
}
