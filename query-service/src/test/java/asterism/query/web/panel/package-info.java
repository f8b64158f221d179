/** Tests of the panel's page. */
@NullMarked
package asterism.query.web.panel;

import org.jspecify.annotations.NullMarked;
