package asterism.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignedNoteTest {

    /** Key and note are those of the documentation of golang.org/x/mod/sumdb/note. */
    @Test
    void aNoteSignedByGoIsReadAndBelieved() {
        var key = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var note = SignedNote.parse("""
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                """);

        assertThat(note.signedBy(key)).isTrue();
        assertThat(key).hasToString("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(new SignedNote(note.text().replace("answer", "Answer"), note.signatures()).signedBy(key)).isFalse();
    }

    @Test
    void aCheckpointIsSignedAndReadBack() {
        var key = SigningKey.generate("stars.example/journal");
        var checkpoint = new Checkpoint("stars.example/journal", 8, MerkleTree.leaf(new byte[0]));

        var note = SignedNote.parse(key.sign(checkpoint.text()).encoded());

        assertThat(note.signedBy(key.verifier())).isTrue();
        assertThat(note.signedBy(SigningKey.generate("stars.example/journal").verifier())).isFalse();
        assertThat(Checkpoint.parse(note.text()).text()).isEqualTo("""
                stars.example/journal
                8
                bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=
                """);
        assertThat(SigningKey.parse(key.secretText()).sign(checkpoint.text()).encoded()).isEqualTo(note.encoded());
    }

    @Test
    void whatIsNoNoteOrNoKeyIsNotRead() {
        assertThatThrownBy(() -> SignedNote.parse("text\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignedNote.parse("text\n\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignedNote.parse("text\n\n- name AAAA\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Checkpoint.parse("origin\n01\n" + "A".repeat(43) + "=\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerifierKey.parse("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
