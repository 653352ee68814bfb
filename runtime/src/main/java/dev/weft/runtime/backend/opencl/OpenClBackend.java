package dev.weft.runtime.backend.opencl;

import static org.jocl.CL.CL_PLATFORM_NOT_FOUND_KHR;

import dev.weft.kernels.Program;
import dev.weft.kernels.check.DeviceKernels;
import dev.weft.kernels.opencl.ShippedKernel;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.SignalHandlers;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jocl.CLException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the shipped OpenCL C on any OpenCL device, PoCL on the CPU included. It needs neither
 * TornadoVM nor flags of the JVM, only an OpenCL loader and a driver.
 */
public final class OpenClBackend implements Backend {
  private static final String NO_LOADER =
      "the OpenCL loader is missing: install ocl-icd-libopencl1 (Debian, Ubuntu), ocl-icd (Fedora,"
          + " Arch) or the driver of the GPU";
  private static final String NO_DRIVER =
      "no OpenCL driver is installed: install that of the GPU, or pocl-opencl-icd (Debian, Ubuntu),"
          + " pocl (Fedora, Arch) for the CPU";

  private static final String POCL = "Portable Computing Language";

  /** By device: what one session had compiled, the next need not. */
  private final Map<ClDevice, KernelCompiler> compilers = new ConcurrentHashMap<>();

  private @Nullable Search search;

  /**
   * What there is.
   *
   * @param devices GPUs first
   * @param unavailableReason why there are none
   */
  private record Search(List<ClDevice> devices, String unavailableReason) {}

  /** Looks for devices when they are first asked for: who wants another backend loads no driver. */
  private synchronized Search search() {
    Search done = search;
    if (done == null) {
      done = SignalHandlers.keep(OpenClBackend::look);
      search = done;
    }
    return done;
  }

  private static Search look() {
    List<ClDevice> devices = List.of();
    String reason = NO_DRIVER;
    try {
      if (loaderIsInstalled()) {
        devices = ClDevice.all();
        reason = devices.isEmpty() ? noDevice(ClDevice.drivers()) : "";
      } else {
        reason = NO_LOADER;
      }
    } catch (LinkageError e) {
      reason = "JOCL does not run on %s: %s".formatted(platform(), firstLine(e));
    } catch (CLException e) {
      if (e.getStatus() != CL_PLATFORM_NOT_FOUND_KHR) {
        reason = "the OpenCL driver fails: " + firstLine(e);
      }
    }
    return new Search(devices, devices.isEmpty() ? reason : "");
  }

  /** PoCL has no device where it cannot make its cache, as for a user without a home. */
  private static String noDevice(List<String> drivers) {
    if (drivers.isEmpty()) {
      return NO_DRIVER;
    }
    return "the OpenCL driver %s has no device that can be used: %s"
        .formatted(
            String.join(", ", drivers),
            drivers.contains(POCL)
                ? "it must be able to write its cache, so set POCL_CACHE_DIR to a folder in which"
                    + " you may write"
                : "see whether you may use the GPU (its files in /dev, often the groups video and"
                    + " render)");
  }

  /** JOCL itself would say on the standard output what it does not find. */
  @SuppressWarnings("restricted")
  private static boolean loaderIsInstalled() {
    String system = System.getProperty("os.name");
    String loader = System.mapLibraryName("OpenCL");
    if (system.startsWith("Mac")) {
      loader = "/System/Library/Frameworks/OpenCL.framework/OpenCL";
    } else if (system.startsWith("Linux")) {
      loader += ".1";
    }
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(loader, arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String platform() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public String name() {
    return "opencl";
  }

  /** Above {@code cpu} where there is a GPU; on a CPU OpenCL is never chosen unasked. */
  @Override
  public int preference() {
    return search().devices().stream().anyMatch(ClDevice::isGpu) ? 10 : -1;
  }

  @Override
  public String autoSkipReason() {
    return "none of its devices is a GPU";
  }

  /** Numbered as {@code clinfo} does; GPUs before others. */
  @Override
  public List<Device> devices() {
    return search().devices().stream().map(ClDevice::describe).toList();
  }

  @Override
  public String unavailableReason() {
    return search().unavailableReason();
  }

  /** Hands the driver OpenCL C with an undeclared name. */
  @Override
  public Optional<String> provokeFailure(Device device) {
    Method kernel = DeviceKernels.all().values().iterator().next();
    ShippedKernel broken =
        new ShippedKernel(
            kernel.getName(), "__kernel void %s() { undeclared = 1; }".formatted(kernel.getName()));
    try (KernelCompiler compiler = new KernelCompiler(own(device), wanted -> Optional.of(broken))) {
      compiler.compile(kernel, Optional.empty());
    } catch (UserException e) {
      String log = e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
      return Optional.of(
          log.lines()
              .filter(line -> line.contains("undeclared"))
              .findFirst()
              .map(line -> line.replaceFirst(".*(?=error:)", "").strip())
              .orElseThrow(() ->
                  new IllegalStateException(
                      "the driver rejects broken OpenCL C without a word why", e)));
    }
    throw new IllegalStateException("the driver takes broken OpenCL C");
  }

  @Override
  public OpenClSession open(Device device, Program program) {
    return open(device, program, false);
  }

  /** Opens a session that measures each of its kernels: see {@link OpenClSession#kernelTimes}. */
  @Override
  public OpenClSession openProfiled(Device device, Program program) {
    return open(device, program, true);
  }

  private OpenClSession open(Device device, Program program, boolean profiling) {
    KernelCompiler compiler =
        compilers.computeIfAbsent(own(device), it -> new KernelCompiler(it, ShippedKernel::find));
    return new OpenClSession(compiler, program, profiling);
  }

  private ClDevice own(Device device) {
    return search().devices().stream()
        .filter(candidate -> candidate.id().equals(device.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not an OpenCL device: " + device));
  }
}
