/** How much of its accuracy a model keeps on corrupted images, and against attacks. */
@NullMarked
package dev.weft.models.robustness;

import org.jspecify.annotations.NullMarked;
