/** Who is who: bodies, people, posts and branches as the facts say, for every question that must know. */
@NullMarked
package asterism.query.directory;

import org.jspecify.annotations.NullMarked;
