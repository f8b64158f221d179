package asterism.query.web;

import asterism.events.Label;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How codes, days and moments read on a page, in the language of the request. */
@Component
public class Words {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int MOST_STARS = 7;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final MessageSource messages;
    private final ZoneId zone;

    Words(MessageSource messages, @Value("${asterism.zone:Asia/Shanghai}") ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** A name in the language of the request. */
    public String name(Label label) {
        return Language.of(LocaleContextHolder.getLocale()).of(label);
    }

    /** The level in words; none means unrated. A code the pages have no word for stands for itself. */
    public String level(@Nullable String code) {
        return code == null ? say("level.none") : say("level.", code);
    }

    /** As many stars as the level has, where its code is a number. */
    public String stars(@Nullable String code) {
        return code != null && code.matches("[1-" + MOST_STARS + "]") ? "★".repeat(Integer.parseInt(code)) : "";
    }

    /** The levels in words as a JSON list, for a chart's axis or legend. */
    public String levels(List<@Nullable String> codes) {
        return JSON.writeValueAsString(codes.stream().map(this::level).toList());
    }

    /** The beginning of a long id, enough to tell it from its neighbours on a page. */
    public String brief(String id) {
        return id.length() > 12 ? id.substring(0, 8) : id;
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "–" : day.toString();
    }

    /** A moment of the journal's clock, in the scheme's zone. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "–" : MOMENT.format(instant.atZone(zone));
    }

    public String zone() {
        return zone.getId();
    }

    public String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** The message of a code; the code itself where there is none. */
    public String say(String prefix, String code) {
        String found = messages.getMessage(prefix + code, null, code, LocaleContextHolder.getLocale());
        return found == null ? code : found;
    }
}
