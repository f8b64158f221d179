package asterism.rating;

import org.jspecify.annotations.Nullable;

/**
 * One named step of a unit's pipeline.
 *
 * @param condition the step is skipped where this does not hold; null: always taken
 * @param reading   how an unclear text was read; printed wherever the step is cited
 */
public record Step(String id, Label label, @Nullable Label reading, @Nullable Predicate condition, Verb verb) {
}
