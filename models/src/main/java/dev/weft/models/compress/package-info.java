/** Smaller models: pruned weights, weights of fewer bits, and what either costs. */
@NullMarked
package dev.weft.models.compress;

import org.jspecify.annotations.NullMarked;
