package dev.weft.kernels.conv2d;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;

/**
 * A map [n,h,w,c] in a border of zeros: [n,lines,stride], a line holding pixels of c channels. A
 * map may be spread, with zeros between its lines and its pixels.
 *
 * @param n rows of the batch
 * @param h height of the map
 * @param w width of the map
 * @param c channels
 * @param spreadH lines from one line of the map to the next
 * @param spreadW pixels from one pixel of the map to the next
 * @param top lines of zeros above the map
 * @param left elements that are zeros left of a line of the map
 * @param lines lines with the border
 * @param stride elements from line to line, a multiple of the run
 */
record Bordered(
    int n,
    int h,
    int w,
    int c,
    int spreadH,
    int spreadW,
    int top,
    int left,
    int lines,
    int stride) {

  /** The input, of which {@code window} elements are read from every output pixel's first on. */
  static Bordered input(Conv2d p, int window) {
    return new Bordered(
        p.n(),
        p.h(),
        p.w(),
        p.c(),
        1,
        1,
        p.padTop(),
        p.padLeft() * p.c(),
        (p.outH() - 1) * p.strideH() + p.kernelH(),
        wholeRuns((p.outW() - 1) * p.strideW() * p.c() + window));
  }

  /** The gradient of the output, as wide as every tap of every pixel of the input needs. */
  static Bordered gradient(Conv2d p) {
    return new Bordered(
        p.n(),
        p.outH(),
        p.outW(),
        p.k(),
        p.strideH(),
        p.strideW(),
        p.kernelH() - 1 - p.padTop(),
        (p.kernelW() - 1 - p.padLeft()) * p.k(),
        p.h() + p.kernelH() - 1,
        wholeRuns((p.w() + p.kernelW() - 1) * p.k()));
  }

  private static int wholeRuns(int elements) {
    return Math.ceilDiv(elements, BorderKernels.RUN) * BorderKernels.RUN;
  }

  Launch.Scratch memory() {
    return Launch.scratch("bordered", n, lines, stride);
  }

  /** Copies the map of slot {@code slot} in. */
  Launch copy(DeviceArgs args, int slot) {
    if (spreadH > 1 || spreadW > 1) {
      return Launch.of(
          memory().length(),
          BorderKernels::conv2dSpread,
          args.floats(slot),
          memory(),
          Launch.shape(
              memory().length(),
              h,
              w,
              c,
              spreadH,
              spreadW,
              top,
              left,
              lines,
              stride,
              args.offset(slot)));
    }
    int items = args.coarse() ? n * lines : memory().length() / BorderKernels.RUN;
    return Launch.of(
        items,
        args.coarse() ? BorderKernels::conv2dBorderLines : BorderKernels::conv2dBorder,
        args.floats(slot),
        memory(),
        Launch.shape(items, h, w * c, top, left, lines, stride, args.offset(slot)));
  }
}
