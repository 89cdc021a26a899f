package dev.burnline.deliver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server on this machine that says yes to all, except to lines that begin as scripted: those
 * get the scripted reply. The line after the mail is {@code .}; an empty reply hangs up.
 */
final class ScriptedSmtpServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, String> script;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::serve, "scripted-smtp");

  private ScriptedSmtpServer(Map<String, String> script) throws IOException {
    this.script = Map.copyOf(script);
    this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  static ScriptedSmtpServer saying(Map<String, String> script) throws IOException {
    ScriptedSmtpServer server = new ScriptedSmtpServer(script);
    server.thread.start();
    return server;
  }

  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** Every line of every client so far. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  /** Every mail so far, with CR LF and without the dots that SMTP puts before a line's dot. */
  List<String> mails() {
    return List.copyOf(mails);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        if (!socket.isClosed() && !(e instanceof java.net.SocketException)) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = client.getOutputStream();
    boolean inMail = false;
    StringBuilder mail = new StringBuilder();
    String line = "(connected)";
    while (line != null) {
      if (inMail && !line.equals(".")) {
        mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      } else {
        heard.add(line);
        if (inMail) {
          mails.add(mail.toString());
          mail.setLength(0);
        }
        String reply = replyTo(line);
        if (reply.isEmpty()) {
          return;
        }
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        inMail = line.equals("DATA");
      }
      line = in.readLine();
    }
  }

  private String replyTo(String line) {
    return script.entrySet().stream()
        .filter(entry -> line.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(
            () -> {
              if (line.equals("(connected)")) {
                return "220 scripted";
              }
              return line.equals("DATA") ? "354 go on" : "250 OK " + line.length();
            });
  }

  @Override
  public void close() throws IOException {
    socket.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
