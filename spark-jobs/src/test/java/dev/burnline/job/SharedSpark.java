package dev.burnline.job;

import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/**
 * The one Spark context of a test run: a process may have no second one, and each costs seconds.
 */
public final class SharedSpark {

  private static @Nullable JavaSparkContext context;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SharedSpark::stop));
  }

  private SharedSpark() {}

  /** Returns the context, started if it does not run. */
  static synchronized JavaSparkContext context() {
    JavaSparkContext running = context;
    if (running == null) {
      running = SparkContexts.start("test");
      context = running;
    }
    return running;
  }

  /** Stops the context, for tests of what starts one of its own. */
  public static synchronized void stop() {
    if (context != null) {
      context.stop();
      context = null;
    }
  }
}
