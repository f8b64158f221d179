/**
 * A house as a program sees it: commands and answers over HTTP, with nothing but the JDK and Jackson. {@link asterism.client.Client} asks
 * one service; what is refused comes as {@link asterism.client.Refused} with the code that the description of the API names.
 */
@NullMarked
package asterism.client;

import org.jspecify.annotations.NullMarked;
