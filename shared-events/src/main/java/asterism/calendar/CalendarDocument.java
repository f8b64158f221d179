package asterism.calendar;

import asterism.document.Form;
import asterism.document.MalformedException;
import asterism.document.Node;
import asterism.document.YamlTree;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One calendar document, usually a year.
 *
 * @param calendar     the name by which schemes and local rules call it
 * @param source       the notice that announced it
 * @param completeFrom first day it knows, MIN when open
 * @param completeTo   last day it knows
 * @param weekend      free days of each week
 * @param holidays     free days besides
 * @param workingDays  days worked although they fall on a weekend
 */
public record CalendarDocument(
        String calendar, String source, LocalDate completeFrom, LocalDate completeTo, Set<DayOfWeek> weekend, Set<LocalDate> holidays,
        Set<LocalDate> workingDays) {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /**
     * Reads a document.
     *
     * @throws MalformedException with line, column and path of what cannot be read
     */
    public static CalendarDocument read(String yaml) {
        Form form = new Form(YamlTree.read(yaml, 0));
        form.may("title");
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        weekend.addAll(form.list("weekend", CalendarDocument::dayOfWeek));
        CalendarDocument document = new CalendarDocument(form.text("calendar"), form.may("source").map(CalendarDocument::source).orElse(""),
                form.may("complete_from").map(CalendarDocument::day).orElse(LocalDate.MIN), day(form.need("complete_to")), weekend,
                days(form, "holidays"), days(form, "working_days"));
        form.close();
        document.holidays.stream().filter(document.workingDays::contains).findFirst().ifPresent(day -> {
            throw new MalformedException("L104", form.need("working_days"), day + " cannot be both a holiday and a working day");
        });
        return document;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(completeFrom) && !day.isAfter(completeTo);
    }

    private static String source(Node node) {
        return node instanceof Node.Fields fields
                ? String.join(", ", fields.fields().values().stream().map(Form::text).toList()) : Form.text(node);
    }

    private static Set<LocalDate> days(Form form, String key) {
        return new TreeSet<>(form.need(key).is("none") ? List.of() : form.list(key, CalendarDocument::day));
    }

    private static LocalDate day(Node node) {
        try {
            return LocalDate.parse(Form.text(node));
        } catch (DateTimeException e) {
            throw new MalformedException("L104", node, "'" + Form.text(node) + "' is not a day YYYY-MM-DD");
        }
    }

    private static DayOfWeek dayOfWeek(Node node) {
        int at = DAYS.indexOf(Form.text(node));
        if (at < 0) {
            throw new MalformedException("L101", node, "one of " + String.join(", ", DAYS) + " is needed here");
        }
        return DayOfWeek.of(at + 1);
    }
}
