/**
 * The service that decides. One package per capability holds its commands, its pure decider and its way in over HTTP; {@code core}
 * says what a decision is; {@code wiring} brings the frameworks; {@link asterism.command.Capabilities} lists what the house can do.
 */
@NullMarked
package asterism.command;

import org.jspecify.annotations.NullMarked;
