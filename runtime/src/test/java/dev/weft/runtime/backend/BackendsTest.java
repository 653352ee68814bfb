package dev.weft.runtime.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Op;
import dev.weft.kernels.Program;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.conv2d.Conv2d;
import dev.weft.kernels.conv2d.Padding;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.cpu.CpuBackend;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which device is taken, by itself or by what the user calls it. */
final class BackendsTest {
  private static final Fake OPENCL =
      new Fake(
          "opencl",
          10,
          List.of(
              gpu("opencl:0:0", "NVIDIA GeForce RTX 4080"),
              gpu("opencl:0:1", "NVIDIA GeForce RTX 4080 SUPER"),
              gpu("opencl:1:0", "pthread-haswell")),
          "");
  private static final Fake BARE = new Fake("tornado", -1, List.of(), "it is not installed: do so");
  private static final Backends BACKENDS = Backends.of(BARE, new CpuBackend(1), OPENCL);

  private static Device gpu(String id, String name) {
    return new Device(
        id,
        name,
        new Hardware(
            Hardware.Type.GPU,
            "fake",
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalInt.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private record Fake(String name, int preference, List<Device> devices, String unavailableReason)
      implements Backend {
    @Override
    public Session open(Device device, Program program) {
      throw new UnsupportedOperationException();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cpu, cpu",
    "CPU, cpu",
    "opencl, opencl:0:0",
    "opencl:0:1, opencl:0:1",
    "OpenCL:1:0, opencl:1:0",
    "opencl:pthread, opencl:1:0",
    "opencl:super, opencl:0:1",
    "opencl:nvidia geforce rtx 4080, opencl:0:0", // all of one name is a part of another
    "auto, opencl:0:0",
  })
  void isFound(String wanted, String id) {
    assertEquals(id, BACKENDS.choose(wanted).device().id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "opencl:geforce | 'opencl:geforce' fits 2 devices: opencl:0:0 (NVIDIA GeForce RTX 4080),"
            + " opencl:0:1 (NVIDIA GeForce RTX 4080 SUPER); name one of them by its id or by more"
            + " of its name",
        "opencl:geforec | no device 'opencl:geforec' on this machine; did you mean GeForce?; opencl"
            + " has opencl:0:0 (NVIDIA GeForce RTX 4080), opencl:0:1 (NVIDIA GeForce RTX 4080"
            + " SUPER), opencl:1:0 (pthread-haswell)",
        "opncl | no device 'opncl' on this machine; did you mean opencl?; use --device auto or one"
            + " of opencl:0:0 (NVIDIA GeForce RTX 4080), opencl:0:1 (NVIDIA GeForce RTX 4080"
            + " SUPER), opencl:1:0 (pthread-haswell), cpu",
        "tornado:0:1 | no device 'tornado:0:1' on this machine: it is not installed: do so; --device"
            + " auto takes what there is",
      })
  void isNamedInOneLine(String wanted, String message) {
    UserException failure = assertThrows(UserException.class, () -> BACKENDS.choose(wanted));
    // What quotes around the first word would mean to the source of the arguments.
    assertEquals(message.replace("'", ""), failure.getMessage().replace("'", ""));
  }

  @Test
  void autoSaysWhy() {
    assertEquals("auto: the first GPU", BACKENDS.choose("auto").reason());
    CpuBackend cpu = new CpuBackend(1);
    Backends.Choice choice = Backends.of(BARE, cpu).choose("auto");
    assertSame(cpu, choice.backend());
    assertEquals("auto: no GPU was found", choice.reason());
    assertEquals("it is not installed: do so", Backends.autoSkipReason(BARE));
    assertEquals("", Backends.autoSkipReason(OPENCL));
  }

  /** dy is small, but spread out by the stride it holds 16 x 258 x 258 x 1024 values. */
  @Test
  void memoryThatCannotBeAddressedIsToldWithItsOp() {
    Conv2d conv = new Conv2d(16, 256, 256, 1, 1024, 3, 3, 16, 16, Padding.SAME);
    Program.Builder program = new Program.Builder();
    Op op = new Conv2d.BackwardData(conv, false);
    program.call(
        op,
        op.slots().stream()
            .map(slot ->
                new Buffer(slot.name(), slot.type(), slot.shape().size()).tensor(slot.shape()))
            .toArray(Tensor[]::new));
    Backends.Choice jvm = Backends.load().choose("jvm");
    assertEquals(
        "jvm: conv2d.backwardData to dx needs more than the 1,073,741,824 values that its memory"
            + " 'bordered' may have; use a smaller --batch",
        assertThrows(UserException.class, () -> jvm.open(program.build())).getMessage());
  }
}
