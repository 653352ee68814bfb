/** The subcommand weft bench. */
@NullMarked
package dev.weft.bench.cli;

import org.jspecify.annotations.NullMarked;
