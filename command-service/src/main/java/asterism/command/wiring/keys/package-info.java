/** What the journal must not hold in the clear or in full: the keys of guarded values, and long texts by their hash. */
@NullMarked
package asterism.command.wiring.keys;

import org.jspecify.annotations.NullMarked;
