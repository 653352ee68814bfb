/** Gathers a batch of packed pixels by index and scales it to 0..1. */
@NullMarked
package dev.weft.kernels.input;

import org.jspecify.annotations.NullMarked;
