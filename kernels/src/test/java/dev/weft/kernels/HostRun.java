package dev.weft.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.cpu.Lanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Runs the CPU form of an op in layouts of a test's choice, and its device kernels on the JVM. */
public final class HostRun {
  private static final int CHUNK_ROWS = 2;
  private static final int GUARD = 64;
  private static final float RUBBISH = -12345.5f;
  private static final double U = 0x1p-24;

  private HostRun() {}

  /**
   * Compares the device kernels, and the CPU form in every mix of plain and padded layouts, with
   * the reference.
   */
  public static void assertAgrees(OpCase opCase) {
    Op op = opCase.op();
    HostArgs inputs = opCase.inputs(5);
    for (Grain grain : Grain.values()) {
      assertAgrees(opCase, inputs, device(op, inputs, grain), "device, " + grain);
    }
    for (int padded = 0; padded < 1 << op.slots().size(); padded++) {
      String layouts = "layouts " + Integer.toBinaryString(padded);
      assertAgrees(opCase, inputs, vector(op, inputs, padded), layouts);
    }
  }

  private static void assertAgrees(OpCase opCase, HostArgs inputs, HostArgs actual, String form) {
    Op op = opCase.op();
    HostArgs expected = inputs.copy();
    op.reference(expected);
    HostArgs magnitude = inputs.copy();
    op.magnitude(magnitude);
    for (int slot = 0; slot < op.slots().size(); slot++) {
      if (!op.slots().get(slot).access().writes()) {
        continue;
      }
      if (op.slots().get(slot).type() == DType.I32) {
        assertArrayEquals(expected.ints(slot), actual.ints(slot), opCase.label() + ", " + form);
        continue;
      }
      double growth = opCase.exact() ? 0 : op.terms(slot) * U / (1 - op.terms(slot) * U);
      for (int i = 0; i < expected.reals(slot).length; i++) {
        double value = expected.reals(slot)[i];
        double bound = growth * Math.abs(magnitude.reals(slot)[i]) + U * Math.abs(value);
        int index = i;
        Supplier<String> where = () -> opCase.label() + ", " + form + ", at " + index;
        if (growth == 0) {
          assertEquals((float) value, (float) actual.reals(slot)[i], 0f, where);
        } else {
          assertEquals(value, actual.reals(slot)[i], bound, where);
        }
      }
    }
  }

  /** What the kernels for a device of many work-items put out. */
  public static HostArgs device(Op op, HostArgs inputs) {
    return device(op, inputs, Grain.FINE);
  }

  /** What the device kernels put out; each tensor lies in the middle of a buffer. */
  public static HostArgs device(Op op, HostArgs inputs, Grain grain) {
    return device(op, inputs, grain, Launch::runOnJvm);
  }

  /** What the device kernels put out, run by {@code runner} with the arrays of each launch. */
  static HostArgs device(Op op, HostArgs inputs, Grain grain, BiConsumer<Launch, Object[]> runner) {
    HostArgs result = inputs.copy();
    List<Tensor> tensors = new ArrayList<>();
    List<Object> arrays = new ArrayList<>();
    for (int i = 0; i < op.slots().size(); i++) {
      Slot slot = op.slots().get(i);
      int size = slot.shape().size();
      Buffer buffer = new Buffer(slot.name(), slot.type(), size + 2 * GUARD);
      tensors.add(new Tensor(slot.name(), buffer, GUARD, slot.shape()));
      if (slot.type() == DType.I32) {
        int[] array = new int[size + 2 * GUARD];
        System.arraycopy(inputs.ints(i), 0, array, GUARD, size);
        arrays.add(array);
      } else {
        arrays.add(rubbish(size + 2 * GUARD));
        copyIn(op, inputs, i, Layout.plain(Shape.of(size)), GUARD, (float[]) arrays.get(i));
      }
    }
    Map<Launch.Scratch, float[]> scratch = new HashMap<>();
    for (Launch launch : op.launches(new DeviceArgs(op.slots(), tensors, grain))) {
      List<Object> args = new ArrayList<>();
      for (Launch.Arg<?> arg : launch.args()) {
        args.add(
            switch (arg) {
              case Launch.Device<?>(Buffer buffer, _) ->
                  arrays.get(tensors.stream().map(Tensor::buffer).toList().indexOf(buffer));
              case Launch.Scratch shared ->
                  scratch.computeIfAbsent(shared, s -> rubbish(s.length()));
              case Launch.Constants constants -> constants.toArray();
              case Launch.Reals reals -> reals.toArray();
            });
      }
      runner.accept(launch, args.toArray());
    }
    for (int i = 0; i < arrays.size(); i++) {
      if (arrays.get(i) instanceof float[] array) {
        copyOut(result, i, Layout.plain(op.slots().get(i).shape()), GUARD, array);
      } else {
        System.arraycopy(arrays.get(i), GUARD, result.ints(i), 0, result.ints(i).length);
      }
    }
    return result;
  }

  /**
   * What the CPU form puts out. Borders and pad channels must still be 0 afterwards.
   *
   * @param padded bit i says that slot i has padded channels and borders of different widths; the
   *     others are plain and start in the middle of an array
   */
  public static HostArgs vector(Op op, HostArgs inputs, int padded) {
    HostArgs result = inputs.copy();
    Args args = new Args(op, result, padded);
    int rows = op.slots().getFirst().shape().dim(0);
    for (Stage stage : op.stages(args)) {
      switch (stage) {
        case Stage.Items items -> items.body().run(0, items.count());
        case Stage.Rows body -> {
          // From the last on: the order of the chunks must not matter.
          for (int chunk = args.chunks(rows) - 1; chunk >= 0; chunk--) {
            int from = chunk * CHUNK_ROWS;
            body.body().run(new Chunk(chunk, from, Math.min(rows, from + CHUNK_ROWS)));
          }
        }
      }
    }
    for (int i = 0; i < op.slots().size(); i++) {
      if (op.slots().get(i).type() == DType.F32) {
        copyOut(result, i, args.layout(i), args.offset(i), args.floats(i));
      }
    }
    return result;
  }

  private record Args(Op op, HostArgs inputs, int padded, List<float[]> arrays) implements CpuArgs {
    Args(Op op, HostArgs inputs, int padded) {
      this(op, inputs, padded, new ArrayList<>());
      for (int i = 0; i < op.slots().size(); i++) {
        Layout layout = layout(i);
        float[] array = rubbish(offset(i) + layout.length() + GUARD);
        Arrays.fill(array, offset(i), offset(i) + layout.length(), 0f);
        arrays.add(array);
        if (op.slots().get(i).type() == DType.F32) {
          copyIn(op, inputs, i, layout, offset(i), array);
        }
      }
    }

    @Override
    public float[] floats(int slot) {
      return arrays.get(slot);
    }

    @Override
    public int[] ints(int slot) {
      return inputs.ints(slot);
    }

    @Override
    public int offset(int slot) {
      return isPadded(slot) || op.slots().get(slot).type() == DType.I32 ? 0 : GUARD;
    }

    private boolean isPadded(int slot) {
      return (padded >> slot & 1) == 1 && op.slots().get(slot).shape().rank() % 2 == 0;
    }

    @Override
    public Layout layout(int slot) {
      Shape shape = op.slots().get(slot).shape();
      Layout plain = Layout.plain(shape);
      if (!isPadded(slot)) {
        return plain;
      }
      int border = shape.rank() == 4 ? slot + 1 : 0;
      int stride = Lanes.roundUp(plain.c());
      return new Layout(
          plain.n(), plain.h(), plain.w(), plain.c(), border, 2 * border, 0, border, stride);
    }

    @Override
    public int chunks(int rows) {
      return (rows + CHUNK_ROWS - 1) / CHUNK_ROWS;
    }
  }

  private static float[] rubbish(int length) {
    float[] array = new float[length];
    Arrays.fill(array, RUBBISH);
    return array;
  }

  /** Inputs as they are; outputs hold rubbish, as all of them must be overwritten. */
  private static void copyIn(
      Op op, HostArgs inputs, int slot, Layout layout, int offset, float[] array) {
    boolean reads = op.slots().get(slot).access().reads();
    for (int i = 0; i < inputs.reals(slot).length; i++) {
      array[offset + at(layout, i)] = reads ? (float) inputs.reals(slot)[i] : RUBBISH;
    }
  }

  /** Takes the elements out, and checks that nothing around them was written. */
  private static void copyOut(HostArgs result, int slot, Layout layout, int offset, float[] array) {
    for (int i = 0; i < result.reals(slot).length; i++) {
      int at = offset + at(layout, i);
      result.reals(slot)[i] = array[at];
      array[at] = 0f;
    }
    for (int i = 0; i < array.length; i++) {
      boolean inside = i >= offset && i < offset + layout.length();
      int index = i;
      assertEquals(
          inside ? 0f : RUBBISH, array[i], () -> "slot " + slot + " written outside at " + index);
    }
  }

  /** Where the layout puts row-major element {@code index}. */
  private static int at(Layout layout, int index) {
    int pixel = index / layout.c();
    int line = pixel / layout.w();
    return layout.at(line / layout.h(), line % layout.h(), pixel % layout.w()) + index % layout.c();
  }
}
