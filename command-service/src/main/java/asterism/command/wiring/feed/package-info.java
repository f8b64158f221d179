/** What other services and auditors may read of the journal: the facts byte for byte, and the keys for those who may open them. */
@NullMarked
package asterism.command.wiring.feed;

import org.jspecify.annotations.NullMarked;
