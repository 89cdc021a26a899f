package dev.burnline.job;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Makes the Spark context of a command. */
public final class SparkContexts {

  private SparkContexts() {}

  /**
   * Starts a context. What spark-submit or the user has set stays; without a master it is a local
   * one that uses all cores, talks only to itself and opens no web page.
   */
  public static JavaSparkContext start(String name) {
    SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "burnline " + name);
    if (!conf.contains("spark.master")) {
      conf.setMaster("local[*]")
          .setIfMissing("spark.ui.enabled", "false")
          .setIfMissing("spark.driver.host", "localhost")
          .setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
    return new JavaSparkContext(conf);
  }
}
