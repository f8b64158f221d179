/** Tests of the pages: without a browser's scripts, and in a real browser. */
@NullMarked
package asterism.query.web;

import org.jspecify.annotations.NullMarked;
