package dev.weft.bench.run;

import dev.weft.runtime.UserException;
import dev.weft.runtime.train.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A JVM like this one, that does what one {@link Order} says. Those that measure another backend
 * than tornado are started without the flags that TornadoVM needs, with which the Vector API
 * compiles differently.
 */
final class Fork {
  static final String JVMCI = "-XX:+EnableJVMCI";

  private static final Pattern TORNADO =
      Pattern.compile(
          JVMCI.replace("+", "\\+")
              + "|-XX:\\+UnlockExperimentalVMOptions|-Dtornado.*|--add-exports.*|--add-opens.*"
              + "|--module-path.*|--upgrade-module-path.*|--add-modules=?.*tornado.*"
              + "|--enable-native-access=.*tornado.*|-Djava.library.path.*");

  private Fork() {}

  /**
   * Starts it, and waits for its end.
   *
   * @param tornado whether it is for tornado
   * @param each is told every reply as it comes
   * @throws UserException if it fails
   */
  static void run(Order order, boolean tornado, Consumer<Reply> each) {
    try {
      // Errors to a file: a full pipe would stop the JVM.
      Path errors = Files.createTempFile("weft-bench", ".err");
      try {
        run(order, command(tornado), errors, each);
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Order order, List<String> command, Path errors, Consumer<Reply> each)
      throws IOException {
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    Thread end = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(end);
    try {
      try (var in = process.getOutputStream()) {
        in.write(JsonText.line(order).getBytes(StandardCharsets.UTF_8));
      }
      try (var out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          if (line.startsWith(ForkMain.MARK)) {
            take(Replies.reply(line.substring(ForkMain.MARK.length())), each);
          }
        }
      }
      int code = process.waitFor();
      if (code != 0) {
        throw new UserException(
            "the JVM that measures has ended with code %d: %s".formatted(code, last(errors)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("interrupted", e);
    } finally {
      process.destroy();
      forget(end);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This JVM is ending, and the hook does its work.
    }
  }

  private static void take(Reply reply, Consumer<Reply> each) {
    if (reply.failure().isPresent()) {
      throw new UserException(reply.failure().get());
    }
    each.accept(reply);
  }

  private static String last(Path errors) throws IOException {
    List<String> lines = Files.readAllLines(errors);
    return lines.isEmpty() ? "it said nothing" : lines.getLast().strip();
  }

  private static List<String> command(boolean tornado) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> tornado || !TORNADO.matcher(flag).matches())
        .forEach(command::add);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(ForkMain.class.getName());
    return command;
  }
}
