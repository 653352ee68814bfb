package dev.weft.tornado;

import dev.weft.kernels.check.DeviceKernels;
import dev.weft.kernels.opencl.ShippedKernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;

/** Makes the OpenCL C that ships with the kernels, by means of TornadoVM. */
public final class KernelExport {
  private final TornadoDevice device;

  /**
   * Uses the first OpenCL device; the text depends on none.
   *
   * @throws IllegalStateException if TornadoVM has no OpenCL device
   */
  public KernelExport() {
    device =
        FoundDevice.all().stream()
            .map(FoundDevice::tornado)
            .filter(found -> found.getTornadoVMBackend() == TornadoVMBackendType.OPENCL)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("TornadoVM has no OpenCL device"));
  }

  /**
   * Writes all kernels to a folder, and removes from it those that there are no more.
   *
   * @param args the folder: {@code kernels/src/main/resources/dev/weft/kernels/opencl}
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("one argument is needed: the folder to write to");
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    KernelExport export = new KernelExport();
    Set<Path> written = new HashSet<>();
    for (Method kernel : DeviceKernels.all().values()) {
      Path file = folder.resolve(kernel.getName() + ".cl");
      Files.writeString(file, export.export(kernel).text());
      written.add(file);
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (file.toString().endsWith(".cl") && !written.contains(file)) {
          Files.delete(file);
        }
      }
    }
    System.out.printf("%d kernels in %s%n", written.size(), folder);
  }

  /** Compiles one kernel. */
  public ShippedKernel export(Method kernel) {
    // Nothing is executed, and kernels do not look at the length of an array.
    Object[] arrays =
        Arrays.stream(kernel.getParameterTypes())
            .map(type -> Array.newInstance(type.getComponentType(), 1))
            .toArray();
    TaskGraph graph =
        new TaskGraph("export").transferToDevice(DataTransferMode.FIRST_EXECUTION, arrays);
    graph.addTask(new KernelTask("kernel", kernel, arrays));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = System.out;
    try (TornadoExecutionPlan plan = new TornadoExecutionPlan(graph.snapshot())) {
      // TornadoVM hands out the text in no other way than this, short of files in its own folder.
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      plan.withDevice(device).withPrintKernel().withPreCompilation();
    } catch (TornadoExecutionPlanException e) {
      throw new IllegalStateException("cannot compile " + kernel, e);
    } finally {
      System.setOut(out);
    }
    return ShippedKernel.of(
        kernel, version(), KernelText.readable(printed.toString(StandardCharsets.UTF_8)));
  }

  private static String version() {
    return TornadoExecutionPlan.class.getModule().getDescriptor().rawVersion().orElse("unknown");
  }
}
