package dev.burnline.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SendTest {

  /**
   * Shapes that a mail library likes to change: odd header order and case, folding, long base64.
   */
  private static final String MAIL =
      String.join(
          "\r\n",
          "subject: [MISSED] chat",
          "Message-ID: <nightly-2026-11-23.chat@burnline.example.org>",
          "From: Burnline <burnline@example.org>",
          "To: undisclosed-recipients:;",
          "Date: Tue, 24 Nov 2026 00:31:00 +0000",
          "References: <2026-11@burnline.example.org>",
          "\t<2026-10@burnline.example.org>",
          "MIME-Version: 1.0",
          "X-Odd:no space,  two spaces ",
          "Content-Type: text/plain; charset=utf-8",
          "Content-Transfer-Encoding: quoted-printable",
          "",
          "p95 =E2=89=A4 10 s",
          ".a line with a dot",
          "..two dots",
          "");

  @TempDir private Path folder;
  private Path report;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeReport() throws IOException {
    report = Files.writeString(folder.resolve("report.eml"), MAIL);
  }

  @Test
  void a_mail_server_has_the_mail_as_it_was_written() throws Exception {
    GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
    try {
      int code =
          send("--smtp", "127.0.0.1:" + server.getSmtp().getPort(), "--to", "a@x.org,b@x.org");

      assertThat(code).isZero();
      MimeMessage[] received = server.getReceivedMessages();
      assertThat(received).hasSize(2);
      for (MimeMessage message : received) {
        assertThat(rawWithoutTrace(message)).isEqualTo(MAIL.stripTrailing());
      }
    } finally {
      server.stop();
    }
    assertThat(out.toString())
        .contains("accepted     a@x.org  250", "accepted     b@x.org  250")
        .contains(
            "<nightly-2026-11-23.chat@burnline.example.org>: accepted for 2 of 2 recipients by"
                + " 127.0.0.1:");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void the_bytes_of_the_file_go_over_the_wire() throws Exception {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.saying(Map.of())) {
      assertThat(send("--smtp", server.address(), "--to", "a@x.org", "--from", "ops@x.org"))
          .isZero();

      assertThat(server.mails()).containsExactly(MAIL);
      assertThat(server.heard()).contains("MAIL FROM:<ops@x.org>", "RCPT TO:<a@x.org>");
    }
  }

  @Test
  void a_folder_stands_for_its_report_eml_and_lf_becomes_crlf() throws Exception {
    Files.writeString(report, MAIL.replace("\r\n", "\n"));

    assertThat(WrittenMail.read(folder).bytes())
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo(MAIL);
  }

  @Test
  void a_refused_recipient_costs_the_others_nothing() throws Exception {
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.saying(
            Map.of(
                "RCPT TO:<gone@x.org>", "550 5.1.1 no such user",
                "RCPT TO:<full@x.org>", "452 4.2.2 mailbox full"))) {
      int code = send("--smtp", server.address(), "--to", "gone@x.org,here@x.org,full@x.org");

      assertThat(code).isEqualTo(3);
      assertThat(server.heard())
          .filteredOn(line -> line.startsWith("RCPT") || line.equals("."))
          .containsExactly(
              "RCPT TO:<gone@x.org>", "RCPT TO:<here@x.org>", ".", "RCPT TO:<full@x.org>");
    }
    assertThat(out.toString().lines())
        .contains(
            "refused      gone@x.org  550 5.1.1 no such user",
            "refused      full@x.org  452 4.2.2 mailbox full; may pass later, send again")
        .anyMatch(line -> line.startsWith("accepted     here@x.org  250"))
        .anyMatch(line -> line.contains("accepted for 1 of 3 recipients"));
  }

  @Test
  void a_mail_refused_after_the_data_is_refused() throws Exception {
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.saying(Map.of(".", "554 5.7.1 looks like spam"))) {
      assertThat(send("--smtp", server.address(), "--to", "a@x.org")).isEqualTo(3);
    }
    assertThat(out.toString()).contains("refused      a@x.org  554 5.7.1 looks like spam");
  }

  @Test
  void no_answer_after_the_mail_is_unknown() throws Exception {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.saying(Map.of(".", ""))) {
      assertThat(send("--smtp", server.address(), "--to", "a@x.org")).isEqualTo(3);
    }
    assertThat(out.toString())
        .contains("unknown      a@x.org  no answer after the mail: ")
        .contains("it may have arrived, sending again repeats the same Message-ID");
  }

  @Test
  void a_server_that_is_down_is_asked_once_for_all_recipients() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThat(send("--smtp", "127.0.0.1:" + port, "--to", "a@x.org,b@x.org")).isEqualTo(3);
    assertThat(out.toString())
        .contains("not reached  a@x.org  127.0.0.1:" + port + " (plain): no connection")
        .contains("not reached  b@x.org  ")
        .contains("accepted for 0 of 2 recipients");
  }

  @Test
  void a_silent_server_is_given_up_after_the_timeout() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int code =
          send(
              "--smtp",
              "127.0.0.1:" + silent.getLocalPort(),
              "--to",
              "a@x.org",
              "--timeout-seconds",
              "1");

      assertThat(code).isEqualTo(3);
    }
    assertThat(out.toString()).contains("not reached  a@x.org").contains("Read timed out");
  }

  @Test
  void a_server_without_starttls_gets_nothing_when_starttls_is_demanded() throws Exception {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.saying(Map.of())) {
      int code = run("--report", report.toString(), "--smtp", server.address(), "--to", "a@x.org");

      assertThat(code).isEqualTo(3);
      assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }
    assertThat(out.toString()).contains("STARTTLS is required but host does not support STARTTLS");
  }

  @Test
  void a_server_whose_certificate_nobody_vouches_for_gets_nothing() throws Exception {
    GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTPS);
    try {
      int code =
          run(
              "--report",
              report.toString(),
              "--security",
              "tls",
              "--smtp",
              "127.0.0.1:" + server.getSmtps().getPort(),
              "--to",
              "a@x.org");

      assertThat(code).isEqualTo(3);
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
    assertThat(out.toString()).contains("not reached  a@x.org").contains("unable to find valid");
  }

  @Test
  void a_dry_run_connects_to_nothing_and_says_what_would_go() {
    int code = send("--smtp", "localhost:1", "--to", "a@x.org", "--from", "ops@x.org", "--dry-run");

    assertThat(code).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "would send to a@x.org",
            "<nightly-2026-11-23.chat@burnline.example.org>: "
                + MAIL.length()
                + " bytes from ops@x.org by localhost:1 (plain), nothing sent");
  }

  @Test
  void every_wrong_setting_is_named_at_once() {
    int code =
        run(
            "--report",
            report.toString(),
            "--security",
            "none",
            "--smtp",
            "mail host",
            "--to",
            "a@x.org,b@x.org\r\nRCPT TO:<c@x.org>",
            "--from",
            "\u0000@x.org");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "security: 'none' is not one of starttls, tls, plain",
            "smtp: 'mail host' is not host:port, such as mail.example.org:587",
            "to: 'b@x.org  RCPT TO:<c@x.org>' is not an address such as sre@example.org",
            "from: ' @x.org' is not an address such as sre@example.org");
  }

  @Test
  void plain_is_refused_for_another_machine() {
    assertThat(send("--smtp", "mail.example.org", "--to", "a@x.org")).isEqualTo(2);
    assertThat(err.toString())
        .contains("security 'plain' is for a server on this machine, not for 'mail.example.org'");
  }

  @Test
  void a_missing_report_is_told_apart_from_wrong_usage() throws Exception {
    Files.delete(report);

    assertThat(send("--smtp", "localhost:1", "--to", "a@x.org")).isEqualTo(3);
    assertThat(err.toString()).isEqualToIgnoringNewLines(report + " does not exist");
  }

  @Test
  void a_mail_that_could_end_early_is_not_sent() throws Exception {
    Files.writeString(report, MAIL.replace("p95", "p95\r.\rMAIL FROM:<x@x.org>"));

    assertThat(send("--smtp", "localhost:1", "--to", "a@x.org")).isEqualTo(3);
    assertThat(err.toString()).contains("report.eml has a lone CR at byte ");
  }

  @Test
  void a_mail_without_message_id_is_not_sent() throws Exception {
    Files.writeString(report, MAIL.replace("Message-ID", "X-Was"));

    assertThat(send("--smtp", "localhost:1", "--to", "a@x.org")).isEqualTo(3);
    assertThat(err.toString())
        .contains("report.eml has no Message-ID, which tells a repeated mail from a new one");
  }

  @Test
  void credentials_come_from_a_file_only_its_owner_can_read() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("send.conf"),
            "# mail\nsmtp = localhost:1\nsecurity=plain\nto = a@x.org\nuser = u\npassword = p=\\q#\n");
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-r-----"));

    assertThat(run("--report", report.toString(), "--config", config.toString(), "--dry-run"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("holds a password but is rw-r-----", "chmod 600 " + config);

    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
    assertThat(run("--report", report.toString(), "--config", config.toString(), "--dry-run"))
        .isZero();
    assertThat(out.toString()).contains("by localhost:1 (plain) as u, nothing sent");
    assertThat(ConfigFile.read(config)).containsEntry("password", "p=\\q#");
  }

  @Test
  void wrong_lines_of_a_file_are_named_without_their_content() throws Exception {
    Path config = Files.writeString(folder.resolve("send.conf"), "pasword = secret\nto=a\nto=b\n");

    assertThat(run("--report", report.toString(), "--config", config.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            config
                + ", line 1: not one of smtp, security, from, to, user, password, as 'key = value'")
        .contains(config + ", line 3: 'to' is set twice")
        .doesNotContain("secret");
  }

  @Test
  void a_user_without_a_password_is_wrong() {
    CommandLine command = Send.commandLine(Map.of(Settings.USER_VARIABLE, "u"));
    command.setErr(new PrintWriter(err));

    int code =
        command.execute("--report", report.toString(), "--smtp", "localhost:1", "--to", "a@x.org");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .contains("user and password belong together, but only the user is set");
  }

  private int send(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--report", report.toString()));
    all.addAll(List.of("--security", "plain"));
    all.addAll(Arrays.asList(arguments));
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    CommandLine command = Send.commandLine(Map.of());
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  private static GreenMail greenMail(String protocol) {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(60_000);
    GreenMail server = new GreenMail(setup);
    server.start();
    return server;
  }

  /**
   * The message as stored, without the headers that the receiving server put before it; it also
   * drops the last line end.
   */
  private static String rawWithoutTrace(MimeMessage message) throws Exception {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    message.writeTo(raw);
    String text = raw.toString(StandardCharsets.US_ASCII);
    return text.substring(text.indexOf("subject:"));
  }
}
