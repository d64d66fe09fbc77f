package com.heyi.messages.internal;

import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessageError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends e-mails through the mail server that is configured, under the message's own id. */
@ApplicationScoped
public class MailGateway implements Gateway {
  private static final String PATIENCE_MILLIS = "10000";

  private final Optional<String> host;
  private final int port;
  private final Optional<String> user;
  private final Optional<String> password;
  private final String from;
  private final boolean startTls;
  private final Clock clock;

  protected MailGateway() {
    this(Optional.empty(), 0, Optional.empty(), Optional.empty(), "", false, null);
  }

  /**
   * @param host the mail server; without it nothing is sent by e-mail
   * @param startTls whether the server must offer STARTTLS; only a server on this machine should do
   *     without
   */
  @Inject
  public MailGateway(
      @ConfigProperty(name = "heyi.messages.mail.host") Optional<String> host,
      @ConfigProperty(name = "heyi.messages.mail.port", defaultValue = "587") int port,
      @ConfigProperty(name = "heyi.messages.mail.user") Optional<String> user,
      @ConfigProperty(name = "heyi.messages.mail.password") Optional<String> password,
      @ConfigProperty(name = "heyi.messages.mail.from", defaultValue = "no-reply@heyi.invalid")
          String from,
      @ConfigProperty(name = "heyi.messages.mail.start-tls", defaultValue = "true")
          boolean startTls,
      Clock clock) {
    this.host = host.filter(name -> !name.isBlank());
    this.port = port;
    this.user = user;
    this.password = password;
    this.from = from;
    this.startTls = startTls;
    this.clock = clock;
  }

  @Override
  public MessageChannel channel() {
    return MessageChannel.EMAIL;
  }

  @Override
  public boolean isReady() {
    return host.isPresent();
  }

  @Override
  public void send(Parcel parcel) {
    try {
      Transport.send(mail(session(), parcel));
    } catch (AddressException e) {
      throw new NotDelivered(MessageError.MAIL_REFUSED, true, "The address is none");
    } catch (SendFailedException e) {
      boolean wrongAddress = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
      throw new NotDelivered(
          wrongAddress ? MessageError.MAIL_REFUSED : MessageError.MAIL_FAILED,
          wrongAddress,
          "The mail server did not take it");
    } catch (AuthenticationFailedException e) {
      throw NotDelivered.closed(MessageError.MAIL_FAILED, "The mail server knows us not");
    } catch (MessagingException e) {
      throw new NotDelivered(
          MessageError.MAIL_FAILED, false, "The mail server fails: " + e.getClass().getName());
    }
  }

  private MimeMessage mail(Session session, Parcel parcel) throws MessagingException {
    MimeMessage mail = new OwnId(session, parcel.id() + "@heyi");
    mail.setFrom(new InternetAddress(from, true));
    mail.setRecipient(RecipientType.TO, new InternetAddress(parcel.to(), true));
    mail.setSubject(parcel.wording().title(), StandardCharsets.UTF_8.name());
    mail.setText(parcel.wording().text(), StandardCharsets.UTF_8.name());
    mail.setHeader("Content-Language", parcel.language().toLanguageTag());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setSentDate(Date.from(clock.instant()));
    return mail;
  }

  private Session session() {
    Properties settings = new Properties();
    settings.setProperty("mail.transport.protocol", "smtp");
    settings.setProperty("mail.smtp.host", host.orElseThrow());
    settings.setProperty("mail.smtp.port", Integer.toString(port));
    settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    settings.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    settings.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    settings.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    settings.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    if (user.isEmpty()) {
      return Session.getInstance(settings);
    }
    settings.setProperty("mail.smtp.auth", "true");
    return Session.getInstance(
        settings,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user.get(), password.orElse(""));
          }
        });
  }

  /** A mail that keeps the id it is given, where the library would make one at each sending. */
  private static final class OwnId extends MimeMessage {
    private final String ownId;

    OwnId(Session session, String ownId) {
      super(session);
      this.ownId = ownId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + ownId + ">");
    }
  }
}
