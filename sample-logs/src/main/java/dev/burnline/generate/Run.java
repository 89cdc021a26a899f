package dev.burnline.generate;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.incident.Episode;
import dev.burnline.generate.incident.Incident;
import dev.burnline.generate.line.ContractLog;
import dev.burnline.generate.line.LineSink;
import dev.burnline.generate.line.MinimalLog;
import dev.burnline.generate.prompt.Prompts;
import dev.burnline.generate.rotation.RotatedLog;
import dev.burnline.generate.server.EventLog;
import dev.burnline.generate.server.Profile;
import dev.burnline.generate.server.Server;
import dev.burnline.generate.traffic.Arrivals;
import dev.burnline.generate.truth.ServiceTruth;
import dev.burnline.generate.truth.TruthFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Simulates one instance after the other; instances know nothing of each other. */
final class Run {

  private static final long MICROS = 1_000_000;

  private final Plan plan;
  private final Progress progress;
  private final Prompts prompts = new Prompts();
  private final TruthFile truth = new TruthFile();

  Run(Plan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  void write() throws IOException {
    for (int s = 0; s < plan.services().size(); s++) {
      for (int i = 0; i < plan.instances(); i++) {
        instance(s, i);
      }
    }
    truth.write(plan.truth(), plan.start(), plan.end());
  }

  private void instance(int serviceIndex, int index) throws IOException {
    ServiceSpec service = plan.services().get(serviceIndex);
    long ofService = plan.requestsOf(serviceIndex);
    long requests =
        ofService * (index + 1) / plan.instances() - ofService * index / plan.instances();
    String host = Hosts.name(serviceIndex * plan.instances() + index);
    Profile profile =
        Profiles.of(service.name(), host, requests / (plan.days() * 86_400.0), plan.slots());
    long serviceSeed = Draws.seed(plan.seed(), service.name());
    long seed = Draws.seed(serviceSeed, host);
    long startSecond = plan.start().getEpochSecond();
    Arrivals arrivals =
        new Arrivals(
            Draws.seed(serviceSeed, "bursts"),
            Draws.seed(seed, "arrivals"),
            startSecond,
            plan.days(),
            requests);
    List<Episode> episodes = episodes(service, profile.instance());
    Path folder = plan.out().resolve(host);
    try (RotatedLog file = new RotatedLog(folder, plan.rotation())) {
      EventLog log = log(service, profile, file, episodes, seed);
      Server server = new Server(profile, arrivals, episodes, log, seed);
      progress.begin(host);
      server.run(startSecond * MICROS, plan.end().getEpochSecond() * MICROS, progress);
      truth.removed(host, file.removed());
    }
    episodes.forEach(episode -> truth.impact(episode.incident(), episode.impact()));
  }

  private List<Episode> episodes(ServiceSpec service, String instance) {
    return plan.incidents().stream()
        .filter(incident -> incident.concerns(service.name(), instance))
        .filter(
            incident ->
                service.format() == LineFormat.CONTRACT || incident.kind().visibleInMinimalLines())
        .map(Incident::begin)
        .toList();
  }

  private EventLog log(
      ServiceSpec service, Profile profile, LineSink sink, List<Episode> episodes, long seed) {
    ServiceTruth counts = truth.service(service.name());
    return switch (service.format()) {
      case CONTRACT -> new ContractLog(profile, prompts, sink, counts, episodes, seed);
      case MINIMAL -> new MinimalLog(profile, prompts, sink, counts, episodes, seed);
    };
  }
}
