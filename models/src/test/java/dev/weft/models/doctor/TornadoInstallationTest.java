package dev.weft.models.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How TornadoVM is found on a machine. */
class TornadoInstallationTest {
  @TempDir private Path folder;

  private Path install(String place) throws IOException {
    Path home = folder.resolve(place);
    Path modules = Files.createDirectories(home.resolve("share/java/tornado"));
    for (String jar :
        List.of(
            "tornado-drivers-common-5.2.0-jdk25.jar",
            "tornado-drivers-opencl-5.2.0-jdk25.jar",
            "tornado-drivers-opencl-jni-5.2.0-jdk25-libs.jar",
            "tornado-drivers-cuda-5.2.0-jdk25.jar")) {
      Files.createFile(modules.resolve(jar));
    }
    Files.createDirectories(home.resolve("etc"));
    Files.writeString(home.resolve("etc/tornado.release"), "version=5.2.0-jdk25\nbranch=x\n");
    return home;
  }

  @Test
  void sdkmansIsFound() throws IOException {
    Map<String, String> environment = Map.of("HOME", folder.toString());
    assertFalse(TornadoInstallation.find(environment).exists());
    assertTrue(
        TornadoInstallation.find(environment)
            .whyNotStarted()
            .startsWith("TornadoVM is not installed: install it with SDKMAN"));
    Path home = install(".sdkman/candidates/tornadovm/current");
    TornadoInstallation found = TornadoInstallation.find(environment);
    assertTrue(found.exists());
    assertEquals(home, found.home());
    assertEquals("5.2.0-jdk25", found.version());
    assertEquals(List.of("cuda", "opencl"), found.flavours());
    assertTrue(found.whyNotStarted().contains("this JVM was started without it"));
  }

  @Test
  void theVariableGoesFirst() throws IOException {
    install(".sdkman/candidates/tornadovm/current");
    TornadoInstallation wrong =
        TornadoInstallation.find(
            Map.of("HOME", folder.toString(), "TORNADOVM_HOME", folder + "/other"));
    assertFalse(wrong.exists());
    assertTrue(
        wrong.whyNotStarted().startsWith("TORNADOVM_HOME is " + folder + "/other, where no"));
    assertEquals(
        install("other"),
        TornadoInstallation.find(
                Map.of("HOME", folder.toString(), "TORNADOVM_HOME", folder + "/other"))
            .home());
  }
}
