package dev.weft.models.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the models. */
@Command(name = "models", description = "Lists the models.", mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
