package dev.weft.runtime.backend.opencl;

import static org.jocl.CL.CL_DEVICE_AVAILABLE;
import static org.jocl.CL.CL_DEVICE_COMPILER_AVAILABLE;
import static org.jocl.CL.CL_DEVICE_ENDIAN_LITTLE;
import static org.jocl.CL.CL_DEVICE_EXTENSIONS;
import static org.jocl.CL.CL_DEVICE_GLOBAL_MEM_SIZE;
import static org.jocl.CL.CL_DEVICE_LOCAL_MEM_SIZE;
import static org.jocl.CL.CL_DEVICE_MAX_COMPUTE_UNITS;
import static org.jocl.CL.CL_DEVICE_MAX_MEM_ALLOC_SIZE;
import static org.jocl.CL.CL_DEVICE_MAX_WORK_GROUP_SIZE;
import static org.jocl.CL.CL_DEVICE_NAME;
import static org.jocl.CL.CL_DEVICE_NOT_FOUND;
import static org.jocl.CL.CL_DEVICE_SINGLE_FP_CONFIG;
import static org.jocl.CL.CL_DEVICE_TYPE;
import static org.jocl.CL.CL_DEVICE_TYPE_ACCELERATOR;
import static org.jocl.CL.CL_DEVICE_TYPE_ALL;
import static org.jocl.CL.CL_DEVICE_TYPE_CPU;
import static org.jocl.CL.CL_DEVICE_TYPE_GPU;
import static org.jocl.CL.CL_DEVICE_VERSION;
import static org.jocl.CL.CL_DRIVER_VERSION;
import static org.jocl.CL.CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT;
import static org.jocl.CL.CL_KERNEL_WORK_GROUP_SIZE;
import static org.jocl.CL.CL_PLATFORM_NAME;

import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Hardware;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_device_id;
import org.jocl.cl_kernel;
import org.jocl.cl_platform_id;

/**
 * A device that an OpenCL driver of this machine offers.
 *
 * @param id {@code opencl:PLATFORM:DEVICE}, numbered as {@code clinfo} does
 * @param platform the driver
 * @param handle the device
 */
record ClDevice(String id, cl_platform_id platform, cl_device_id handle) {

  /**
   * All devices that can compile and run kernels, GPUs first.
   *
   * @throws LinkageError if OpenCL or JOCL's native library cannot be loaded
   * @throws CLException if there is no driver, or one that fails
   */
  static List<ClDevice> all() {
    // Else JOCL loads whatever library lies in the folder for temporary files under its name.
    System.setProperty("uniqueLibraryNames", "true");
    CL.setExceptionsEnabled(true);
    cl_platform_id[] platforms = platforms();
    List<ClDevice> devices = new ArrayList<>();
    for (int p = 0; p < platforms.length; p++) {
      cl_device_id[] handles = handles(platforms[p]);
      for (int d = 0; d < handles.length; d++) {
        devices.add(new ClDevice("opencl:" + p + ":" + d, platforms[p], handles[d]));
      }
    }
    devices.removeIf(device -> !device.usable());
    devices.sort(Comparator.comparing(ClDevice::isGpu).reversed());
    return devices;
  }

  /**
   * The names of the drivers, whether they have devices or not; after {@link #all}.
   *
   * @throws CLException as {@link #all} does
   */
  static List<String> drivers() {
    return Arrays.stream(platforms()).map(ClDevice::name).toList();
  }

  private static cl_platform_id[] platforms() {
    int[] count = new int[1];
    CL.clGetPlatformIDs(0, null, count);
    cl_platform_id[] platforms = new cl_platform_id[count[0]];
    CL.clGetPlatformIDs(platforms.length, platforms, null);
    return platforms;
  }

  private static cl_device_id[] handles(cl_platform_id platform) {
    int[] count = new int[1];
    try {
      CL.clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, 0, null, count);
    } catch (CLException e) {
      if (e.getStatus() == CL_DEVICE_NOT_FOUND) {
        return new cl_device_id[0];
      }
      throw e;
    }
    cl_device_id[] handles = new cl_device_id[count[0]];
    CL.clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, handles.length, handles, null);
    return handles;
  }

  private boolean usable() {
    return integer(CL_DEVICE_AVAILABLE) != 0
        && integer(CL_DEVICE_COMPILER_AVAILABLE) != 0
        && integer(CL_DEVICE_ENDIAN_LITTLE) != 0;
  }

  String name() {
    return text(CL_DEVICE_NAME);
  }

  boolean isGpu() {
    return (number(CL_DEVICE_TYPE) & CL_DEVICE_TYPE_GPU) != 0;
  }

  boolean isCpu() {
    return (number(CL_DEVICE_TYPE) & CL_DEVICE_TYPE_CPU) != 0;
  }

  boolean hasDoubles() {
    return has("cl_khr_fp64");
  }

  /** Whether quotients and roots of floats can be asked for as exact as IEEE 754 wants them. */
  boolean roundsCorrectly() {
    return (number(CL_DEVICE_SINGLE_FP_CONFIG) & CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT) != 0;
  }

  private boolean has(String extension) {
    return List.of(text(CL_DEVICE_EXTENSIONS).split(" ")).contains(extension);
  }

  /** What the user sees of it. */
  Device describe() {
    Hardware hardware =
        new Hardware(
            type(),
            "%s %s, %s".formatted(name(platform), text(CL_DRIVER_VERSION), openClVersion()),
            OptionalLong.of(number(CL_DEVICE_GLOBAL_MEM_SIZE)),
            OptionalLong.of(number(CL_DEVICE_MAX_MEM_ALLOC_SIZE)),
            OptionalLong.of(number(CL_DEVICE_LOCAL_MEM_SIZE)),
            OptionalInt.of(integer(CL_DEVICE_MAX_COMPUTE_UNITS)),
            OptionalLong.of(number(CL_DEVICE_MAX_WORK_GROUP_SIZE)),
            Optional.of(has("cl_khr_fp16")),
            Optional.of(hasDoubles()));
    return new Device(id, name(), hardware);
  }

  /** {@code OpenCL 3.0}, without what vendors say after it. */
  private String openClVersion() {
    String[] words = text(CL_DEVICE_VERSION).split(" ", 3);
    return words.length < 2 ? words[0] : words[0] + " " + words[1];
  }

  private Hardware.Type type() {
    long type = number(CL_DEVICE_TYPE);
    if ((type & CL_DEVICE_TYPE_GPU) != 0) {
      return Hardware.Type.GPU;
    }
    if ((type & CL_DEVICE_TYPE_CPU) != 0) {
      return Hardware.Type.CPU;
    }
    return (type & CL_DEVICE_TYPE_ACCELERATOR) != 0
        ? Hardware.Type.ACCELERATOR
        : Hardware.Type.OTHER;
  }

  private static String name(cl_platform_id platform) {
    long[] size = new long[1];
    CL.clGetPlatformInfo(platform, CL_PLATFORM_NAME, 0, null, size);
    byte[] bytes = new byte[(int) size[0]];
    CL.clGetPlatformInfo(platform, CL_PLATFORM_NAME, bytes.length, Pointer.to(bytes), null);
    return withoutEnd(bytes);
  }

  private String text(int parameter) {
    long[] size = new long[1];
    CL.clGetDeviceInfo(handle, parameter, 0, null, size);
    byte[] bytes = new byte[(int) size[0]];
    CL.clGetDeviceInfo(handle, parameter, bytes.length, Pointer.to(bytes), null);
    return withoutEnd(bytes);
  }

  private static String withoutEnd(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace("\0", "").strip();
  }

  private int integer(int parameter) {
    int[] value = new int[1];
    CL.clGetDeviceInfo(handle, parameter, Integer.BYTES, Pointer.to(value), null);
    return value[0];
  }

  private long number(int parameter) {
    long[] value = new long[1];
    CL.clGetDeviceInfo(handle, parameter, Long.BYTES, Pointer.to(value), null);
    return value[0];
  }

  /** Work-items that may be in one group of {@code kernel} here. */
  long mostItems(cl_kernel kernel) {
    long[] value = new long[1];
    CL.clGetKernelWorkGroupInfo(
        kernel, handle, CL_KERNEL_WORK_GROUP_SIZE, Long.BYTES, Pointer.to(value), null);
    return value[0];
  }
}
