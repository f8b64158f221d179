/**
 * Bodies, their people and their posts: the tree the branches stand under, and who may do what in it; who acts on whose behalf
 * and for how long, what people are able to judge, and what they are tied to and so stand back from.
 */
@NullMarked
package asterism.command.body;

import org.jspecify.annotations.NullMarked;
