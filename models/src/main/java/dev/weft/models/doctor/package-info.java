/** What {@code weft doctor} looks at: the machine, its drivers and devices. */
@NullMarked
package dev.weft.models.doctor;

import org.jspecify.annotations.NullMarked;
