package asterism.command.wiring.telling;

import asterism.command.wiring.telling.Letters.Delivery;
import asterism.events.Label;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends mails, where a mail server is named in {@code spring.mail.host}; elsewhere nobody is told by mail. Sent twice after a crash, a mail
 * has the same Message-ID.
 */
@Component
class MailRoom {
    private static final String PERSON = "{person}";
    private final @Nullable JavaMailSender sender;
    private final String address;
    private final String from;
    private final String pages;

    /**
     * @param address how the mail server knows a person, with {@code {person}} in the place of the id
     * @param from    the sender
     * @param pages   where the pages are, for the link
     */
    MailRoom(ObjectProvider<JavaMailSender> sender, @Value("${asterism.mail.address:}") String address,
             @Value("${asterism.mail.from:}") String from, @Value("${asterism.mail.pages:}") String pages) {
        this.sender = sender.getIfAvailable();
        this.address = address;
        this.from = from;
        this.pages = pages.replaceAll("/+$", "");
        if (isOpen() && (!address.contains(PERSON) || from.isBlank())) {
            throw new IllegalStateException("a mail server is named, so asterism.mail.address must hold {person} and asterism.mail.from "
                    + "name a sender");
        }
    }

    boolean isOpen() {
        return sender != null;
    }

    /**
     * Hands a mail to the server.
     *
     * @throws MailException where it was not taken
     */
    void send(Delivery letter, Label what, Label branch) {
        if (sender == null) {
            return;
        }
        MimeMessage mail = sender.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(address.replace(PERSON, letter.person()));
            helper.setSubject("%s：%s / %s: %s".formatted(branch.zh(), what.zh(), branch.en(), what.en()));
            helper.setText("%s：%s。%n%s: %s.%n%n%s/history/%d%n".formatted(branch.zh(), what.zh(), branch.en(), what.en(), pages,
                    letter.position()));
            mail.setHeader("Message-ID", "<%d.%s@asterism>".formatted(letter.position(), letter.person()));
        } catch (MessagingException e) {
            throw new MailPreparationException("the mail cannot be written", e);
        }
        sender.send(mail);
    }
}
