/**
 * How far can the scores of a round be relied on? Agreement of the assessors with its interval, how mild or severe each is beside the raw
 * scores and never in their place, and which stars hang on a single assessor. Organisations are rated here, never persons: assessors are
 * named only to those who watch over them.
 */
@NullMarked
package asterism.query.reliability;

import org.jspecify.annotations.NullMarked;
