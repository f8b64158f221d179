package asterism.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.Label;
import asterism.query.web.Reason.Detail;
import asterism.query.why.Node;
import asterism.query.why.Node.Kind;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a page says of a reason: words in the language of the reader, never a code that they have words for. */
class ReasonTest {
    private static final Node STEP = node(Kind.STEP, "five_star_share", new Label("五星比例", "Share of five stars"), "4",
            Map.of("writes", "level", "row", "3"));
    private static final Node DECISION = node(Kind.ALLOCATION, "r2024", null, "4", Map.of("reason", "five_star_share"), STEP);
    private static final Node RULING = node(Kind.RULING, "d-1", null, "2", Map.of("ground", "veto"), DECISION);

    private static Node node(Kind kind, String id, @Nullable Label name, String value, Map<String, String> details, Node... children) {
        return new Node(kind, id, name, value, null, null, null, details, null, List.of(children));
    }

    private static Reason told(Locale locale) {
        LocaleContextHolder.setLocale(locale);
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("pages/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return Reason.of(RULING, new Words(messages, ZoneId.of("Asia/Shanghai")));
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void a_ground_a_step_and_a_row_are_told_in_words() {
        Reason ruling = told(Locale.ENGLISH);
        assertThat(ruling.details()).containsExactly(new Detail("ground", "a veto event"));
        Reason allocation = ruling.children().getFirst();
        assertThat(allocation.details()).containsExactly(new Detail("reason", "Share of five stars"));
        assertThat(allocation.children().getFirst().value()).isEqualTo("Four stars");
        assertThat(allocation.children().getFirst().details()).containsExactly(new Detail("row", "row 3"));
    }

    @Test
    void so_they_are_in_chinese() {
        assertThat(told(Locale.SIMPLIFIED_CHINESE).details()).extracting(Detail::value).containsExactly("一票否决事项");
    }
}
