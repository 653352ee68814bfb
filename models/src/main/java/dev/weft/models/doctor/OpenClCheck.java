package dev.weft.models.doctor;

import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** OpenCL: the loader, and the drivers that it is told of. */
final class OpenClCheck {
  private static final String AREA = "opencl";
  private static final Path VENDORS = Path.of("/etc/OpenCL/vendors");

  private OpenClCheck() {}

  static List<Finding> findings(Map<String, String> environment, Backends backends) {
    List<Finding> findings = new ArrayList<>();
    String reason =
        backends.named("opencl").map(Backend::unavailableReason).orElse("no such backend");
    if (!reason.isEmpty()) {
      int colon = reason.indexOf(": ");
      findings.add(
          Finding.warn(
              AREA,
              "devices",
              colon < 0 ? reason : reason.substring(0, colon),
              colon < 0 ? "reinstall the driver" : reason.substring(colon + 2)));
    } else {
      findings.add(Finding.ok(AREA, "loader", "works"));
    }
    // Elsewhere the system itself knows the drivers.
    if (System.getProperty("os.name").equals("Linux")) {
      findings.addAll(drivers(vendors(environment)));
    }
    return findings;
  }

  /** Where the loader looks for drivers: ocl-icd's variable, then Khronos' one, then the folder. */
  static Path vendors(Map<String, String> environment) {
    return Stream.of("OCL_ICD_VENDORS", "OPENCL_VENDOR_PATH")
        .map(environment::get)
        .flatMap(value -> Optional.ofNullable(value).stream())
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .findFirst()
        .orElse(VENDORS);
  }

  /** A line for each {@code .icd} file, which names a driver's library. */
  static List<Finding> drivers(Path folder) {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
      all.filter(file -> file.toString().endsWith(".icd")).sorted().forEach(files::add);
    } catch (IOException e) {
      return List.of(Finding.warn(AREA, "drivers", "cannot read " + folder, "make it readable"));
    }
    if (files.isEmpty()) {
      return List.of(
          Finding.warn(
              AREA,
              "drivers",
              "none in " + folder,
              "install that of the GPU, or pocl-opencl-icd for the CPU"));
    }
    return files.stream().map(OpenClCheck::driver).toList();
  }

  @SuppressWarnings("restricted")
  private static Finding driver(Path file) {
    String what = String.valueOf(file.getFileName());
    try (Arena arena = Arena.ofConfined()) {
      String library = Files.readString(file).strip();
      try {
        // Loaded by now if it works: nothing new comes into the process.
        SymbolLookup.libraryLookup(library, arena);
        return Finding.ok(AREA, what, library);
      } catch (IllegalArgumentException e) {
        return Finding.warn(
            AREA,
            what,
            "names %s, which cannot be loaded".formatted(library),
            "reinstall that driver, or remove " + file);
      }
    } catch (IOException e) {
      return Finding.warn(AREA, what, "cannot be read", "make " + file + " readable");
    }
  }
}
