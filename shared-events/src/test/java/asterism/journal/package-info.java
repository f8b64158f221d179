/** The leaves and the tree against vectors that were worked out elsewhere, and the frames of the feed there and back. */
@NullMarked
package asterism.journal;

import org.jspecify.annotations.NullMarked;
