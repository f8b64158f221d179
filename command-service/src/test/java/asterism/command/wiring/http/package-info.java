/** The way in over HTTP, knocked at from outside. */
@NullMarked
package asterism.command.wiring.http;

import org.jspecify.annotations.NullMarked;
