package asterism.rating;

import java.util.List;
import java.util.Map;

/**
 * The rating of many units, with the quotas of their cohorts.
 *
 * @param units  in the order of the rows
 * @param quotas what each quota did in each cohort, cohorts in order of their scope values
 */
public record CohortRating(List<UnitRating> units, List<QuotaUse> quotas) {
    /**
     * What a quota found and did.
     *
     * @param scope   the values that make the cohort, by name
     * @param base    units the share is taken of
     * @param seats   share of base, rounded as the scheme says
     * @param have    units inside before
     * @param moved   units displaced, or taken in to fill up
     * @param open    units that wait for people: ties, and quotas that only people may mend
     * @param warned  units that only carry a warning
     */
    public record QuotaUse(
            String quota, String version, Map<String, String> scope, String share, int base, int seats, int have, int moved,
            int open, int warned) {
    }
}
