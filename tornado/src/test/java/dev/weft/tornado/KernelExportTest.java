package dev.weft.tornado;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.kernels.check.DeviceKernels;
import dev.weft.kernels.opencl.ShippedKernel;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** That the OpenCL C which ships is what this TornadoVM makes of the kernels. */
final class KernelExportTest {

  @TestFactory
  Stream<DynamicTest> exportMadeAnewIsWhatShips() {
    TestDevice.require();
    KernelExport export = new KernelExport();
    return DeviceKernels.all().values().stream()
        .map(kernel ->
            DynamicTest.dynamicTest(
                kernel.getName(),
                () ->
                    assertEquals(
                        ShippedKernel.find(kernel).map(ShippedKernel::text),
                        Optional.of(export.export(kernel).text()),
                        "call tornado/export-kernels")));
  }
}
