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

  private static final int LOGITS = 0;
  private static final int TARGET = 1;

  /**
   * S has 6u and classes - 1 sums; a probability 6u, S, 5u, and one more for products of errors.
   */
  private int probabilityTerms() {
    return classes + 17;
  }

  private int lossTerms() {
    return classes + 6;
  }

  /**
   * Slots: logits [n,classes]; target [n], 0 to classes - 1, or -1; probabilities [n,classes]; loss
   * [n] in nats, 0 where target is -1; hit [n], 1 where the largest logit, the first of them on a
   * tie, is that of the target, else 0.
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
          Slot.out("probabilities", softmax.n, softmax.classes),
          Slot.out("loss", softmax.n),
          Slot.out("hit", softmax.n));
    }

    @Override
    public Cost cost() {
      return Cost.of(this, 4L * softmax.n * softmax.classes);
    }

    /**
     * OpenCL C 3.0 (section 7.4) allows exp and log 3 ulp = 6u each and a division 2.5 ulp = 5u.
     * What grows with the logits is in {@link #magnitude}.
     */
    @Override
    public int terms(int slot) {
      return switch (slot) {
        case 2 -> softmax.probabilityTerms();
        case 3 -> softmax.lossTerms();
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
          softmax,
          terms(2),
          terms(3),
          args.reals(LOGITS),
          args.ints(TARGET),
          args.reals(2),
          args.reals(3));
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      return slot == LOGITS || slot == 2 ? LayoutWish.ANY : LayoutWish.PLAIN;
    }

    @Override
    public void reference(ReferenceArgs args) {
      SoftmaxReference.forward(
          softmax,
          args.reals(LOGITS),
          args.ints(TARGET),
          args.reals(2),
          args.reals(3),
          args.reals(4));
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
   * Gradient of the mean loss of the valid rows, with what {@link Forward} makes on the way there:
   * a step of training needs no forward call. Slots: logits [n,classes]; target [n], 0 to classes -
   * 1, or -1; state [4], from which come the valid rows ({@link StepState#validRows}); dlogits
   * [n,classes], 0 in rows with target -1; loss [n] and hit [n] as in {@link Forward}.
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
          Slot.in("logits", softmax.n, softmax.classes),
          Slot.intsIn("target", softmax.n),
          Slot.intsIn("state", StepState.SIZE),
          Slot.out("dlogits", softmax.n, softmax.classes),
          Slot.out("loss", softmax.n),
          Slot.out("hit", softmax.n));
    }

    @Override
    public Cost cost() {
      return Cost.of(this, 6L * softmax.n * softmax.classes);
    }

    /** The probability's, one for the difference, and a division of 5u. */
    @Override
    public int terms(int slot) {
      return switch (slot) {
        case 3 -> softmax.probabilityTerms() + 6;
        case 4 -> softmax.lossTerms();
        default -> 0;
      };
    }

    /**
     * The error of p is absolute once something is taken away from it: that of {@link Forward},
     * beside those of difference and division, which are relative to p + [j = target].
     */
    @Override
    public void magnitude(ReferenceArgs args) {
      double[] dlogits = args.reals(3);
      int[] target = args.ints(TARGET);
      SoftmaxReference.magnitude(
          softmax, terms(3), terms(4), args.reals(LOGITS), target, dlogits, args.reals(4));
      SoftmaxReference.toGradient(softmax, target, args.ints(2), 1, dlogits);
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      return slot == LOGITS || slot == 3 ? LayoutWish.ANY : LayoutWish.PLAIN;
    }

    @Override
    public void reference(ReferenceArgs args) {
      double[] dlogits = args.reals(3);
      int[] target = args.ints(TARGET);
      SoftmaxReference.forward(
          softmax, args.reals(LOGITS), target, dlogits, args.reals(4), args.reals(5));
      SoftmaxReference.toGradient(softmax, target, args.ints(2), -1, dlogits);
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
}
