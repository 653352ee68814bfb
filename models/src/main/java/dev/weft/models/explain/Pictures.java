package dev.weft.models.explain;

import java.awt.image.BufferedImage;
import java.util.List;

/** Maps as pictures. */
final class Pictures {
  /** Side that pictures of an image have at least, in pixels. */
  static final int SIDE = 224;

  private static final int GAP = 4;
  private static final int MOST_TILES = 64;

  private Pictures() {}

  /** How many pixels of a picture a pixel of a map becomes, so that its longer side is large. */
  static int scale(int h, int w, int side) {
    return Math.max(1, side / Math.max(h, w));
  }

  /** The image itself, each pixel a square; several channels become their mean. */
  static BufferedImage image(Explanation explanation) {
    return squares(grey(explanation), ColourMap.GREY, SIDE);
  }

  private static Heatmap grey(Explanation explanation) {
    Trace.Maps input = explanation.trace().input();
    float[] mean = new float[input.h() * input.w()];
    for (int i = 0; i < mean.length; i++) {
      for (int c = 0; c < input.channels(); c++) {
        mean[i] += explanation.image()[i * input.channels() + c] / input.channels();
      }
    }
    return new Heatmap(input.h(), input.w(), mean);
  }

  /**
   * A map over the image: the colour tells the heat, the brightness shows the garment.
   *
   * @param map 0..1 at the size of the image
   */
  static BufferedImage overlay(Explanation explanation, Heatmap map) {
    Heatmap grey = grey(explanation);
    int scale = scale(map.h(), map.w(), SIDE);
    Heatmap fine = map.resized(map.h() * scale, map.w() * scale);
    BufferedImage picture = blank(fine.h(), fine.w());
    for (int y = 0; y < fine.h(); y++) {
      for (int x = 0; x < fine.w(); x++) {
        int colour = ColourMap.HEAT.rgb(fine.at(y, x));
        int below = ColourMap.GREY.rgb(grey.at(y / scale, x / scale));
        picture.setRGB(x, y, ColourMap.mix(below, colour, 0.6));
      }
    }
    return picture;
  }

  /** A map alone, 0..1, each pixel a square of at least {@code side} over the longer side. */
  static BufferedImage squares(Heatmap map, ColourMap colours, int side) {
    int scale = scale(map.h(), map.w(), side);
    BufferedImage picture = blank(map.h() * scale, map.w() * scale);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        picture.setRGB(x, y, colours.rgb(map.at(y / scale, x / scale)));
      }
    }
    return picture;
  }

  /** The first 64 of many maps, side by side in rows, on white. */
  static BufferedImage tiles(List<Heatmap> maps, ColourMap colours, int columns, int side) {
    List<Heatmap> shown = maps.subList(0, Math.min(MOST_TILES, maps.size()));
    int across = Math.min(columns, shown.size());
    int down = (shown.size() + across - 1) / across;
    int scale = scale(maps.getFirst().h(), maps.getFirst().w(), side);
    int stepX = maps.getFirst().w() * scale + GAP;
    int stepY = maps.getFirst().h() * scale + GAP;
    BufferedImage picture = blank(down * stepY - GAP, across * stepX - GAP);
    for (int i = 0; i < shown.size(); i++) {
      BufferedImage tile = squares(shown.get(i), colours, side);
      for (int y = 0; y < tile.getHeight(); y++) {
        for (int x = 0; x < tile.getWidth(); x++) {
          picture.setRGB(i % across * stepX + x, i / across * stepY + y, tile.getRGB(x, y));
        }
      }
    }
    return picture;
  }

  private static BufferedImage blank(int h, int w) {
    BufferedImage picture = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        picture.setRGB(x, y, 0xffffff);
      }
    }
    return picture;
  }
}
