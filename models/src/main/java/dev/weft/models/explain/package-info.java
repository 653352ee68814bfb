/** Why a model answers as it does: maps of what in an image speaks for a class. */
@NullMarked
package dev.weft.models.explain;

import org.jspecify.annotations.NullMarked;
