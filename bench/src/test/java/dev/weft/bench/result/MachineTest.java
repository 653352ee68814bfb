package dev.weft.bench.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void aProcessorIsToldByFamilyAndModelToo() {
    List<String> linux =
        List.of(
            "processor\t: 0",
            "cpu family\t: 26",
            "model\t\t: 2",
            "model name\t: AMD EPYC",
            "",
            "processor\t: 1",
            "model name\t: another");
    assertEquals(Optional.of("AMD EPYC, family 26, model 2"), Machine.cpuName(linux));
    assertEquals(
        Optional.of("Cortex-A53"), Machine.cpuName(List.of("model name : Cortex-A53", "Revision")));
    assertEquals(Optional.empty(), Machine.cpuName(List.of("CPU part : 0xd40")));
  }

  @Test
  void itHasNoPathsAmongTheFlags() {
    Machine here = Machine.here();
    assertFalse(here.cpu().isEmpty());
    assertFalse(here.flags().stream().anyMatch(flag -> flag.contains("/")));
  }
}
