/**
 * The rating of a unit: a scheme is a document, a rating is a pure function of scheme version and rows.
 *
 * <p>{@link asterism.rating.SchemeReader} turns a document into {@link asterism.rating.Scheme} versions or findings;
 * {@link asterism.rating.Rating} rates one unit or a whole cohort and writes the trace from which each star can be
 * recomputed by hand; {@link asterism.rating.Linter} says what a published text leaves open. No clock, no locale, no
 * floating point: the same document and rows give the same bytes for ever.
 */
@NullMarked
package asterism.rating;

import org.jspecify.annotations.NullMarked;
