/** A model behind HTTP: requests are batched, bounded and measured. */
@NullMarked
package dev.weft.models.serve;

import org.jspecify.annotations.NullMarked;
