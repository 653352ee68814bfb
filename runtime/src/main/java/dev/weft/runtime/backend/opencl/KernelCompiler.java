package dev.weft.runtime.backend.opencl;

import static org.jocl.CL.CL_CONTEXT_PLATFORM;

import dev.weft.kernels.opencl.ShippedKernel;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.SignalHandlers;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_kernel;
import org.jocl.cl_program;

/**
 * Compiles shipped kernels for one device, each once for every shape that it is made for. Several
 * threads may use it.
 */
final class KernelCompiler implements AutoCloseable {
  private final ClDevice device;
  private final Function<Method, Optional<ShippedKernel>> shipped;
  private final Handles handles = new Handles();
  private final cl_context context;
  private final Map<Key, cl_program> programs = new HashMap<>();

  private record Key(Method kernel, Optional<List<Integer>> shape) {}

  /**
   * Opens the device.
   *
   * @param shipped finds the OpenCL C of a kernel
   * @throws UserException if the driver does not let it be used
   */
  KernelCompiler(ClDevice device, Function<Method, Optional<ShippedKernel>> shipped) {
    this.device = device;
    this.shipped = shipped;
    cl_context_properties properties = new cl_context_properties();
    properties.addProperty(CL_CONTEXT_PLATFORM, device.platform());
    cl_device_id[] devices = {device.handle()};
    try {
      context =
          handles.own(
              CL.clCreateContext(properties, 1, devices, null, null, null), CL::clReleaseContext);
    } catch (CLException e) {
      throw new UserException(
          "%s (%s) cannot be used: %s; use another --device, such as cpu"
              .formatted(device.id(), device.name(), e.getMessage()),
          e);
    }
  }

  ClDevice device() {
    return device;
  }

  /** Where the kernels can be run. */
  cl_context context() {
    return context;
  }

  /**
   * A kernel with none of its arguments set, for the caller to release.
   *
   * @param shape the only shape that it will be launched with; empty where it is to read its shape
   * @throws UserException if no OpenCL C ships of the kernel, or if the driver rejects it, whose
   *     log is then the message of the cause
   */
  synchronized cl_kernel compile(Method kernel, Optional<List<Integer>> shape) {
    handles.checkOpen();
    cl_program program =
        programs.computeIfAbsent(
            new Key(kernel, shape), key -> SignalHandlers.keep(() -> build(key)));
    return CL.clCreateKernel(program, kernel.getName(), null);
  }

  private cl_program build(Key key) {
    String name = key.kernel().getName();
    ShippedKernel source =
        shipped
            .apply(key.kernel())
            .orElseThrow(() ->
                new UserException(
                    "no OpenCL C ships of kernel %s; use another --device, such as cpu"
                        .formatted(name)));
    String[] text = {
      device.hasDoubles() ? "" : "#define double float\n",
      device.isCpu() ? ShippedKernel.LONG_INDEXES + ShippedKernel.WHOLE_VECTORS : "",
      key.shape().map(ShippedKernel::shape).orElse(""),
      source.text()
    };
    cl_program program =
        handles.own(
            CL.clCreateProgramWithSource(context, text.length, text, null, null),
            CL::clReleaseProgram);
    try {
      CL.clBuildProgram(program, 1, new cl_device_id[] {device.handle()}, options(), null, null);
    } catch (CLException e) {
      // JOCL's message is the error's name and the driver's log.
      throw new UserException(
          "the driver of %s (%s) rejects kernel %s: %s; use another --device, such as cpu"
              .formatted(device.id(), device.name(), name, CL.stringFor_errorCode(e.getStatus())),
          e);
    }
    return program;
  }

  /** IEEE arithmetic; products and sums are left to the driver to fuse. */
  private String options() {
    return device.roundsCorrectly()
        ? "-cl-std=CL1.2 -cl-fp32-correctly-rounded-divide-sqrt"
        : "-cl-std=CL1.2";
  }

  @Override
  public synchronized void close() {
    handles.close();
  }
}
