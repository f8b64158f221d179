package asterism.local.signin;

/**
 * Someone who can sign in to the local house.
 *
 * @param id     user name and, in tokens, the subject
 * @param nameZh the name in Chinese
 * @param nameEn the name in English
 * @param role   what the person does in the demo, such as {@code DESK_REVIEWER}; shown at sign-in, never part of a token
 */
public record Person(String id, String nameZh, String nameEn, String role) {
}
