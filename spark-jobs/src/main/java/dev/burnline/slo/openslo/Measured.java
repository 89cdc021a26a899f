package dev.burnline.slo.openslo;

import java.util.Optional;

/** An entry of an SLO's objectives and what it is about, as far as that could be read. */
record Measured(Fields objective, Optional<Indicator> indicator) {}
