/** The register of appeals: against which decision, on which ground, and what came of it. */
@NullMarked
package asterism.query.appeals;

import org.jspecify.annotations.NullMarked;
