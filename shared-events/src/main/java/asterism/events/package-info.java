/**
 * The contract: what can happen, said once, for every service and every year to come.
 *
 * <p>One sealed file per capability holds its facts. A fact is past tense, carries a stable wire name with a version
 * ({@link asterism.events.Wire}), and is never edited, only added to. It says <em>what</em> happened; the
 * {@link asterism.events.Envelope} says who, on whose behalf, why and because of what.
 *
 * <p>Every field is classed by its type: {@link asterism.events.Personal} and {@link asterism.events.Secret} values stand
 * encrypted in the payload under keys kept outside the journal; everything else is open, and a free text must say so with
 * {@link asterism.events.Open}, because free text is where personal data slips in.
 */
@NullMarked
package asterism.events;

import org.jspecify.annotations.NullMarked;
