package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.kernels.Program;
import dev.weft.models.Presets;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends.Choice;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Hardware;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.verify.MismatchFolder;
import dev.weft.runtime.verify.Surroundings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyRunTest {
  @TempDir private Path folder;

  /** A device on which nothing can be run. */
  private static final class FullBackend implements Backend {
    @Override
    public String name() {
      return "full";
    }

    @Override
    public int preference() {
      return -1;
    }

    @Override
    public List<Device> devices() {
      return List.of(new Device("full", "for tests", Hardware.jvm("none", 1)));
    }

    @Override
    public Session open(Device device, Program program) {
      throw new UserException("no room for it");
    }

    @Override
    public Optional<String> provokeFailure(Device device) {
      throw new IllegalStateException("nothing failed");
    }
  }

  /** What was not run does not agree. */
  @Test
  void aStepThatCannotBeRunIsSaidNotToHaveBeen() {
    Backend backend = new FullBackend();
    Device device = backend.devices().getFirst();
    MismatchFolder bundles = new MismatchFolder(folder, Surroundings.of(backend, device));
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    LiveLine line = new LiveLine(nowhere, false, System::nanoTime);
    VerifyTally tally = new VerifyTally(false);
    Optional<String> whole =
        new VerifyRun(new Choice(backend, device, "test"), bundles, line)
            .step(Presets.all().getFirst(), 1, tally);
    assertEquals("run as a whole: it could not be run", VerifyCommand.whole(whole));
    assertEquals(1, tally.wrong());
    assertEquals("no room for it", tally.lines().getFirst().problem());
    assertEquals("run as a whole: the same bit for bit", VerifyCommand.whole(Optional.of("")));
    assertEquals("run as a whole: DIFFERS, x", VerifyCommand.whole(Optional.of("x")));
  }
}
