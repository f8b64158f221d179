/** Who may read what over the API. Pages have a filter chain of their own, behind this one. */
@NullMarked
package asterism.query.security;

import org.jspecify.annotations.NullMarked;
