package dev.burnline.deliver;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Hands a written mail to a mail server, one transaction for each recipient, so that one refused
 * address costs no other its mail and every recipient has an outcome of its own.
 */
final class Smtp {

  private final SmtpServer server;
  private final @Nullable Credentials credentials;
  private final Duration timeout;

  /**
   * @param timeout longest wait for the connection and for each answer
   */
  Smtp(SmtpServer server, @Nullable Credentials credentials, Duration timeout) {
    this.server = server;
    this.credentials = credentials;
    this.timeout = timeout;
  }

  /** One delivery for each recipient, in order; never an exception for what a server does. */
  List<Delivery> deliver(WrittenMail mail, MailAddress sender, List<MailAddress> recipients) {
    Session session = Session.getInstance(properties(sender));
    List<Delivery> deliveries = new ArrayList<>();
    Optional<Outcome> unreachable = Optional.empty();
    SMTPTransport transport = new SMTPTransport(session, null);
    try {
      for (MailAddress recipient : recipients) {
        if (unreachable.isEmpty()) {
          unreachable = connect(transport);
        }
        Outcome outcome =
            unreachable.isPresent()
                ? unreachable.get()
                : hand(transport, new RawMessage(session, mail), recipient);
        deliveries.add(new Delivery(recipient, outcome));
      }
    } finally {
      close(transport);
    }
    return List.copyOf(deliveries);
  }

  private static Outcome hand(SMTPTransport transport, RawMessage message, MailAddress recipient) {
    try {
      transport.sendMessage(message, new Address[] {recipient.toInternetAddress()});
      return new Outcome.Accepted(String.valueOf(transport.getLastServerResponse()));
    } catch (MessagingException e) {
      return outcomeOf(e, message);
    }
  }

  /**
   * Connects unless connected; empty, or why the server cannot be used, which holds for the rest.
   */
  private Optional<Outcome> connect(SMTPTransport transport) {
    if (transport.isConnected()) {
      return Optional.empty();
    }
    String user = credentials == null ? null : credentials.user();
    String password = credentials == null ? null : credentials.password();
    try {
      transport.connect(server.host(), server.port(), user, password);
      return Optional.empty();
    } catch (MessagingException e) {
      return Optional.of(new Outcome.NotReached(server + ": " + reasonOf(e)));
    }
  }

  /**
   * The most telling exception of the chain: about the recipient, else the sender, else the mail.
   */
  private static Outcome outcomeOf(MessagingException failure, RawMessage message) {
    for (Exception e = failure; e != null; e = next(e)) {
      if (e instanceof SMTPAddressFailedException address) {
        return refused(address.getReturnCode(), address);
      }
      if (e instanceof SMTPSenderFailedException sender) {
        return refused(sender.getReturnCode(), sender);
      }
    }
    if (failure instanceof SMTPSendFailedException send && send.getReturnCode() >= 400) {
      return refused(send.getReturnCode(), send);
    }
    return message.wasHandedOver()
        ? new Outcome.Unknown("no answer after the mail: " + reasonOf(failure))
        : new Outcome.NotReached(reasonOf(failure));
  }

  private static Outcome refused(int code, Exception e) {
    return new Outcome.Refused(code, String.valueOf(e.getMessage()));
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException m ? m.getNextException() : null;
  }

  private static String reasonOf(MessagingException e) {
    if (e instanceof MailConnectException) {
      Exception cause = e.getNextException();
      return "no connection" + (cause == null ? "" : " (" + cause.getMessage() + ")");
    }
    Exception cause = e.getNextException();
    String detail = cause instanceof IOException ? " (" + cause.getMessage() + ")" : "";
    return e.getMessage() + detail;
  }

  /** What was accepted stays accepted when the goodbye fails. */
  private static void close(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      return;
    }
  }

  private Properties properties(MailAddress sender) {
    Properties properties = new Properties();
    String millis = Long.toString(timeout.toMillis());
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.from", sender.address());
    properties.put("mail.smtp.quitwait", "false");
    // The mail goes out as it was written: a server that takes eight bits must not change it.
    properties.put("mail.smtp.allow8bitmime", "false");
    properties.put("mail.smtp.auth", Boolean.toString(credentials != null));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean startTls = server.security() == Security.STARTTLS;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(server.security() == Security.TLS));
    return properties;
  }
}
