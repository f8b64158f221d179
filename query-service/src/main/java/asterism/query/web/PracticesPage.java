package asterism.query.web;

import asterism.query.listing.Listing;
import asterism.query.listing.Lists;
import asterism.query.listing.Wish;
import asterism.query.practices.PracticeLists.Pairing;
import asterism.query.practices.PracticeLists.Practice;
import asterism.query.reading.Answer;
import asterism.query.reading.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What branches are good at, for the others to learn from, and who helps whom; open to anyone. */
@Controller
class PracticesPage {
    private static final int ROWS = 50;
    private final Lists lists;
    private final Listing<Practice> practices;
    private final Listing<Pairing> pairings;

    PracticesPage(Lists lists, Listing<Practice> practices, Listing<Pairing> pairings) {
        this.lists = lists;
        this.practices = practices;
        this.pairings = pairings;
    }

    /**
     * @param after  the practice before the first one shown
     * @param beyond the pairing before the first one shown
     */
    @GetMapping("/practices")
    String practices(@RequestParam(required = false) @Nullable String after, @RequestParam(required = false) @Nullable String beyond,
                     Model model) {
        Answer<Page<Practice>> examples = lists.ask(practices, page("", after));
        Page<Pairing> running = lists.ask(pairings, page("running = true", beyond)).answer();
        model.addAttribute("practices", examples.answer().items()).addAttribute("pairings", running.items())
                .addAttribute("next", address("after", examples.answer().next())).addAttribute("first", first(after))
                .addAttribute("nextPairs", address("beyond", running.next())).addAttribute("firstPairs", first(beyond))
                .addAttribute("stand", examples.at());
        return "practices";
    }

    private static Wish page(String filter, @Nullable String after) {
        return new Wish(filter, after, ROWS, null, null, null, null);
    }

    private static @Nullable String address(String parameter, @Nullable String key) {
        return key == null ? null : UriComponentsBuilder.fromPath("/practices").queryParam(parameter, key).encode().toUriString();
    }

    private static @Nullable String first(@Nullable String after) {
        return after == null ? null : "/practices";
    }
}
