/**
 * The service that shows. One package per question folds facts into rows of its own and answers from them; {@code projecting} leads
 * all of them along the journal, {@code reading} says at which position an answer stands, {@code web} asks the same for the pages.
 */
@NullMarked
package asterism.query;

import org.jspecify.annotations.NullMarked;
