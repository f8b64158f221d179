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
            {"year": 2026, "document": "…"}""")
    Answer publish(PublishCalendarYear command, Ask ask) {
        return commands.send(command, ask);
    }
}
