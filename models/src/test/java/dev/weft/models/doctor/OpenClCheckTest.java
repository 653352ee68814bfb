package dev.weft.models.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of drivers that are registered. */
class OpenClCheckTest {
  @TempDir private Path folder;

  @Test
  void aDriverWhoseLibraryIsGoneIsNamed() throws IOException {
    Files.writeString(folder.resolve("gone.icd"), "libgone.so.1\n");
    List<Finding> findings = OpenClCheck.drivers(folder);
    assertEquals(1, findings.size());
    Finding finding = findings.getFirst();
    assertEquals(Finding.Status.WARN, finding.status());
    assertEquals("gone.icd", finding.what());
    assertEquals("names libgone.so.1, which cannot be loaded", finding.found());
    assertEquals("reinstall that driver, or remove " + folder.resolve("gone.icd"), finding.mend());
  }

  @Test
  void noDriverIsNoFailure() {
    for (Path none : List.of(folder, folder.resolve("nowhere"))) {
      List<Finding> findings = OpenClCheck.drivers(none);
      assertEquals(1, findings.size());
      assertEquals(Finding.Status.WARN, findings.getFirst().status());
      assertTrue(findings.getFirst().mend().contains("pocl-opencl-icd"));
    }
  }

  @Test
  void driversAreLookedForWhereTheLoaderDoes() {
    assertEquals(Path.of("/etc/OpenCL/vendors"), OpenClCheck.vendors(Map.of()));
    assertEquals(Path.of("/a"), OpenClCheck.vendors(Map.of("OCL_ICD_VENDORS", "/a")));
    assertEquals(
        Path.of("/b"),
        OpenClCheck.vendors(Map.of("OCL_ICD_VENDORS", "", "OPENCL_VENDOR_PATH", "/b")));
  }
}
