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

    /** What a public log published once, with the signatures of four witnesses below its own two. */
    @Test
    void aPublicLogsCheckpointAndAWitnessBelowItAreBelieved() {
        var log = VerifierKey.parse("arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f");
        var witness = VerifierKey.parse("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2");
        var note = SignedNote.parse("""
                arche2025h1.staging.ct.transparency.dev
                1432088532
                U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

                — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQ\
                IgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
                — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8E\
                i59RA23oHP7Ry1k3ZFWwQ=
                — transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4A\
                scylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
                — witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJ\
                bqmNWVuE0tgh0XwzdZsDsUAQ==
                — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0Dr\
                AWfBw==
                — witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOv\
                KFYe/TmN9DAg==
                """);

        assertThat(note.signatures()).hasSize(6);
        assertThat(note.signedBy(log)).isTrue();
        assertThat(note.signedBy(witness)).isTrue();
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(1_432_088_532);
        var larger = new SignedNote(note.text().replace("1432088532", "1432088533"), note.signatures());
        assertThat(larger.signedBy(log)).isFalse();
        assertThat(larger.signedBy(witness)).isFalse();
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
