/** Tests of the JSON Schema for editors. */
@NullMarked
package asterism.rating.editor;

import org.jspecify.annotations.NullMarked;
