package com.heyi.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Migrates a database and ends. */
@Command(name = "migrate")
final class MigrateCommand implements Callable<Integer> {

  @Option(names = "--db", paramLabel = "URL")
  private String db;

  private final Settings settings;
  private final Console console;

  MigrateCommand(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (db != null) {
      migrate(settings.outside(db));
      return 0;
    }
    DataFolder data = settings.data(Home.find());
    try (FolderLock lock = FolderLock.take(data.path())) {
      PostgresProcess.endLeftover(data);
      Ports.requireFree("PostgreSQL", settings.databasePort(), "HEYI_DB_PORT");
      try (PostgresProcess postgres = PostgresProcess.start(data, settings.databasePort())) {
        migrate(postgres.database());
      }
    }
    return 0;
  }

  private void migrate(Database database) {
    Progress.Step step = console.begin("Database schema");
    Migration.Result result = new Migration(database).run();
    step.done(result.applied() + " migrations applied in " + result.modules() + " modules");
  }
}
