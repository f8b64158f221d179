package asterism.query.web;

import asterism.events.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language of the pages. */
enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE), EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /** The code in addresses, {@code zh} or {@code en}. */
    String code() {
        return locale.getLanguage();
    }

    String of(Label label) {
        return switch (this) {
            case ZH -> label.zh();
            case EN -> label.en();
        };
    }

    static Optional<Language> byCode(String code) {
        return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
    }

    static Language of(Locale locale) {
        return byCode(locale.getLanguage()).orElse(ZH);
    }

    /** The first language a visitor's browser asks for that the pages speak; Chinese where it asks for none. */
    static Language preferred(List<Locale> wished) {
        return wished.stream().flatMap(locale -> byCode(locale.getLanguage()).stream()).findFirst().orElse(ZH);
    }
}
