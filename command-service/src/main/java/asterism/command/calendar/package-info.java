/**
 * Working-day calendars. Holidays and make-up working days become known year by year, and each year is one document.
 */
@NullMarked
package asterism.command.calendar;

import org.jspecify.annotations.NullMarked;
