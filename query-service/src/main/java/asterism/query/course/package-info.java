/** The course of an application in stages, as several questions speak of it. */
@NullMarked
package asterism.query.course;

import org.jspecify.annotations.NullMarked;
