package asterism.command.wiring.feed;

import asterism.command.wiring.keys.Documents;
import asterism.command.wiring.keys.Keyring;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Keys and documents for the other service of the house, under the services' own token. */
@RestController
@Hidden // between the services of one house
class KeysApi {
    private final Keyring keys;
    private final Documents documents;

    KeysApi(Keyring keys, Documents documents) {
        this.keys = keys;
        this.documents = documents;
    }

    /** The 32 bytes of a key; 404 where there is none or it was erased. */
    @GetMapping("/internal/keys/{kind}/{id}")
    ResponseEntity<byte[]> key(@PathVariable String kind, @PathVariable String id) {
        return keys.find(kind + "/" + id)
                .map(key -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(key))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** A document by its SHA-256. */
    @GetMapping("/internal/documents/{sha256:[0-9a-f]{64}}")
    ResponseEntity<String> document(@PathVariable String sha256) {
        return documents.find(sha256)
                .map(text -> ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(text))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
