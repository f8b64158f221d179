/**
 * What a fact is once it stands in the journal, and the tree that makes every later edit visible.
 * Pure JDK: a verifier that shares nothing with the servers can be written from this package alone.
 */
@NullMarked
package asterism.journal;

import org.jspecify.annotations.NullMarked;
