/**
 * The ten invariants of a house, I1 to I10 of {@code what-must-not-break.md}, and the one checker that holds a journal and all that
 * was made of it against them. It shares no code with what it checks but the codec of facts and the tables of legal ways.
 */
@NullMarked
package asterism.checking;

import org.jspecify.annotations.NullMarked;
