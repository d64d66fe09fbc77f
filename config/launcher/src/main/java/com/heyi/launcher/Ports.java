package com.heyi.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Checks and picks TCP ports. */
public final class Ports {

  private static final Set<Integer> GIVEN = new HashSet<>();

  private Ports() {}

  /**
   * Reads a port as a person wrote it.
   *
   * @param name the variable that holds it, for the message
   * @param text 1 to 65535, or null or blank for the standard value
   * @param standard what holds when nothing was written
   * @throws LauncherException when the text is no port
   */
  public static int parse(String name, String text, int standard) {
    if (text == null || text.isBlank()) {
      return standard;
    }
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw invalid(name, text, e);
    }
    throw invalid(name, text, null);
  }

  private static LauncherException invalid(String name, String text, Throwable cause) {
    return new LauncherException(
        name + "=" + text + " is not a port: give a number from 1 to 65535", cause);
  }

  /** Whether nobody listens on the port, on any address of this machine. */
  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress(port))
        && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      // as the servers do: a port whose last connections are still closing is not busy
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Refuses a port that somebody uses.
   *
   * @param who which of the services wants it
   * @param variable the environment variable which moves it
   * @throws LauncherException when it is busy
   */
  public static void requireFree(String who, int port, String variable) {
    if (!isFree(port)) {
      throw new LauncherException(
          "port " + port + " for " + who + " is in use; set " + variable + " to another one");
    }
  }

  /** A free port, never the same twice in one run of this JVM. */
  public static synchronized int free() {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0)) {
        if (GIVEN.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      } catch (IOException e) {
        throw new LauncherException("no free port on this machine: " + e.getMessage(), e);
      }
    }
  }
}
