package dev.weft.runtime.verify;

import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Device;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What a result may depend on besides the program.
 *
 * @param device id of what ran it
 * @param name the device's own name
 * @param driver what drives it, with its version
 * @param backend what drives that
 * @param java version and maker of the JVM
 * @param system operating system and architecture
 * @param flags what the JVM was started with
 */
public record Surroundings(
    String device,
    String name,
    String driver,
    String backend,
    String java,
    String system,
    List<String> flags) {

  /** Those of {@code device} in this JVM. */
  public static Surroundings of(Backend backend, Device device) {
    return new Surroundings(
        device.id(),
        device.name(),
        device.hardware().driver(),
        backend.name(),
        System.getProperty("java.vm.version") + ", " + System.getProperty("java.vm.vendor"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        ManagementFactory.getRuntimeMXBean().getInputArguments());
  }
}
