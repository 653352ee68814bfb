package dev.weft.models.cli;

import dev.weft.models.Presets;
import dev.weft.runtime.Suggestion;
import dev.weft.runtime.graph.ModelSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The argument MODEL. */
public final class ModelArgument {
  private ModelArgument() {}

  /**
   * The preset of that name, or else the model in the file of that name.
   *
   * @param command for the message if there is neither
   */
  public static ModelSpec resolve(String name, CommandSpec command, Context context) {
    Optional<ModelSpec> preset = Presets.find(name);
    if (preset.isPresent()) {
      return preset.get();
    }
    Path file = context.folder().resolve(name);
    if (name.endsWith(".json") || name.contains("/") || Files.exists(file)) {
      return ModelSpec.read(file);
    }
    throw new ParameterException(
        command.commandLine(),
        "unknown model '%s'%s (presets: %s; or give the path of a JSON file)"
            .formatted(
                name, Suggestion.hint(name, Presets.NAMES), String.join(", ", Presets.NAMES)));
  }
}
