package asterism.query.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in, and what to say where it failed. */
@Controller
class SignInPages {

    @GetMapping("/sign-in")
    String signIn() {
        return "redirect:" + PagesSecurity.SIGN_IN;
    }

    @GetMapping(PagesSecurity.SIGN_IN_FAILED)
    String failed() {
        return "sign-in-failed";
    }
}
