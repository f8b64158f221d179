/** How are the stars spread over the agencies, and how far is each round? */
@NullMarked
package asterism.query.dashboard;

import org.jspecify.annotations.NullMarked;
