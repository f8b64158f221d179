package asterism.rating;

/** A quota's share stands in a table, and the table has no row for a cohort: the run stops, for no seat could be given fairly. */
@SuppressWarnings("serial") // never serialised
public final class NoShareException extends RuntimeException {
    NoShareException(String quota, String table, String cohort) {
        super("quota " + quota + ": table " + table + " has no share for the cohort " + cohort);
    }
}
