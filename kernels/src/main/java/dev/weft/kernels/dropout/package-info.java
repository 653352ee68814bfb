/** Dropout by a stateless hash of seed, step, layer and element. */
@NullMarked
package dev.weft.kernels.dropout;

import org.jspecify.annotations.NullMarked;
