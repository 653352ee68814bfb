package dev.weft.kernels.input;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.LayoutWish;
import dev.weft.kernels.Op;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Shape;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import dev.weft.kernels.StepState;
import java.util.List;

/**
 * Fetches a batch from the data set that lies on the device. Slots: images [total, ceil(h*w*c/4)],
 * four pixels a word, byte {@code j % 4} of word {@code j / 4}, lowest first, being pixel j in
 * [h,w,c] order; labels [total]; order [orderLength], indices of images; state [4]; x [n,h,w,c],
 * pixel / 255 and so 0 to 1; target [n].
 *
 * <p>Row r is image {@code order[cursor * n + r]}. Rows past the valid ones ({@link
 * StepState#validRows}) are 0 with target -1.
 *
 * @param batch n, rows of the batch
 * @param total number of images
 * @param height h of an image
 * @param width w of an image
 * @param channels c of an image
 * @param orderLength most images that are worked through in one order
 */
public record Gather(int batch, int total, int height, int width, int channels, int orderLength)
    implements Op {
  public Gather {
    if (batch < 1 || total < 1 || height < 1 || width < 1 || channels < 1 || orderLength < 1) {
      throw new IllegalArgumentException(
          ("gather: every extent must be at least 1: batch %d, total %d, height %d, width %d,"
                  + " channels %d, order %d")
              .formatted(batch, total, height, width, channels, orderLength));
    }
  }

  /** Pixels of an image over all its channels. */
  int pixels() {
    return Shape.of(height, width, channels).size();
  }

  /** Words that an image takes. */
  int words() {
    return (pixels() + 3) / 4;
  }

  @Override
  public String name() {
    return "input.gather";
  }

  @Override
  public List<Slot> slots() {
    return List.of(
        Slot.intsIn("images", total, words()),
        Slot.intsIn("labels", total),
        Slot.intsIn("order", orderLength),
        Slot.intsIn("state", StepState.SIZE),
        Slot.out("x", batch, height, width, channels),
        Slot.intsOut("target", batch));
  }

  /** The images of the batch are read, not the whole data set. */
  @Override
  public Cost cost() {
    return new Cost((long) batch * pixels(), 4L * batch * (words() + pixels() + 3));
  }

  /** The constant 1/255, and the product. */
  @Override
  public int terms(int slot) {
    return 2;
  }

  @Override
  public LayoutWish layoutWish(int slot) {
    return slot == 4 ? LayoutWish.ANY : LayoutWish.PLAIN;
  }

  @Override
  public void reference(ReferenceArgs args) {
    GatherReference.gather(
        this, args.ints(0), args.ints(1), args.ints(2), args.ints(3), args.reals(4), args.ints(5));
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    return GatherVector.gather(this, args);
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return InputKernels.gather(this, args);
  }
}
