/**
 * The demo county: an invented county's agencies live three rating rounds on their own clock, through the same commands that
 * people use. The figures are in {@code resources/demo}; what happens is told in {@link asterism.local.demo.CountyStory}.
 */
@NullMarked
package asterism.local.demo;

import org.jspecify.annotations.NullMarked;
