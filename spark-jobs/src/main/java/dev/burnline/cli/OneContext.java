package dev.burnline.cli;

import dev.burnline.job.SparkContexts;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/** Stops the context if it was started, also when the command failed while it was starting. */
final class OneContext implements AutoCloseable {

  private final String name;
  private @Nullable JavaSparkContext context;
  private boolean closed;

  OneContext(String name) {
    this.name = name;
  }

  synchronized JavaSparkContext start() {
    if (closed) {
      throw new IllegalStateException("the command has ended already");
    }
    JavaSparkContext started = SparkContexts.start(name);
    context = started;
    return started;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (context != null) {
      context.stop();
    }
  }
}
