package asterism.query.web;

import asterism.events.Label;
import asterism.events.Post;
import asterism.query.worklist.WorklistQuestion;
import asterism.query.worklist.WorklistQuestion.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

    /** The name that fits the language of the request; the other, or a dash, where there is none. */
    public String both(@Nullable String zh, @Nullable String en) {
        String wanted = Language.of(LocaleContextHolder.getLocale()) == Language.ZH ? zh : en;
        return wanted != null ? wanted : zh != null ? zh : en != null ? en : "–";
    }

    /** A name that a scheme's document gives. */
    public String name(asterism.rating.Label label) {
        return Language.of(LocaleContextHolder.getLocale()) == Language.ZH ? label.zh() : label.en();
    }

    /** What a field of a command is called: there, or anywhere. */
    public String field(String command, String name) {
        String there = messages.getMessage("field." + command + "." + name, null, null, LocaleContextHolder.getLocale());
        return there == null ? say("field.", name) : there;
    }

    /** What is to be said beside a field; empty where nothing is. */
    public String hint(String command, String name) {
        String there = messages.getMessage("hint." + command + "." + name, null, "", LocaleContextHolder.getLocale());
        return there == null ? "" : there;
    }

    /** What it means to choose nothing in a field. */
    public String none(String command, String name) {
        String there = hint(command, name + ".none");
        return there.isEmpty() ? say("form.none") : there;
    }

    /** What a fact says happened, by its wire name. */
    public String fact(String type) {
        return say("fact.", type.substring(0, type.indexOf('/')));
    }

    /** Why something was refused; what the house itself says, where the pages have no words for the code. */
    public String refusal(String code, String sentence) {
        String found = messages.getMessage("refusal." + code, null, sentence.isEmpty() ? code : sentence, LocaleContextHolder.getLocale());
        return found == null ? code : found;
    }

    /** Who acted: a person's name, or what the house, a survey or the public is called. */
    public String actor(String actor, @Nullable String name) {
        return name != null ? name : say("actor.", actor.contains("/") ? actor.substring(0, actor.indexOf('/')) : actor);
    }

    /** On what ground a star was lowered or taken, or its decision contested: a code of the scheme, in words where the pages have them. */
    public String ground(String code) {
        String found = messages.getMessage("ground." + code.toLowerCase(Locale.ROOT), null, code, LocaleContextHolder.getLocale());
        return found == null ? code : found;
    }

    /** How a decision changed the star, or on what ground. */
    public String change(String code) {
        String found = messages.getMessage("change." + code, null, null, LocaleContextHolder.getLocale());
        return found == null ? ground(code) : found;
    }

    public String posts(Collection<Post> posts) {
        return posts.stream().map(post -> say("post.", post.name())).collect(Collectors.joining(say("list.or")));
    }

    /** Where a step of the worklist is taken; for somebody else, at the form itself, which says for whom. */
    public String placeOf(Item item) {
        if (item.step().equals(WorklistQuestion.SEE_TO) || item.branch().isEmpty()) {
            return item.subject().contains("/") ? placeOfStream(item.subject()) : placeOfSubject(item.subject());
        }
        String form = "/do/" + item.step() + "/" + (item.subject().startsWith("standing/") ? item.branch() : item.subject());
        return item.onBehalfOf() != null ? form + "?onBehalfOf=" + item.onBehalfOf()
                : item.subject().startsWith("standing/") ? form : placeOfSubject(item.subject());
    }

    /** The page of a case or an appeal. */
    public String placeOfSubject(String subject) {
        return subject.contains(".") ? "/cases/" + subject : "/appeals/" + subject;
    }

    /** The page about the subject of a stream. */
    public String placeOfStream(String stream) {
        String id = stream.substring(stream.indexOf('/') + 1);
        return switch (stream.substring(0, stream.indexOf('/') + 1)) {
            case "application/" -> "/cases/" + id;
            case "appeal/" -> "/appeals/" + id;
            case "round/" -> "/rounds/" + id;
            case "scheme/" -> "/schemes/" + id;
            case "standing/", "branch/" -> "/branches/" + id;
            case String _ -> "/history";
        };
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
        return list(codes.stream().map(this::level).toList());
    }

    /** Words as a JSON list, for a chart. */
    public String list(List<String> words) {
        return JSON.writeValueAsString(words);
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
