/**
 * The form of the scheme language as a JSON Schema (draft 2020-12), for editors that complete and check while somebody
 * writes. It knows the form only: names, types and everything else the linter sees stays with the linter.
 */
@NullMarked
package asterism.rating.editor;

import org.jspecify.annotations.NullMarked;
