/**
 * Working days as documents. A calendar says, year by year, which weekdays are free and which weekends are worked; it knows
 * how far it is complete, so that a period reaching beyond it gives a provisional day instead of a wrong one.
 */
@NullMarked
package asterism.calendar;

import org.jspecify.annotations.NullMarked;
