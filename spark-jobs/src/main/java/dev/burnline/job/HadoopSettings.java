package dev.burnline.job;

import org.apache.hadoop.conf.Configuration;

/** The settings by which logs and stores on other file systems are reached. */
public final class HadoopSettings {

  private static final String PREFIX = "spark.hadoop.";

  private HadoopSettings() {}

  /**
   * Returns Hadoop's own settings with Spark's {@code spark.hadoop.*} properties above them, as a
   * Spark context has them; spark-submit hands these on as system properties.
   */
  public static Configuration current() {
    Configuration settings = new Configuration();
    System.getProperties()
        .forEach(
            (name, value) -> {
              if (name instanceof String key && key.startsWith(PREFIX)) {
                settings.set(key.substring(PREFIX.length()), String.valueOf(value));
              }
            });
    return settings;
  }
}
