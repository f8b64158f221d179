/**
 * Rating schemes. A version is one document, published whole and never changed; what its text leaves open, the office's own
 * rules fill, published beside it. What the linter calls an error cannot be published, a warning must be acknowledged.
 */
@NullMarked
package asterism.command.scheme;

import org.jspecify.annotations.NullMarked;
