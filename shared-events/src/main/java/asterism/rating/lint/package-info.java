/**
 * What a published text leaves open, found before anyone is rated by it: gaps and overlaps of bands, levels nobody can reach,
 * shares that contradict each other, silences of the procedure. Each finding has a stable code and a place in the document.
 */
@NullMarked
package asterism.rating.lint;

import org.jspecify.annotations.NullMarked;
