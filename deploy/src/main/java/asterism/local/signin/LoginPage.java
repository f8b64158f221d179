package asterism.local.signin;

import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** One button per person: who clicks it is that person. Both languages side by side, as nobody is known yet. */
@RestController
class LoginPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>登录 · Sign in – Asterism</title>
            <link rel="stylesheet" href="/sign-in.css">
            </head>
            <body>
            <header><span>Asterism</span></header>
            <main>
            <h1>您是谁？ <span lang="en">Who are you?</span></h1>
            %s
            <p>这是本机演示，人物均为虚构。点击姓名即可登录。
            <span lang="en">This is a demo on your own machine and everybody in it is made up. Choose a name to sign in.</span></p>
            <form method="post" action="/login">
            <input type="hidden" name="%s" value="%s">
            <input type="hidden" name="password" value="%s">
            <ul>
            %s
            </ul>
            </form>
            </main>
            </body>
            </html>
            """;
    private static final String FAILED = """
            <p class="error" role="alert">登录未成功，请重试。 <span lang="en">That did not work. Please try again.</span></p>""";
    private static final String BUTTON = """
            <li><button name="username" value="%s"><b>%s</b> <span lang="en">%s</span><br>%s <span lang="en">%s</span></button></li>""";

    private final SignIn.Setup setup;

    LoginPage(SignIn.Setup setup) {
        this.setup = setup;
    }

    @GetMapping(path = SignInDoors.LOGIN, produces = MediaType.TEXT_HTML_VALUE)
    String page(CsrfToken csrf, @RequestParam(required = false) String error) {
        String people = setup.people().stream().map(LoginPage::button).collect(Collectors.joining("\n"));
        return PAGE.formatted(error == null ? "" : FAILED, csrf.getParameterName(), csrf.getToken(), SignIn.DEMO_PASSWORD, people);
    }

    private static String button(Person person) {
        return BUTTON.formatted(escaped(person.id()), escaped(person.nameZh()), escaped(person.nameEn()),
                roleZh(person.role()), escaped(roleEn(person.role())));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String roleEn(String role) {
        String words = role.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String roleZh(String role) {
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
