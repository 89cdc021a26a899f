package dev.burnline.slo.openslo;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Cuts a YAML text into OpenSLO documents; those of a list are documents, too. */
final class YamlDocuments {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setMaxAliasesForCollections(50).build();

  private final SloSource source;
  private final Findings findings;

  YamlDocuments(SloSource source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /** Returns the documents up to the first that is not YAML; empty ones are left out. */
  List<Item> read() {
    List<Item> documents = new ArrayList<>();
    int number = 1;
    boolean isEmpty = true;
    try {
      Composer composer = new Composer(SETTINGS, new ShallowParser(SETTINGS, source.text()));
      for (; composer.hasNext(); number++) {
        Node root = composer.next();
        if (!root.getTag().equals(Tag.NULL)) {
          isEmpty = false;
          addDocuments(root, number, documents);
        }
      }
      if (isEmpty) {
        findings.fileProblem(source.name(), "has no document");
      }
    } catch (MarkedYamlEngineException e) {
      findings.problem(place(number, e), "is not YAML: %s".formatted(e.getProblem()), "");
    } catch (YamlEngineException e) {
      findings.fileProblem(source.name(), "is not YAML: " + e.getMessage());
    }
    return documents;
  }

  private Findings.Place place(int number, MarkedYamlEngineException e) {
    return new Findings.Place(
        source.name(), "document " + number, "", e.getProblemMark().or(e::getContextMark));
  }

  private void addDocuments(Node root, int number, List<Item> documents) {
    Item whole = new Item(new Document(source.name(), number, findings), "", root);
    if (!new TreeCheck(whole).isSound()) {
      return;
    }
    if (root instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        Document listed = new Document(source.name(), number, findings);
        documents.add(new Item(listed, "[%d]".formatted(i), list.getValue().get(i)));
      }
    } else {
      documents.add(whole);
    }
  }
}
