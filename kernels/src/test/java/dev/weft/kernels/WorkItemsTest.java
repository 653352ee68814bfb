package dev.weft.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.check.OpCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Work-items run in any order, and beside each other: one that reads what another of its launch
 * writes, or writes another value to the same place, comes out differently in another order.
 */
public final class WorkItemsTest {
  private final WorkItems workItems = new WorkItems();

  @TestFactory
  Stream<DynamicTest> orderOfWorkItemsDoesNotMatter() {
    return OpCases.all().stream()
        .map(opCase -> DynamicTest.dynamicTest(opCase.label(), () -> check(opCase)));
  }

  private void check(OpCase opCase) {
    Op op = opCase.op();
    HostArgs inputs = opCase.inputs(5);
    for (Grain grain : Grain.values()) {
      HostArgs expected = HostRun.device(op, inputs, grain);
      for (boolean shuffled : new boolean[] {false, true}) {
        HostArgs actual =
            HostRun.device(
                op,
                inputs,
                grain,
                (launch, arrays) ->
                    workItems.run(launch, arrays, order(launch.items(), grain, shuffled)));
        for (int slot = 0; slot < op.slots().size(); slot++) {
          String where = opCase.label() + ", " + grain + ", slot " + slot;
          if (op.slots().get(slot).type() == DType.I32) {
            assertArrayEquals(expected.ints(slot), actual.ints(slot), where);
          } else {
            assertArrayEquals(expected.reals(slot), actual.reals(slot), where);
          }
        }
      }
    }
  }

  /** Backwards, or shuffled; with those past the end that fill up the last group. */
  private static List<Integer> order(int items, Grain grain, boolean shuffled) {
    int all = (int) grain.wholeGroups(items);
    List<Integer> order = new ArrayList<>(IntStream.range(0, all).boxed().toList().reversed());
    if (shuffled) {
      Collections.shuffle(order, new Random(items));
    }
    return order;
  }

  @Test
  void aRaceIsNoticed() {
    Launch launch =
        Launch.of(4, WorkItemsTest::runningSum, new Launch.Scratch("sums", 5), Launch.shape(4));
    float[] inOrder = {1, 1, 1, 1, 1};
    float[] backwards = inOrder.clone();
    launch.runOnJvm(inOrder, new int[] {4});
    workItems.run(launch, new Object[] {backwards, new int[] {4}}, List.of(4, 3, 2, 1, 0));
    assertArrayEquals(new float[] {1, 2, 3, 4, 5}, inOrder);
    assertArrayEquals(new float[] {1, 2, 2, 2, 2}, backwards);
    assertFalse(Arrays.equals(inOrder, backwards));
    float[] one = {1, 1, 1, 1, 1};
    workItems.run(launch, new Object[] {one, new int[] {4}}, List.of(2));
    assertEquals(6, IntStream.range(0, 5).mapToDouble(i -> one[i]).sum());
  }

  /** Wrong: a work-item reads what the one before it writes. */
  public static void runningSum(float[] sums, int[] shape) {
    for (@Parallel int i = 0; i < shape[0]; i++) {
      sums[i + 1] = sums[i + 1] + sums[i];
    }
  }
}
