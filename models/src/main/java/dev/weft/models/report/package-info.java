/** What a run has come to, as figures, plots and a page. */
@NullMarked
package dev.weft.models.report;

import org.jspecify.annotations.NullMarked;
