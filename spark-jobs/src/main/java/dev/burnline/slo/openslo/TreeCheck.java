package dev.burnline.slo.openslo;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Looks for what no place of a document may have: a key twice, a key that is no text, and a value
 * that contains itself. Shared values are visited once, so aliases cannot make it slow.
 */
final class TreeCheck {

  private final Item root;
  private final Set<Node> visited = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean sound = true;

  TreeCheck(Item root) {
    this.root = root;
  }

  /** Returns whether the tree can be read on; problems are listed. */
  boolean isSound() {
    visit(root);
    return sound;
  }

  private void visit(Item item) {
    if (open.contains(item.node())) {
      fail(item, "contains itself");
      return;
    }
    if (!visited.add(item.node())) {
      return;
    }
    open.add(item.node());
    if (item.node() instanceof MappingNode mapping) {
      visitFields(item, mapping);
    } else if (item.node() instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        visit(item.at(i, list.getValue().get(i)));
      }
    }
    open.remove(item.node());
  }

  private void visitFields(Item item, MappingNode mapping) {
    Map<String, Integer> firstLines = new HashMap<>();
    for (NodeTuple field : mapping.getValue()) {
      if (!(field.getKeyNode() instanceof ScalarNode key)) {
        fail(item.at("?", field.getKeyNode()), "a key must be a text or a number");
        continue;
      }
      int line = key.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
      Integer firstLine = firstLines.putIfAbsent(key.getValue(), line);
      if (firstLine != null) {
        fail(
            item.at(key.getValue(), key),
            "the key is there already, in line %d".formatted(firstLine));
      }
      visit(item.at(key.getValue(), field.getValueNode()));
    }
  }

  private void fail(Item item, String what) {
    sound = false;
    item.problemWithoutValue(what);
  }
}
