/**
 * A round as the rating sees it: what people gave in each application, the level held before, the committee's votes. The service that
 * decides and whoever asks what would have been build their rows here, so that both rate the same.
 */
@NullMarked
package asterism.rating.round;

import org.jspecify.annotations.NullMarked;
