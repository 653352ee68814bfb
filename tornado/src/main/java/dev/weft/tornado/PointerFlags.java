package dev.weft.tornado;

import dev.weft.kernels.Grain;
import dev.weft.kernels.Launch;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoDeviceType;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.exceptions.TornadoInternalError;

/**
 * Options for OpenCL's compiler with which the addresses in TornadoVM's text are pointers.
 *
 * <p>TornadoVM computes addresses in variables of type {@code ulong}, on whose origin LLVM's
 * vectorisers give up: see {@link VectorText}. It declares nothing else of that type here, so that
 * {@code ulong} may well mean a pointer to bytes. But PoCL's own header is read before the text
 * under the same options, and needs the type. So the macro makes a name out of one that this header
 * defines, as empty, when it is nearly through. Before, {@code ulong} is {@code
 * WEFT___X86_IMAGE_H__}, which the header makes a type of 64 bits; afterwards it is {@code WEFT_},
 * the pointer.
 */
final class PointerFlags {
  private static final String MACROS =
      String.join(
          " ",
          "-DWEFT_JOIN(x)=WEFT_##x",
          "-DWEFT_NAME(x)=WEFT_JOIN(x)",
          "-DWEFT_=__typeof__((__global/**/uchar*)0)",
          "-Dulong=WEFT_NAME(__X86_IMAGE_H__)");

  private PointerFlags() {}

  /** The options, where {@code device} is a CPU whose driver takes them; tried on a kernel. */
  static Optional<String> of(TornadoDevice device) {
    if (device.getTornadoVMBackend() != TornadoVMBackendType.OPENCL
        || device.getDeviceType() != TornadoDeviceType.CPU) {
      return Optional.empty();
    }
    String flags = System.getProperty("tornado.opencl.compiler.flags", "") + " " + MACROS;
    Launch launch = Anchor.launch();
    Graph.Builder graph = new Graph.Builder("pointers");
    float[] count = {0};
    int[] shape = {1};
    graph.owns(count);
    graph.owns(shape);
    Object[] args = {count, shape};
    graph.launch("pointers", launch.kernel(), launch.items(), Grain.ofCpu(), args);
    PrintStream errors = System.err;
    try (TornadoExecutionPlan plan = new TornadoExecutionPlan(graph.build().tasks())) {
      // TornadoVM prints what the driver says, which is no concern of the user's.
      System.setErr(new PrintStream(OutputStream.nullOutputStream()));
      plan.withDevice(device)
          .withCompilerFlags(TornadoVMBackendType.OPENCL, flags)
          .withPreCompilation();
      return Optional.of(flags);
    } catch (RuntimeException | TornadoInternalError | TornadoExecutionPlanException e) {
      return Optional.empty();
    } finally {
      System.setErr(errors);
    }
  }
}
