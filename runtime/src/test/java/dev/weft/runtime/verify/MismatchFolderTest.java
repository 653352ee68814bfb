package dev.weft.runtime.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.relu.Relu;
import dev.weft.runtime.backend.reference.ReferenceBackend;
import dev.weft.runtime.checkpoint.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a disagreement suffices to see it again. */
final class MismatchFolderTest {
  @TempDir private Path folder;

  @Test
  void holdsInputsBothOutputsAndSurroundings() throws IOException {
    Relu.Forward op = new Relu.Forward(new Relu(Shape.of(2, 3)));
    HostArgs inputs = OpCase.exact(op).inputs(1);
    float[] actual = {0, 0, Float.NaN, 0, 0, 9};
    Agreement agreement = Agreement.of(op, 1, inputs, actual, true);
    ReferenceBackend backend = new ReferenceBackend();
    MismatchFolder kept =
        new MismatchFolder(folder, Surroundings.of(backend, backend.devices().getFirst()));
    Path at =
        kept.write(
            new Mismatch("relu.forward x[2,3] y[2,3] exact", 1, op, 1, inputs, actual, agreement));

    assertEquals(folder.resolve("relu.forward_x-2-3_y-2-3_exact/y"), at);
    SafeTensors tensors = SafeTensors.read(at.resolve("tensors.safetensors"));
    assertEquals(Set.of("input.x", "reference.y", "device.y"), tensors.tensors().keySet());
    assertArrayEquals(actual, values(tensors, "device.y"));
    float[] x = values(tensors, "input.x");
    float[] expected = values(tensors, "reference.y");
    for (int i = 0; i < x.length; i++) {
      assertEquals(Math.max(x[i], 0), expected[i]);
    }
    String about = Files.readString(at.resolve("case.json"));
    for (String part :
        new String[] {
          "\"op\" : \"relu.forward\"",
          "\"parameters\" : \"Forward[relu=Relu[shape=[2,3]]]\"",
          "\"seed\" : 1",
          "\"device\" : \"reference\"",
          "\"flags\" : [",
          agreement.problem()
        }) {
      assertTrue(about.contains(part), about);
    }
  }

  private static float[] values(SafeTensors tensors, String name) {
    return Objects.requireNonNull(tensors.tensors().get(name)).floats();
  }

  @Test
  void namesAreFilesNames() {
    assertEquals("a_b_c", MismatchFolder.fileName("a / b: c"));
    String name = MismatchFolder.fileName("x".repeat(500));
    assertTrue(name.length() < 200, name);
  }
}
