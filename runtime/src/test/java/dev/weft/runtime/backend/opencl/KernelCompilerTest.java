package dev.weft.runtime.backend.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.opencl.ShippedKernel;
import dev.weft.kernels.relu.ReluKernels;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.TestDevice;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jocl.CL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of shipped OpenCL C, good or bad. */
final class KernelCompilerTest {
  private static final Optional<List<Integer>> ANY = Optional.empty();

  private int found;

  @BeforeAll
  static void requireDevice() {
    TestDevice.of(new OpenClBackend());
  }

  private KernelCompiler compiler(String text) {
    return new KernelCompiler(
        ClDevice.all().getFirst(),
        kernel -> {
          found++;
          return Optional.of(new ShippedKernel(kernel.getName(), text));
        });
  }

  private static Method relu() throws NoSuchMethodException {
    return ReluKernels.class.getMethod("reluForward", float[].class, float[].class, int[].class);
  }

  private static void compileAndRelease(KernelCompiler compiler, Optional<List<Integer>> shape)
      throws NoSuchMethodException {
    CL.clReleaseKernel(compiler.compile(relu(), shape));
  }

  @Test
  void eachShapeIsCompiledOnce() throws NoSuchMethodException {
    try (KernelCompiler compiler = compiler(ShippedKernel.find(relu()).orElseThrow().text())) {
      compileAndRelease(compiler, Optional.of(List.of(3, 0, 0)));
      compileAndRelease(compiler, Optional.of(List.of(3, 0, 0)));
      assertEquals(1, found);
      compileAndRelease(compiler, Optional.of(List.of(4, 0, 0)));
      compileAndRelease(compiler, ANY);
      compileAndRelease(compiler, ANY);
      assertEquals(3, found);
    }
  }

  @Test
  void rejectedKernelComesWithTheDriversLog() throws NoSuchMethodException {
    try (KernelCompiler compiler = compiler("__kernel void reluForward() { undeclared = 1; }")) {
      Method relu = relu();
      UserException failure = assertThrows(UserException.class, () -> compiler.compile(relu, ANY));
      assertEquals(1, failure.getMessage().lines().count());
      assertTrue(
          failure.getMessage().contains("rejects kernel reluForward: CL_BUILD_PROGRAM_FAILURE"),
          failure::getMessage);
      assertTrue(String.valueOf(failure.getCause()).contains("undeclared"), "no log");
    }
  }

  @Test
  void kernelThatDoesNotShipIsNamed() throws NoSuchMethodException {
    try (KernelCompiler compiler =
        new KernelCompiler(ClDevice.all().getFirst(), kernel -> Optional.empty())) {
      Method relu = relu();
      UserException failure = assertThrows(UserException.class, () -> compiler.compile(relu, ANY));
      assertTrue(failure.getMessage().contains("kernel reluForward"), failure::getMessage);
    }
  }

  @Test
  void closedCompilerIsRejected() throws NoSuchMethodException {
    KernelCompiler compiler = compiler("");
    compiler.close();
    compiler.close();
    Method relu = relu();
    assertThrows(IllegalStateException.class, () -> compiler.compile(relu, ANY));
  }
}
