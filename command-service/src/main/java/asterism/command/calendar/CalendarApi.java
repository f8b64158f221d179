package asterism.command.calendar;

import asterism.command.calendar.CalendarCommand.PublishCalendarYear;
import asterism.command.core.Commands;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Door;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Working-day calendars over HTTP. */
@RestController
@RequestMapping("/api/v1/calendars/{calendar}")
class CalendarApi {
    private final Commands commands;

    CalendarApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/years")
    @Door(summary = "Publish the holidays and make-up working days of a year", example = """
            {"year": 2027, "document": "calendar: prc-working-days\\ntitle: {zh: 2027 年节假日, en: Holidays of 2027}\\n\
            complete_from: 2027-01-01\\ncomplete_to: 2027-12-31\\nweekend: [sat, sun]\\nholidays: [2027-01-01]\\nworking_days: none\\n"}""")
    Answer publish(PublishCalendarYear command, Ask ask) {
        return commands.send(command, ask);
    }
}
