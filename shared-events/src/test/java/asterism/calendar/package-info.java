/** Tests of the working-day calendar. */
@NullMarked
package asterism.calendar;

import org.jspecify.annotations.NullMarked;
