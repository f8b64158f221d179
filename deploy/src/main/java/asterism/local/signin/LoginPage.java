package asterism.local.signin;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One button per person: who clicks it is that person. Both languages side by side, as nobody is known yet. */
@Controller
class LoginPage {

    private final List<Door> doors;

    LoginPage(SignIn.Setup setup) {
        this.doors = setup.people().stream().map(Door::of).toList();
    }

    /** One person's button. */
    record Door(Person person, String roleZh, String roleEn) {

        static Door of(Person person) {
            String words = person.role().toLowerCase(Locale.ROOT).replace('_', ' ');
            return new Door(person, inChinese(person.role()), Character.toUpperCase(words.charAt(0)) + words.substring(1));
        }
    }

    @GetMapping(SignInDoors.LOGIN)
    String page(CsrfToken csrf, @RequestParam(required = false) @Nullable String error, Model model) {
        model.addAttribute("csrf", csrf).addAttribute("failed", error != null).addAttribute("password", SignIn.DEMO_PASSWORD)
                .addAttribute("doors", doors);
        return "login";
    }

    private static String inChinese(String role) {
        return switch (role) {
            case "BRANCH_SECRETARY" -> "支部书记";
            case "DESK_REVIEWER" -> "材料审核员";
            case "ROUND_OFFICE" -> "评定办公室";
            case "ASSESSOR" -> "评审员";
            case "PANEL_CHAIR" -> "评审组组长";
            case "COMMITTEE_SECRETARY" -> "委员会秘书";
            case "COMMITTEE_MEMBER" -> "委员会委员";
            case "APPEAL_PANEL" -> "申诉复核组";
            case "DISCIPLINE_OFFICER" -> "纪检部门";
            case "AUDITOR" -> "审计员";
            case "ADMINISTRATOR" -> "系统管理员";
            default -> "";
        };
    }
}
