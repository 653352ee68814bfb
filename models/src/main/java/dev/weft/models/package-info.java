/** The preset models. */
@NullMarked
package dev.weft.models;

import org.jspecify.annotations.NullMarked;
