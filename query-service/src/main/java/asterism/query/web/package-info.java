/**
 * The pages: what people see of the house without any program of their own.
 *
 * <p>They are thin. Each page asks the same questions as the JSON endpoints and says the position it stands at. They work without
 * scripts; a script draws charts from the tables that are there anyway. Everything is in Chinese and English; visitors who have
 * not signed in see what is public. The actor of a signed-in person is the subject of the sign-in, nothing else of it counts.
 */
@NullMarked
package asterism.query.web;

import org.jspecify.annotations.NullMarked;
