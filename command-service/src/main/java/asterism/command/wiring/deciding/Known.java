package asterism.command.wiring.deciding;

/** What is known of a subject, as of a version of its stream; 0 where it has no facts. */
record Known<S>(long version, S state) {

    static <S> Known<S> later(Known<S> one, Known<S> other) {
        return other.version() > one.version() ? other : one;
    }
}
