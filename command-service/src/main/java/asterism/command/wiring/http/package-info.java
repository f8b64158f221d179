/**
 * The way in over HTTP: who somebody is comes from the token alone, a body is taken only if every bit of it is understood, and
 * whatever goes wrong is said as a problem with a stable code.
 */
@NullMarked
package asterism.command.wiring.http;

import org.jspecify.annotations.NullMarked;
