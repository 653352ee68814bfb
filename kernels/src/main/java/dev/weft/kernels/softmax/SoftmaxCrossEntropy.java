package dev.weft.kernels.softmax;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.LayoutWish;
import dev.weft.kernels.Op;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import dev.weft.kernels.StepState;
import java.util.List;

/**
 * Softmax and the cross-entropy of its probabilities. With z the logits of a row, m the largest of
 * them and S = sum over j of exp(z[j] - m):
 *
 * <pre>
 *   p[j] = exp(z[j] - m) / S
 *   loss = -ln p[target] = ln S - (z[target] - m)
 * </pre>
 *
 * Subtracting m keeps exp from overflowing, and the loss is never the logarithm of a probability
 * that has become 0. As d(ln S + m)/dz[j] = p[j], the gradient of the mean loss of the {@code
 * valid} rows of the batch is
 *
 * <pre>
 *   dlogits[j] = (p[j] - [j = target]) / valid
 * </pre>
 *
 * (Goodfellow, Bengio and Courville, Deep Learning, 2016, sections 4.1 and 6.2.2.3.) Rows that only
 * fill up the last batch have target -1 and count for nothing.
 *
 * @param n rows of the batch
 * @param classes columns of the logits
 */
public record SoftmaxCrossEntropy(int n, int classes) {
  public SoftmaxCrossEntropy {
    if (n < 1 || classes < 1) {
      throw new IllegalArgumentException(
          "softmax: n and classes must be at least 1: n %d, classes %d".formatted(n, classes));
    }
  }

  /**
   * Slots: logits [n,classes]; target [n], 0 to classes - 1, or -1; state [4]; probabilities
   * [n,classes]; loss [n] in nats, 0 where target is -1; hit [n], 1 where the largest logit, the
   * first of them on a tie, is that of the target, else 0.
   *
   * @param softmax the layer
   */
  public record Forward(SoftmaxCrossEntropy softmax) implements Op {
    @Override
    public String name() {
      return "softmax.forward";
    }

    @Override
    public List<Slot> slots() {
      return List.of(
          Slot.in("logits", softmax.n, softmax.classes),
          Slot.intsIn("target", softmax.n),
          Slot.intsIn("state", StepState.SIZE),
          Slot.out("probabilities", softmax.n, softmax.classes),
          Slot.out("loss", softmax.n),
          Slot.out("hit", softmax.n));
    }

    @Override
    public Cost cost() {
      return Cost.of(this, 4L * softmax.n * softmax.classes);
    }

    /**
     * OpenCL C 3.0 (section 7.4) allows exp and log 3 ulp = 6u each and a division 2.5 ulp = 5u. S
     * has 6u and classes - 1 sums. A probability: 6u, S, 5u. The loss: S. One more for products of
     * errors. What grows with the logits is in {@link #magnitude}.
     */
    @Override
    public int terms(int slot) {
      return switch (slot) {
        case 3 -> softmax.classes + 17;
        case 4 -> softmax.classes + 6;
        default -> 0;
      };
    }

    /**
     * d = z - m is rounded once, which changes exp(d) by the factor 1 + u |d|, and S by 1 + u D
     * with D the mean of |d| weighted by p. So a probability has error u p (K + |d| + D), and the
     * loss u (K + 6 ln S + |d| + D), 6 ln S being that of the logarithm: both divided by K = {@link
     * #terms}.
     */
    @Override
    public void magnitude(ReferenceArgs args) {
      SoftmaxReference.magnitude(
          softmax, terms(3), terms(4), args.reals(0), args.ints(1), args.reals(3), args.reals(4));
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      return slot == 0 || slot == 3 ? LayoutWish.ANY : LayoutWish.PLAIN;
    }

    @Override
    public void reference(ReferenceArgs args) {
      SoftmaxReference.forward(
          softmax, args.reals(0), args.ints(1), args.reals(3), args.reals(4), args.reals(5));
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return SoftmaxVector.forward(softmax, args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return SoftmaxKernels.forward(softmax, args);
    }
  }

  /**
   * Gradient of the mean loss of the valid rows. Slots: probabilities [n,classes]; target [n];
   * state [4], from which come the valid rows ({@link StepState#validRows}); dlogits [n,classes], 0
   * in rows with target -1.
   *
   * @param softmax the layer
   */
  public record Backward(SoftmaxCrossEntropy softmax) implements Op {
    @Override
    public String name() {
      return "softmax.backward";
    }

    @Override
    public List<Slot> slots() {
      return List.of(
          Slot.in("probabilities", softmax.n, softmax.classes),
          Slot.intsIn("target", softmax.n),
          Slot.intsIn("state", StepState.SIZE),
          Slot.out("dlogits", softmax.n, softmax.classes));
    }

    @Override
    public Cost cost() {
      return Cost.of(this, 2L * softmax.n * softmax.classes);
    }

    /** The difference, of exact inputs, and a division of 5u. */
    @Override
    public int terms(int slot) {
      return 6;
    }

    /** A difference rounded once and a quotient: the error is relative to the result. */
    @Override
    public void magnitude(ReferenceArgs args) {
      reference(args);
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      return slot == 0 || slot == 3 ? LayoutWish.ANY : LayoutWish.PLAIN;
    }

    @Override
    public void reference(ReferenceArgs args) {
      SoftmaxReference.backward(softmax, args.reals(0), args.ints(1), args.ints(2), args.reals(3));
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return SoftmaxVector.backward(softmax, args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return SoftmaxKernels.backward(softmax, args);
    }
  }

  /**
   * Adds a batch to the totals of an epoch. Slots: loss [n], hit [n], state [4], totals [4]: sum of
   * losses, hits, valid rows, and the mean loss of this batch alone, 0 if it has no valid row.
   *
   * <p>Sums go over the rows in order and the batch is added as one number. The sum of losses over
   * b batches then has a relative error of at most (n - 1 + b) u, as no loss is negative: 3.3e-5
   * for 422 batches of 128. Hits and rows are exact up to 2^24.
   *
   * @param softmax the layer
   */
  public record Total(SoftmaxCrossEntropy softmax) implements Op {
    @Override
    public String name() {
      return "softmax.total";
    }

    @Override
    public List<Slot> slots() {
      return List.of(
          Slot.in("loss", softmax.n),
          Slot.in("hit", softmax.n),
          Slot.intsIn("state", StepState.SIZE),
          Slot.inout("totals", 4));
    }

    @Override
    public Cost cost() {
      return Cost.of(this, 2L * softmax.n);
    }

    /** n - 1 sums, and for the mean a division of 5u. */
    @Override
    public int terms(int slot) {
      return softmax.n + 4;
    }

    @Override
    public void reference(ReferenceArgs args) {
      SoftmaxReference.total(softmax, args.reals(0), args.reals(1), args.ints(2), args.reals(3));
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return SoftmaxVector.total(softmax, args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return SoftmaxKernels.total(softmax, args);
    }
  }
}
