/**
 * Who is told of what happened: always in the pages, and by mail where mail is set up. What comes of it is kept beside the facts, as no
 * rating rests on it, and is shown on the timeline of the case. A letter names the branch and what happened, never what somebody wrote.
 */
@NullMarked
package asterism.command.wiring.telling;

import org.jspecify.annotations.NullMarked;
