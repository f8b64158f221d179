/**
 * What a decision is: state, command and circumstances in, facts or a refusal out. Nothing here or in the capabilities
 * touches a clock, a database or a framework; {@code asterism.command.wiring} brings those.
 */
@NullMarked
package asterism.command.core;

import org.jspecify.annotations.NullMarked;
