/**
 * Commands as forms. Every command people give stands in {@link asterism.query.web.asking.Forms} with what must be filled in; one page
 * shows any of them, one client sends them with the token of the person who is signed in.
 *
 * <p>A rendered form carries its own idempotency key, so that sent twice it is recorded once, and the version of the subject it was
 * drawn from, so that what was decided on an old page is not recorded over what others did meanwhile.
 */
@NullMarked
package asterism.query.web.asking;

import org.jspecify.annotations.NullMarked;
