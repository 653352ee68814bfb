package dev.weft.runtime.backend.opencl;

import static org.jocl.CL.CL_PLATFORM_NOT_FOUND_KHR;

import dev.weft.kernels.Program;
import dev.weft.kernels.opencl.ShippedKernel;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Device;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jocl.CLException;

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

  private final List<ClDevice> found;

  /** By device: what one session had compiled, the next need not. */
  private final Map<ClDevice, KernelCompiler> compilers = new ConcurrentHashMap<>();

  private final String obstacle;

  /** Looks for devices. */
  public OpenClBackend() {
    List<ClDevice> devices = List.of();
    String reason = NO_DRIVER;
    try {
      if (loaderIsInstalled()) {
        devices = ClDevice.all();
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
    found = devices;
    obstacle = devices.isEmpty() ? reason : "";
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
    return found.stream().anyMatch(ClDevice::isGpu) ? 10 : -1;
  }

  /** {@code opencl}, the first device, GPUs before others; then all by their numbers. */
  @Override
  public List<Device> devices() {
    List<Device> devices = new ArrayList<>();
    found.stream().limit(1).forEach(device -> devices.add(device.describe(name())));
    found.forEach(device -> devices.add(device.describe(device.id())));
    return devices;
  }

  /** Why there is no device, and what to install; empty where there is one. */
  public String obstacle() {
    return obstacle;
  }

  @Override
  public OpenClSession open(Device device, Program program) {
    return open(device, program, false);
  }

  /** Opens a session that measures its kernels: see {@link OpenClSession#kernelTimes}. */
  public OpenClSession openProfiled(Device device, Program program) {
    return open(device, program, true);
  }

  private OpenClSession open(Device device, Program program, boolean profiling) {
    String id = name() + ":" + device.properties().get("number");
    ClDevice own =
        found.stream()
            .filter(candidate -> candidate.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("not an OpenCL device: " + device));
    KernelCompiler compiler =
        compilers.computeIfAbsent(own, it -> new KernelCompiler(it, ShippedKernel::find));
    return new OpenClSession(compiler, program, profiling);
  }
}
