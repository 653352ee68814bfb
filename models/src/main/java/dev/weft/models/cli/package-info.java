/** The command line. */
@NullMarked
package dev.weft.models.cli;

import org.jspecify.annotations.NullMarked;
