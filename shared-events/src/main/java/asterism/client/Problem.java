package asterism.client;

import org.jspecify.annotations.Nullable;

/**
 * Why something was refused: RFC 9457 with what a house adds to it.
 *
 * @param code    stable; the sentence beside it is for people
 * @param field   path of the field at fault; none where the whole is
 * @param version where the subject stands; none where it does not matter
 * @param line    of a table, the header's being 1; none where it is no table
 * @param column  of a table, from 1; none where the row as a whole is at fault
 */
public record Problem(int status, String code, @Nullable String field, @Nullable String detail, @Nullable Long version,
                      @Nullable Integer line, @Nullable Integer column) {
}
