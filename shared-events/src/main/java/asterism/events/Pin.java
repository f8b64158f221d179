package asterism.events;

/**
 * The rules a case is judged by, fixed when its round opened; later versions do not touch it.
 *
 * @param version     version of the scheme
 * @param sha256      of that version's text
 * @param localRules  SHA-256 of the local-rules document that fills what the scheme leaves unsaid
 */
public record Pin(SchemeId scheme, @Open String version, @Open String sha256, @Open String localRules) {

    public Pin {
        Texts.line("version", version);
        Sha256.check(sha256);
        Sha256.check(localRules);
    }
}
