/**
 * What the pinned documents say, for those who decide: levels and their order, who gives which marks, the score of a unit and
 * of a cohort, bodies, quorums, notices, appeals and their last days. A document is parsed once and remembered by its SHA-256.
 */
@NullMarked
package asterism.command.rules;

import org.jspecify.annotations.NullMarked;
