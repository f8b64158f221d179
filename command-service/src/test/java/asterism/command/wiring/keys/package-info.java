/** Keys that go when a fact says so, in spite of crashes. */
@NullMarked
package asterism.command.wiring.keys;

import org.jspecify.annotations.NullMarked;
