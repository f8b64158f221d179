/** How far is each round, and what did its quotas give out? */
@NullMarked
package asterism.query.dashboard;

import org.jspecify.annotations.NullMarked;
