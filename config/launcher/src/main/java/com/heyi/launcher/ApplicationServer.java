package com.heyi.launcher;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What runs the application. */
interface ApplicationServer extends AutoCloseable {

  /** The name of its log and pid files, whichever server it is: there is one at a time. */
  String ID = "payara";

  /**
   * Waits until the application answers.
   *
   * @throws LauncherException when it does not
   */
  void awaitReady();

  /** For people. */
  String name();

  /** The end of its log. */
  List<String> tail();

  /** Completes when the server has ended, for whatever reason. */
  CompletableFuture<?> onExit();

  @Override
  void close();
}
