package dev.weft.runtime.data;

/** The two kinds that resemble no other. */
final class TrousersAndBags {
  private TrousersAndBags() {}

  static void trouser(Canvas canvas, SplitMix64 random) {
    Fabric fabric = Fabric.random(random, 0.1, 0.06);
    double waist = random.between(0.22, 0.34);
    double hip = waist + random.between(0.02, 0.12);
    double crotch = random.between(-0.45, -0.2);
    double bottom = random.between(0.85, 1.0);
    double inner = random.between(0.04, 0.2);
    double outer = inner + random.between(0.15, 0.32);
    double knee = (hip + outer) / 2 + random.between(-0.06, 0.02);
    Outline outline =
        new Outline()
            .to(0, -0.96)
            .to(waist, -0.97)
            .curve(hip, -0.8, hip, crotch)
            .curve(knee, (crotch + bottom) / 2, outer, bottom)
            .to(inner, bottom)
            .curve(0.25 * inner, crotch + 0.3, 0.01, crotch)
            .closedByMirror();
    canvas.fill(outline, fabric);
    Fabric detail = fabric.contrast(random.between(0.1, 0.3));
    if (random.chance(0.7)) {
      canvas.fill(Outline.line(-waist, -0.92, waist, -0.92, 0.09), detail);
    }
    canvas.fill(Outline.line(0, -0.9, 0, crotch, 0.04), fabric.lighter(-0.15));
    if (random.chance(0.5)) {
      Outline pocket = Outline.line(waist - 0.1, -0.84, hip, -0.68, 0.05);
      canvas.fill(pocket, detail);
      canvas.fill(pocket.mirrored(), detail);
    }
    if (random.chance(0.5)) {
      double change = random.between(-0.15, 0.15);
      double x = (inner + outer) / 2;
      Outline crease = Outline.line(hip / 2, crotch, x, bottom, 0.07);
      canvas.fill(crease, fabric.lighter(change));
      canvas.fill(crease.mirrored(), fabric.lighter(change));
    }
  }

  static void bag(Canvas canvas, SplitMix64 random) {
    Fabric fabric = Fabric.random(random, 0.15, 0.12);
    double width = random.between(0.6, 0.95);
    double slope = random.between(-0.08, 0.16);
    double height = random.between(0.75, 1.25);
    boolean clutch = random.chance(0.15);
    double bottom = clutch ? height / 2 : random.between(0.75, 0.95);
    double top = bottom - height;
    double round = random.between(0.03, 0.2);
    if (!clutch) {
      handle(canvas, random, fabric, width - slope, top);
    }
    Outline body =
        new Outline()
            .to(0, top)
            .to(width - slope - round, top)
            .curve(width - slope, top, width - slope, top + round)
            .to(width, bottom - round)
            .curve(width, bottom, width - round, bottom)
            .to(0, bottom)
            .closedByMirror();
    canvas.fill(body, fabric);
    Fabric detail = fabric.contrast(random.between(0.12, 0.4));
    double kind = random.nextDouble();
    if (kind < 0.45) {
      double flap = top + height * random.between(0.35, 0.65);
      Outline edge =
          new Outline()
              .to(-width + slope, top + 0.1)
              .curve(0, 2 * flap - top - 0.1, width - slope, top + 0.1);
      canvas.fill(edge, fabric.lighter(random.between(-0.12, 0.12)));
      canvas.fill(edge.band(0.05), detail);
      canvas.fill(Outline.ellipse(0, flap - 0.03, 0.08, 0.07), detail);
    } else if (kind < 0.8) {
      canvas.fill(Outline.line(-width + slope, top + 0.1, width - slope, top + 0.1, 0.06), detail);
      if (random.chance(0.5)) {
        double y = bottom - height * 0.35;
        canvas.fill(Outline.line(-width * 0.6, y, width * 0.6, y, 0.05), detail);
      }
    }
  }

  private static void handle(
      Canvas canvas, SplitMix64 random, Fabric fabric, double width, double top) {
    double half = width * random.between(0.3, 0.9);
    double peak = Math.max(-1, top - random.between(0.2, 0.75));
    double thick = random.between(0.07, 0.15);
    // A Bezier curve reaches only halfway to its control point.
    Outline arch = new Outline().to(-half, top + 0.05).curve(-half, peak, 0, peak);
    arch.curve(half, peak, half, top + 0.05);
    canvas.fill(arch.band(thick), fabric.lighter(random.between(-0.15, 0.1)));
    if (random.chance(0.3)) {
      Outline second = new Outline().to(-half + 0.12, top + 0.05);
      second.curve(-half + 0.12, peak + 0.14, 0, peak + 0.14);
      second.curve(half - 0.12, peak + 0.14, half - 0.12, top + 0.05);
      canvas.fill(second.band(0.8 * thick), fabric.lighter(-0.12));
    }
  }
}
