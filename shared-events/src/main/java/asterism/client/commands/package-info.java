/**
 * Every command that can be sent, as a record: generated from the command-service's own doors by {@code TypedCommandsTest}, which fails
 * where one is missing or different. What a field means stands in the API's description.
 */
@NullMarked
package asterism.client.commands;

import org.jspecify.annotations.NullMarked;
