package dev.burnline.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of Burnline, as the build wrote it down. */
public final class Version {

  private Version() {}

  /** Returns the version, for example {@code 0.1.0-SNAPSHOT}. */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("version.properties cannot be read", e);
    }
    return properties.getProperty("version");
  }
}
