/** Trains and runs models on a backend. */
@NullMarked
package dev.weft.runtime;

import org.jspecify.annotations.NullMarked;
