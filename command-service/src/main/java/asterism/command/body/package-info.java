/**
 * Bodies, their people and their posts: the tree the branches stand under, and who may do what in it.
 */
@NullMarked
package asterism.command.body;

import org.jspecify.annotations.NullMarked;
