/** Changes images at random while a model learns from them. */
@NullMarked
package dev.weft.kernels.augment;

import org.jspecify.annotations.NullMarked;
