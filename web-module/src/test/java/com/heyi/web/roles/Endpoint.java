package com.heyi.web.roles;

import com.heyi.shared.facade.FacadeAction;
import com.heyi.shared.facade.Role;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One way into Heyi from outside.
 *
 * @param kind what speaks to it
 * @param verb HTTP method; of a SOAP operation POST
 * @param name address, or name of the operation
 * @param needs the methods of facades that it calls, all of which must be allowed
 * @param method the method that serves it, or null for a page
 */
record Endpoint(Kind kind, String verb, String name, Set<Method> needs, Method method)
    implements Comparable<Endpoint> {

  /** What speaks to an endpoint, and so how it says no. */
  enum Kind {
    REST("REST"),
    SOAP("SOAP"),
    PAGE("Pages"),
    SERVLET("Other addresses");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** Whether somebody with this role alone is let in. */
  boolean lets(Role role) {
    return needs.stream().allMatch(need -> action(need).allowed().contains(role));
  }

  /** Whether somebody who is signed in but holds no role is let in. */
  boolean letsAnybodySignedIn() {
    return needs.isEmpty();
  }

  /** The actions that it stands for, by name. */
  String actions() {
    return needs.stream()
        .map(need -> action(need).name())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static FacadeAction action(Method need) {
    return FacadeAction.of(need).orElseThrow();
  }

  @Override
  public int compareTo(Endpoint other) {
    return Comparator.comparing(Endpoint::kind)
        .thenComparing(Endpoint::name)
        .thenComparing(Endpoint::verb)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return kind + " " + verb + " " + name;
  }
}
