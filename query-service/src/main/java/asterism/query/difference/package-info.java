/**
 * Why did a star change? Each of the two stars is taken apart into what was computed and what quota, decision, rulings, reorganisations and
 * appeals made of it; what was computed is shared out among the unit's performance, the panel, moderation, the scheme's version and the
 * level held before by rating every mixture of the two cases (Shapley values). The parts add up exactly, in whatever order they are taken.
 */
@NullMarked
package asterism.query.difference;

import org.jspecify.annotations.NullMarked;
