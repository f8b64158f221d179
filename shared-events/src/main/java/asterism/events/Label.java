package asterism.events;

/** A name as people read it, in Chinese and in English; both 1 to 200 characters. */
public record Label(@Open String zh, @Open String en) {

    public Label {
        Texts.line("zh", zh);
        Texts.line("en", en);
    }
}
