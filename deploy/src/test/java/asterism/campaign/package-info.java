/**
 * The fault campaign: processes that write, relay and project are killed, paused and cut off while they work, then the one checker is
 * asked what came of it. The build plays a short round of it; {@code -Pcampaign} plays many, and keeps what they counted.
 */
@NullMarked
package asterism.campaign;

import org.jspecify.annotations.NullMarked;
