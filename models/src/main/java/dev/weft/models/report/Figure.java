package dev.weft.models.report;

import java.awt.image.BufferedImage;
import java.util.function.Function;

/**
 * A plot.
 *
 * @param name of its file, without the end
 * @param alt what it shows, for those who cannot see it
 * @param caption what stands under it
 * @param painter paints it in the colours of a theme
 */
public record Figure(
    String name, String alt, String caption, Function<Theme, BufferedImage> painter) {}
