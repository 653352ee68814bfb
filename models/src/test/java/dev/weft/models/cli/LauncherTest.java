package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script {@code weft} in a folder that looks like a bundle, with a program in place of Java
 * that only tells how it is called.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeBundle() throws IOException {
    executable("weft", Files.readString(Path.of("../weft")));
    executable("jre/bin/java", "#!/bin/sh\necho \"LC_ALL=${LC_ALL:-}\"\necho \"$*\"\n");
    for (String jar : List.of("drivers-common", "drivers-opencl", "drivers-opencl-jni", "api")) {
      Path file = folder.resolve("tornadovm/share/java/tornado/tornado-" + jar + "-5.2.0.jar");
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private void executable(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Called(int code, String out, List<String> err) {
    boolean withTornado() {
      return out.contains("--module-path");
    }
  }

  private Called weft(Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(folder.resolve("weft").toString());
    builder.command().addAll(List.of(arguments));
    builder
        .environment()
        .keySet()
        .removeIf(
            name -> name.startsWith("WEFT_") || name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().putAll(variables);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Called(process.exitValue(), Files.readString(out), Files.readAllLines(err));
  }

  @ParameterizedTest
  @CsvSource({
    "LANG, C, C.UTF-8",
    "LC_ALL, POSIX, C.UTF-8",
    "LC_CTYPE, '', C.UTF-8",
    "LC_ALL, C.UTF-8, C.UTF-8",
    "LANG, C.UTF-8, ''"
  })
  void namesOfFilesMayBeOtherThanAsciiInAnyLocale(String variable, String value, String expected)
      throws Exception {
    Called called = weft(Map.of(variable, value), "models");
    assertEquals(0, called.code(), called.err().toString());
    assertEquals("LC_ALL=" + expected, called.out().lines().findFirst().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--device=tornado", "--device=Tornado", "--device=cpu,TORNADO:0:0"})
  void aDeviceOfTornadoMayBeWrittenInCapitals(String device) throws Exception {
    assertTrue(weft(Map.of(), "bench", device).withTornado());
  }

  @Test
  void otherDevicesNeedNoTornado() throws Exception {
    assertFalse(weft(Map.of("WEFT_TORNADO", "1"), "train", "--device", "CPU").withTornado());
    assertTrue(weft(Map.of("WEFT_TORNADO", "1"), "train", "--device", "Auto").withTornado());
  }

  @Test
  void aDriverThatIsNotThereIsOneLine() throws Exception {
    Map<String, String> variables = Map.of("WEFT_TORNADO_DRIVERS", "ptx");
    String line = "weft: WEFT_TORNADO_DRIVERS=ptx names no driver that is here (opencl)";
    Called needed = weft(variables, "train", "--device", "tornado");
    assertEquals(1, needed.code());
    assertEquals(List.of(line), needed.err());
    assertEquals("", needed.out());

    Called wished = weft(variables, "devices");
    assertEquals(0, wished.code());
    assertEquals(List.of(line + "; it goes on without TornadoVM"), wished.err());
    assertFalse(wished.withTornado());
  }

  @Test
  void driversThatAreThereAreTaken() throws Exception {
    Called called = weft(Map.of("WEFT_TORNADO_DRIVERS", "cuda opencl"), "devices");
    assertEquals(List.of(), called.err());
    assertTrue(called.out().contains("tornado.drivers.opencl"), called.out());
  }
}
