package dev.weft.kernels.conv2d;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.LayoutWish;
import dev.weft.kernels.Op;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Two-dimensional convolution (cross-correlation, as in every deep-learning library) of a batch
 * with a bank of filters:
 *
 * <pre>
 *   z[n,oy,ox,k] = b[k] + sum over ky,kx,c of x[n, oy*s+ky-top, ox*s+kx-left, c] * w[ky,kx,c,k]
 * </pre>
 *
 * where x is 0 outside the map. With dz the gradient of the loss with respect to z, each factor of
 * a product gets dz times the other factor, summed over all products that it appears in:
 *
 * <pre>
 *   dx[n,iy,ix,c] = sum over ky,kx,k of dz[n,oy,ox,k] * w[ky,kx,c,k]  with oy*s = iy+top-ky, ...
 *   dw[ky,kx,c,k] = sum over n,oy,ox of x[n, oy*s+ky-top, ox*s+kx-left, c] * dz[n,oy,ox,k]
 *   db[k]         = sum over n,oy,ox of dz[n,oy,ox,k]
 * </pre>
 *
 * (Dumoulin and Visin, A guide to convolution arithmetic for deep learning, arXiv:1603.07285.)
 *
 * @param n rows of the batch
 * @param h height of the input
 * @param w width of the input
 * @param c input channels
 * @param k filters, the output channels
 * @param kernelH height of a filter
 * @param kernelW width of a filter
 * @param strideH input lines from one output line to the next
 * @param strideW input pixels from one output pixel to the next
 * @param padding what happens at the border
 */
public record Conv2d(
    int n,
    int h,
    int w,
    int c,
    int k,
    int kernelH,
    int kernelW,
    int strideH,
    int strideW,
    Padding padding) {
  public Conv2d {
    if (Math.min(Math.min(n, Math.min(h, w)), Math.min(c, k)) < 1
        || Math.min(kernelH, kernelW) < 1
        || Math.min(strideH, strideW) < 1) {
      throw new IllegalArgumentException(
          "conv2d: every extent, kernel and stride must be at least 1: [%d,%d,%d,%d] k %d, %dx%d by %dx%d"
              .formatted(n, h, w, c, k, kernelH, kernelW, strideH, strideW));
    }
    if (padding == Padding.VALID && (kernelH > h || kernelW > w)) {
      throw new IllegalArgumentException(
          "conv2d: a %dx%d kernel does not fit a %dx%d map without padding"
              .formatted(kernelH, kernelW, h, w));
    }
  }

  /** Height of the output. */
  public int outH() {
    return padding.out(h, kernelH, strideH);
  }

  /** Width of the output. */
  public int outW() {
    return padding.out(w, kernelW, strideW);
  }

  /** Lines of zeros above the input. */
  public int padTop() {
    return padding.before(h, kernelH, strideH);
  }

  /** Columns of zeros left of the input. */
  public int padLeft() {
    return padding.before(w, kernelW, strideW);
  }

  int padBottom() {
    return padding.after(h, kernelH, strideH);
  }

  int padRight() {
    return padding.after(w, kernelW, strideW);
  }

  boolean unitStride() {
    return strideH == 1 && strideW == 1;
  }

  /** Multiply-adds of one pass over the whole batch, border products counted as done. */
  long products() {
    return (long) n * outH() * outW() * k * kernelH * kernelW * c;
  }

  private Slot x() {
    return Slot.in("x", n, h, w, c);
  }

  private Slot weights() {
    return Slot.in("w", kernelH, kernelW, c, k);
  }

  private Slot dy() {
    return Slot.in("dy", n, outH(), outW(), k);
  }

  /** What every output pixel's taps reach outside of the input. */
  LayoutWish inputBorder() {
    return LayoutWish.border(padTop(), padLeft(), padBottom(), padRight());
  }

  /** What every input pixel's taps reach outside of the gradient of the output, at stride 1. */
  LayoutWish gradientBorder() {
    return LayoutWish.border(
        kernelH - 1 - padTop(),
        kernelW - 1 - padLeft(),
        kernelH - 1 - padBottom(),
        kernelW - 1 - padRight());
  }

  /**
   * {@code y = z}, or {@code max(z, 0)} with ReLU. Slots: x [n,h,w,c], w [kh,kw,c,k], b [k], y
   * [n,oh,ow,k].
   *
   * @param conv the convolution
   * @param relu whether y is rectified
   */
  public record Forward(Conv2d conv, boolean relu) implements Op {
    @Override
    public String name() {
      return "conv2d.forward";
    }

    @Override
    public List<Slot> slots() {
      return List.of(
          conv.x(),
          conv.weights(),
          Slot.in("b", conv.k),
          Slot.out("y", conv.n, conv.outH(), conv.outW(), conv.k));
    }

    @Override
    public Cost cost() {
      return Cost.of(this, 2 * conv.products());
    }

    @Override
    public int terms(int slot) {
      return conv.kernelH * conv.kernelW * conv.c + 1;
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      return switch (slot) {
        case 0 -> conv.inputBorder();
        case 3 -> LayoutWish.VECTORS;
        default -> LayoutWish.PLAIN;
      };
    }

    @Override
    public void reference(ReferenceArgs args) {
      Conv2dReference.forward(
          conv, relu, args.reals(0), args.reals(1), args.reals(2), args.reals(3));
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return Conv2dVector.forward(conv, relu, args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return Conv2dTiles.forward(conv, relu, args);
    }
  }

  /**
   * Gradient of the input. Slots: dy [n,oh,ow,k] (with respect to z), w [kh,kw,c,k], x [n,h,w,c]
   * where {@code reluInput}, dx [n,h,w,c].
   *
   * @param conv the convolution
   * @param reluInput whether x came out of a ReLU; dx is then the gradient of that ReLU's input, 0
   *     where x is
   */
  public record BackwardData(Conv2d conv, boolean reluInput) implements Op {
    @Override
    public String name() {
      return "conv2d.backwardData";
    }

    @Override
    public List<Slot> slots() {
      List<Slot> slots = new ArrayList<>(List.of(conv.dy(), conv.weights()));
      if (reluInput) {
        slots.add(conv.x());
      }
      slots.add(Slot.out("dx", conv.n, conv.h, conv.w, conv.c));
      return List.copyOf(slots);
    }

    @Override
    public Cost cost() {
      return Cost.of(this, 2 * conv.products());
    }

    @Override
    public int terms(int slot) {
      return conv.kernelH * conv.kernelW * conv.k;
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      if (slot == 1) {
        return LayoutWish.PLAIN;
      }
      if (slot == 0 && conv.unitStride() && !Conv2dFoldVector.fits(conv)) {
        return conv.gradientBorder();
      }
      return slot == 0 ? LayoutWish.ANY : LayoutWish.VECTORS;
    }

    @Override
    public void reference(ReferenceArgs args) {
      Conv2dReference.backwardData(
          conv, args.reals(0), args.reals(1), args.reals(reluInput ? 3 : 2));
      if (reluInput) {
        Conv2dReference.maskBy(args.reals(2), args.reals(3));
      }
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return Conv2dVector.backwardData(conv, reluInput, args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return Conv2dTiles.backwardData(conv, reluInput, args);
    }
  }

  /**
   * Gradients of weights and bias. Slots: x [n,h,w,c], dy [n,oh,ow,k] (with respect to z), dw
   * [kh,kw,c,k], db [k].
   *
   * @param conv the convolution
   */
  public record BackwardFilter(Conv2d conv) implements Op {
    @Override
    public String name() {
      return "conv2d.backwardFilter";
    }

    @Override
    public List<Slot> slots() {
      return List.of(
          conv.x(),
          conv.dy(),
          Slot.out("dw", conv.kernelH, conv.kernelW, conv.c, conv.k),
          Slot.out("db", conv.k));
    }

    @Override
    public Cost cost() {
      return Cost.of(
          this, 2 * conv.products() + (long) conv.n * conv.outH() * conv.outW() * conv.k);
    }

    @Override
    public int terms(int slot) {
      return conv.n * conv.outH() * conv.outW();
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      return switch (slot) {
        case 0 -> conv.inputBorder();
        case 1 -> LayoutWish.VECTORS;
        default -> LayoutWish.PLAIN;
      };
    }

    @Override
    public void reference(ReferenceArgs args) {
      Conv2dReference.backwardFilter(
          conv, args.reals(0), args.reals(1), args.reals(2), args.reals(3));
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return Conv2dVector.backwardFilter(conv, args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return Conv2dFilterTiles.backwardFilter(conv, args);
    }
  }
}
