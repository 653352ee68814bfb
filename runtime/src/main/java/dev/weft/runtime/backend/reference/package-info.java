/** The double precision, single-threaded backend that defines what is right. */
@NullMarked
package dev.weft.runtime.backend.reference;

import org.jspecify.annotations.NullMarked;
