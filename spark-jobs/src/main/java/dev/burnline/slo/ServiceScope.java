package dev.burnline.slo;

/** The services that something of the SLO file holds for. */
public sealed interface ServiceScope {

  /** Returns whether the service is one of them. */
  boolean covers(String service);

  /** Every service that the logs name. */
  record Every() implements ServiceScope {
    @Override
    public boolean covers(String service) {
      return true;
    }
  }

  /** The one service of exactly this name. */
  record Named(String name) implements ServiceScope {
    @Override
    public boolean covers(String service) {
      return name.equals(service);
    }
  }
}
