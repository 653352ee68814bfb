package dev.weft.tornado;

import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;

/**
 * Whether the launches of a segment are captured as one CUDA graph, which is then replayed by a
 * single call of the driver ({@code TornadoExecutionPlan.withCUDAGraph}).
 *
 * <p>As TornadoVM 5.2 does it ({@code TornadoVMGraphCompiler}, {@code TornadoVMInterpreter}; its
 * drivers {@code cuda} and {@code ptx} alone return true from {@code supportsExecutionGraphs}, any
 * other fails, and {@code ptx} loses an execution, as seen on an H100): "Phase 1: Emit allocation
 * nodes outside the capture region", with the copies of FIRST_EXECUTION; then all launches are
 * captured, before anything has run; then the graph is launched, and at every later execution only
 * that. So a captured graph keeps for ever
 *
 * <ul>
 *   <li>the addresses of device memory, which therefore must never change: {@link TornadoSession}
 *       writes a buffer where it lies;
 *   <li>the addresses of host memory of copies by EVERY_EXECUTION, which a Java array does not
 *       have: a captured graph here has none;
 *   <li>the numbers of work-items and all that was compiled in: constants of a program.
 * </ul>
 *
 * <p>The write of a kernel's context is put off until the capture ends. Kernels here do not read
 * it: they take no {@code KernelContext}, and the bounds of their loops are elements of an array,
 * not lengths or scalars.
 */
final class CudaGraphs {
  /** {@code false} switches captures off, to compare or to look for an error. */
  static final String PROPERTY = "weft.tornado.cudaGraph";

  private CudaGraphs() {}

  /**
   * Decides for a device.
   *
   * @param backend what drives it
   * @param setting the value of {@link #PROPERTY}; null where it is not set
   */
  static boolean wanted(TornadoVMBackendType backend, @Nullable String setting) {
    return backend == TornadoVMBackendType.CUDA && !"false".equalsIgnoreCase(setting);
  }
}
