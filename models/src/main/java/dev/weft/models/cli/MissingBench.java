package dev.weft.models.cli;

import dev.weft.runtime.UserException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * Stands for {@code weft bench} where its jar is not loaded: the launcher loads it for that command
 * only, and help is to name it all the same.
 */
@Command(
    name = "bench",
    description = "Measures how fast it is here, beside what the device can do at most.")
final class MissingBench implements Runnable {
  @Unmatched private List<String> ignored = new ArrayList<>();

  @Override
  public void run() {
    throw new UserException("weft-bench.jar is not on the class path; the launcher ./weft puts it");
  }
}
