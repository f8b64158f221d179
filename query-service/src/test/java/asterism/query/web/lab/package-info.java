/** What is supposed, in an address and as a question. */
@NullMarked
package asterism.query.web.lab;

import org.jspecify.annotations.NullMarked;
