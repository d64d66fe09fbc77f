package com.heyi.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The demo realm as its file describes it, so that no name or password is written twice.
 *
 * @param users the people
 * @param clients the programs
 */
public record Realm(List<User> users, List<Client> clients) {

  /**
   * A person.
   *
   * @param name to sign in with
   * @param fullName as people call him
   * @param password in the demo
   * @param roles realm roles
   */
  public record User(String name, String fullName, String password, List<String> roles) {}

  /**
   * A program.
   *
   * @param id client id
   * @param secret empty for a public client
   */
  public record Client(String id, String secret) {}

  /** Reads the realm file. */
  public static Realm read(Path file) {
    try {
      JsonNode realm = new ObjectMapper().readTree(file.toFile());
      List<User> users = new ArrayList<>();
      for (JsonNode user : realm.path("users")) {
        if (user.has("serviceAccountClientId")) {
          continue;
        }
        List<String> roles = new ArrayList<>();
        user.path("realmRoles").forEach(role -> roles.add(role.asText()));
        users.add(
            new User(
                user.path("username").asText(),
                user.path("lastName").asText() + user.path("firstName").asText(),
                user.path("credentials").path(0).path("value").asText(),
                List.copyOf(roles)));
      }
      List<Client> clients = new ArrayList<>();
      for (JsonNode client : realm.path("clients")) {
        clients.add(new Client(client.path("clientId").asText(), client.path("secret").asText("")));
      }
      return new Realm(List.copyOf(users), List.copyOf(clients));
    } catch (IOException e) {
      throw new LauncherException("cannot read " + file + ": " + Problems.tell(e), e);
    }
  }

  /**
   * The secret of a client.
   *
   * @throws LauncherException when the realm has no such client
   */
  public String secret(String clientId) {
    return clients.stream()
        .filter(client -> client.id().equals(clientId))
        .findFirst()
        .map(Client::secret)
        .orElseThrow(() -> new LauncherException("the demo realm has no client " + clientId));
  }

  /**
   * The password of a demo user.
   *
   * @throws LauncherException when the realm has no such user
   */
  public String password(String user) {
    return passwordIfKnown(user)
        .orElseThrow(() -> new LauncherException("the demo realm has no user " + user));
  }

  /** The password of a demo user; empty for anybody else. */
  public Optional<String> passwordIfKnown(String user) {
    return users.stream().filter(each -> each.name().equals(user)).findFirst().map(User::password);
  }

  /**
   * The demo user who may do anything.
   *
   * @throws LauncherException when the realm has none
   */
  public String administrator() {
    return users.stream()
        .filter(user -> user.roles().contains("head-office-admin"))
        .findFirst()
        .map(User::name)
        .orElseThrow(() -> new LauncherException("the demo realm has no administrator"));
  }
}
