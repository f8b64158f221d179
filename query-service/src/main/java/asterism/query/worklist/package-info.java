/** What waits for whom: every open step of an application or an appeal, and the people whose post or name lets them take it. */
@NullMarked
package asterism.query.worklist;

import org.jspecify.annotations.NullMarked;
