package dev.burnline.slo.openslo;

import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.AlertRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the documents of all files together. */
final class SloFileParser {

  private SloFileParser() {}

  static SloFile parse(List<SloSource> sources, Findings findings) throws SloFileException {
    Definitions definitions = new Definitions();
    for (SloSource source : sources) {
      for (Item document : new YamlDocuments(source, findings).read()) {
        DefinitionReader.read(document).ifPresent(definitions::add);
      }
    }
    ServiceReader services = new ServiceReader();
    definitions.all(Kind.SERVICE).forEach(services::read);
    definitions.all(Kind.DATA_SOURCE).forEach(SloFileParser::checkDataSource);
    AlertReader alerts = new AlertReader(definitions);
    for (Kind kind :
        List.of(Kind.ALERT_CONDITION, Kind.ALERT_NOTIFICATION_TARGET, Kind.ALERT_POLICY)) {
      definitions.all(kind).forEach(alerts::check);
    }
    IndicatorReader indicators = new IndicatorReader(definitions);
    definitions.all(Kind.SLI).forEach(indicators::read);
    PolicyReferences policies = new PolicyReferences(definitions);
    List<Slo> slos = new ArrayList<>();
    Map<String, AlertRules> alertRules = new HashMap<>();
    for (Definition document : definitions.all(Kind.SLO)) {
      slos.addAll(new SloReader(document, indicators).read(policies, alertRules::put));
    }
    List<Problem> problems = findings.problems(sources);
    if (!problems.isEmpty()) {
      throw new SloFileException(problems, findings.notices(sources));
    }
    return new SloFile(sources, slos, alertRules, services, findings.notices(sources));
  }

  private static void checkDataSource(Definition dataSource) {
    Fields spec = dataSource.spec().onlyWith("description", "type", "connectionDetails");
    Descriptions.check(spec);
    spec.required("type").ifPresent(Item::text);
    // A log needs no connection; for other systems the details are theirs to check.
  }
}
