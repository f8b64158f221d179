package asterism.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts working and calendar days by the documents of one calendar. Beyond what they know, a day is worked unless it is a Saturday or
 * Sunday.
 */
public final class WorkingDays {
    private static final Set<DayOfWeek> USUAL_WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final List<String> SHIPPED = List.of("prc-working-days-2024", "prc-working-days-2025", "prc-working-days-2026",
            "england-working-days");

    private final String name;
    private final List<CalendarDocument> documents;

    private WorkingDays(String name, List<CalendarDocument> documents) {
        this.name = name;
        this.documents = documents;
    }

    /**
     * A calendar of several documents.
     *
     * @throws IllegalArgumentException when there is none, or they are not of one calendar
     */
    public static WorkingDays of(Collection<CalendarDocument> documents) {
        List<String> names = documents.stream().map(CalendarDocument::calendar).distinct().toList();
        if (names.size() != 1) {
            throw new IllegalArgumentException("documents of one calendar are needed, these are of " + names);
        }
        return new WorkingDays(names.getFirst(), List.copyOf(documents));
    }

    /** The texts of the documents that come with the product: {@code prc-working-days} and {@code england-working-days}, 2024 to 2026. */
    public static List<String> shippedDocuments() {
        return SHIPPED.stream().map(name -> resource("/calendars/" + name + ".yaml")).toList();
    }

    /**
     * A calendar of the shipped documents.
     *
     * @throws IllegalArgumentException when none is called so
     */
    public static WorkingDays shipped(String calendar) {
        return of(shippedDocuments().stream().map(CalendarDocument::read).filter(document -> document.calendar().equals(calendar))
                .toList());
    }

    public String name() {
        return name;
    }

    /**
     * The last day of a period.
     *
     * @param provisional the calendar is not complete over the period; the day is to be re-issued once it is
     */
    public record LastDay(LocalDate day, boolean provisional) {
    }

    /**
     * The n-th working day.
     *
     * @param start       the day of the event, such as the posting of a notice
     * @param n           1 or more
     * @param startCounts whether the start is itself the first day, where it is worked; else counting begins the day after
     */
    public LastDay workingDay(LocalDate start, int n, boolean startCounts) {
        atLeastOne(n);
        LocalDate day = startCounts ? start : start.plusDays(1);
        boolean provisional = !isCovered(start);
        for (int counted = 0; ; day = day.plusDays(1)) {
            provisional |= !isCovered(day);
            counted += isWorked(day) ? 1 : 0;
            if (counted == n) {
                return new LastDay(day, provisional);
            }
        }
    }

    /** How many working days come after a day, up to and with another; none where that one is not later. */
    public int workingDaysAfter(LocalDate day, LocalDate until) {
        return until.isAfter(day) ? (int) day.plusDays(1).datesUntil(until.plusDays(1)).filter(this::isWorked).count() : 0;
    }

    /** The n-th working day before a day, n being 1 or more; that day itself does not count. */
    public LocalDate workingDayBefore(LocalDate day, int n) {
        atLeastOne(n);
        LocalDate at = day;
        for (int counted = 0; counted < n; counted += isWorked(at) ? 1 : 0) {
            at = at.minusDays(1);
        }
        return at;
    }

    /** The n-th day of any kind; never provisional. */
    public static LastDay calendarDay(LocalDate start, int n, boolean startCounts) {
        atLeastOne(n);
        return new LastDay(start.plusDays(startCounts ? n - 1L : n), false);
    }

    /** The last day of n months (12 to a year): the same day of the month or the month's last; the day before where the start counts. */
    public static LastDay month(LocalDate start, int n, boolean startCounts) {
        atLeastOne(n);
        return new LastDay(start.plusMonths(n).minusDays(startCounts ? 1 : 0), false);
    }

    /** Whether the day is worked; empty where no document knows it. */
    public Optional<Boolean> isWorkingDay(LocalDate day) {
        return isCovered(day) ? Optional.of(isWorked(day)) : Optional.empty();
    }

    private static void atLeastOne(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("a period has at least one day, not " + n);
        }
    }

    private boolean isCovered(LocalDate day) {
        return documents.stream().anyMatch(document -> document.covers(day));
    }

    private boolean isWorked(LocalDate day) {
        Stream<CalendarDocument> known = documents.stream().filter(document -> document.covers(day));
        return known.findFirst()
                .map(document -> document.workingDays().contains(day)
                        || (!document.holidays().contains(day) && !document.weekend().contains(day.getDayOfWeek())))
                .orElse(!USUAL_WEEKEND.contains(day.getDayOfWeek()));
    }

    private static String resource(String path) {
        try (InputStream in = Objects.requireNonNull(WorkingDays.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
