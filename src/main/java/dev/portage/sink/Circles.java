package dev.portage.sink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The strongly connected parts of a directed graph (Tarjan's algorithm, without recursion, since a
 * chain of relations may be long). A node on no circle is a part of its own.
 */
final class Circles {
  private final List<List<Integer>> edges;
  private final List<List<Integer>> members = new ArrayList<>();
  private final int[] circle;
  private final int[] number;
  private final int[] lowest;
  private final int[] nextEdge;
  private final Deque<Integer> unassigned = new ArrayDeque<>();
  private int count;

  private Circles(List<List<Integer>> edges) {
    this.edges = edges;
    this.circle = new int[edges.size()];
    this.number = new int[edges.size()];
    this.lowest = new int[edges.size()];
    this.nextEdge = new int[edges.size()];
    Arrays.fill(circle, -1);
  }

  /**
   * Finds the parts.
   *
   * @param edges for each node, the nodes it points to
   */
  static Circles of(List<List<Integer>> edges) {
    Circles circles = new Circles(edges);
    for (int node = 0; node < edges.size(); node++) {
      if (circles.number[node] == 0) {
        circles.walk(node);
      }
    }
    return circles;
  }

  /** The nodes of each part; a part comes after all that it points to. */
  List<List<Integer>> members() {
    return members;
  }

  /** The part a node belongs to: an index of {@link #members}. */
  int of(int node) {
    return circle[node];
  }

  private void walk(int start) {
    Deque<Integer> path = new ArrayDeque<>();
    enter(start, path);
    while (!path.isEmpty()) {
      int node = path.element();
      if (nextEdge[node] < edges.get(node).size()) {
        follow(node, edges.get(node).get(nextEdge[node]++), path);
      } else {
        leave(path);
      }
    }
  }

  private void enter(int node, Deque<Integer> path) {
    number[node] = ++count;
    lowest[node] = count;
    unassigned.push(node);
    path.push(node);
  }

  private void follow(int node, int target, Deque<Integer> path) {
    if (number[target] == 0) {
      enter(target, path);
    } else if (circle[target] < 0) {
      lowest[node] = Math.min(lowest[node], number[target]);
    }
  }

  private void leave(Deque<Integer> path) {
    int node = path.pop();
    if (!path.isEmpty()) {
      lowest[path.element()] = Math.min(lowest[path.element()], lowest[node]);
    }
    if (lowest[node] == number[node]) {
      members.add(part(node));
    }
  }

  private List<Integer> part(int root) {
    List<Integer> nodes = new ArrayList<>();
    int node;
    do {
      node = unassigned.pop();
      circle[node] = members.size();
      nodes.add(node);
    } while (node != root);
    return nodes;
  }
}
