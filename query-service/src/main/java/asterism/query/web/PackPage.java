package asterism.query.web;

import asterism.query.web.asking.CommandApi;
import asterism.query.web.asking.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Packs for auditors, from the page that shows every fact: handed on from the command-service, which knows who may have one. */
@Controller
class PackPage {
    private final CommandApi commands;
    private final Tokens tokens;

    PackPage(CommandApi commands, Tokens tokens) {
        this.commands = commands;
        this.tokens = tokens;
    }

    /**
     * @param kind      {@code whole}, {@code branch}, {@code round} or {@code body}
     * @param id        of which branch, round or body
     * @param withFiles whether evidence files are put in
     */
    @GetMapping("/history/pack")
    void pack(@RequestParam(defaultValue = "whole") String kind, @RequestParam(defaultValue = "") String id,
              @RequestParam(defaultValue = "false") boolean withFiles, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = UriComponentsBuilder.fromPath("pack").queryParam("scope", "{scope}").queryParam("withFiles", withFiles)
                .encode().buildAndExpand(kind.equals("whole") ? kind : kind + ":" + id.strip()).toUriString();
        Optional<HttpResponse<InputStream>> found = commands.open(path, tokens.of(request, response));
        if (found.isEmpty()) {
            refused("commands.silent", response);
            return;
        }
        try (InputStream body = found.get().body()) {
            if (found.get().statusCode() == 200) {
                handOn(found.get(), body, response);
            } else {
                refused(CommandApi.code(found.get().statusCode(), body.readAllBytes()), response);
            }
        }
    }

    private static void handOn(HttpResponse<InputStream> pack, InputStream body, HttpServletResponse response) throws IOException {
        for (String name : new String[] {HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.CONTENT_LENGTH}) {
            pack.headers().firstValue(name).ifPresent(value -> response.setHeader(name, value));
        }
        body.transferTo(response.getOutputStream());
    }

    private static void refused(String code, HttpServletResponse response) throws IOException {
        response.sendRedirect(UriComponentsBuilder.fromPath("/history").queryParam("refused", "{code}").encode().buildAndExpand(code)
                .toUriString());
    }
}
