package dev.weft.models.cli;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Grain;
import dev.weft.kernels.Program;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.train.RunSummary;
import dev.weft.runtime.train.TrainConfig;
import dev.weft.runtime.train.Trainer;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code --dry-run} shows.
 *
 * @param model its name
 * @param parameters number of trainable parameters
 * @param settings as in config.json
 * @param device what would be used
 * @param data what would be trained and tested with
 * @param stepsPerEpoch steps of an epoch
 * @param steps all steps from the start of training on
 * @param launchesPerStep kernels that a device is to run for a step
 * @param bufferBytes memory of the program's buffers
 */
record DryRunReport(
    String model,
    int parameters,
    Map<String, String> settings,
    RunSummary.DeviceUsed device,
    RunSummary.DataUsed data,
    int stepsPerEpoch,
    long steps,
    int launchesPerStep,
    long bufferBytes) {

  static DryRunReport of(TrainConfig config, Backends.Choice device, Trainer trainer) {
    long all = (long) config.epochs() * trainer.stepsPerEpoch();
    return new DryRunReport(
        config.model().name(),
        config.model().summary().parameters(),
        config.settings(),
        RunSummary.DeviceUsed.of(device),
        trainer.images().used(),
        trainer.stepsPerEpoch(),
        config.maxSteps() > 0 ? Math.min(config.maxSteps(), all) : all,
        launches(trainer.model().model().program()),
        trainer.model().model().program().buffers().stream().mapToLong(DryRunReport::bytes).sum());
  }

  private static int launches(Program program) {
    Program.Segment step = program.segment(ModelProgram.TRAIN);
    return program.calls().subList(step.from(), step.to()).stream()
        .mapToInt(call -> call.op().launches(DeviceArgs.of(call, Grain.FINE)).size())
        .sum();
  }

  private static long bytes(Buffer buffer) {
    return 4L * buffer.length(); // of either type
  }

  /** For people. */
  String text(TrainConfig config) {
    StringBuilder text = new StringBuilder();
    text.append(String.format("%n%s%n", Tables.layers(config.model())));
    settings.forEach((name, value) -> text.append(String.format("%s: %s%n", name, value)));
    text.append(
        String.format(
            Locale.ROOT,
            "%nsteps: %d an epoch, %d in all%nlaunches: %d a step, on a device that runs kernels%n"
                + "memory: %.1f MB of buffers%n",
            stepsPerEpoch,
            steps,
            launchesPerStep,
            bufferBytes / 1e6));
    return text.toString();
  }
}
