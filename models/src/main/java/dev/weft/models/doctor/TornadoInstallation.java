package dev.weft.models.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * TornadoVM on this machine, whether or not this JVM runs it.
 *
 * @param home its folder, as the launcher finds it
 * @param named whether the user named the folder, in TORNADOVM_HOME
 */
public record TornadoInstallation(Path home, boolean named) {
  /** The backend that runs on it. */
  public static final String BACKEND = "tornado";

  private static final String INSTALL =
      "install it with SDKMAN (sdk install tornadovm), or set TORNADOVM_HOME to its folder";

  /** Looks where the launcher looks. */
  public static TornadoInstallation find(Map<String, String> environment) {
    Optional<String> named = variable(environment, "TORNADOVM_HOME");
    Path sdkman =
        variable(environment, "SDKMAN_DIR")
            .map(Path::of)
            .orElseGet(() -> Path.of(variable(environment, "HOME").orElse(""), ".sdkman"));
    return new TornadoInstallation(
        named.map(Path::of).orElseGet(() -> sdkman.resolve("candidates/tornadovm/current")),
        named.isPresent());
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Whether there is one. */
  public boolean exists() {
    return Files.isDirectory(modules());
  }

  private Path modules() {
    return home.resolve("share/java/tornado");
  }

  /** Such as {@code 5.2.0-jdk25}. */
  public String version() {
    return property("etc/tornado.release", "version").orElse("unknown version");
  }

  /** The drivers that it brings, such as {@code opencl}. */
  public List<String> flavours() {
    try (Stream<Path> jars = Files.list(modules())) {
      return jars.map(jar -> String.valueOf(jar.getFileName()))
          .filter(name -> name.matches("tornado-drivers-[a-z]+-\\d.*\\.jar"))
          .map(name -> name.replaceFirst("tornado-drivers-([a-z]+)-.*", "$1"))
          .filter(Predicate.not("common"::equals))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private Optional<String> property(String file, String key) {
    try {
      return Files.readAllLines(home.resolve(file)).stream()
          .filter(line -> line.startsWith(key + "="))
          .map(line -> line.substring(key.length() + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Why its backend is not there, and how to mend that. */
  public String whyNotStarted() {
    return exists()
        ? "TornadoVM %s is at %s, but this JVM was started without it: %s"
            .formatted(version(), home, howToStart())
        : named
            ? "TORNADOVM_HOME is %s, where no TornadoVM is: %s".formatted(home, howToInstall())
            : "TornadoVM is not installed: " + howToInstall();
  }

  String howToInstall() {
    return INSTALL;
  }

  String howToStart() {
    return "start with the launcher weft and WEFT_TORNADO=1, or with --device tornado";
  }
}
