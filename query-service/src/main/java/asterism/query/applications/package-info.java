/** What happened to an application or a branch, fact by fact: who, when, why. */
@NullMarked
package asterism.query.applications;

import org.jspecify.annotations.NullMarked;
