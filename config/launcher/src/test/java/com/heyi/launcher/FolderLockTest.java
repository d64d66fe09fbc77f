package com.heyi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

  @TempDir private Path folder;

  @Test
  void aTakenFolderIsRefusedWithTheProcessThatHasIt() {
    try (FolderLock first = FolderLock.take(folder)) {
      assertThat(first).isNotNull();
      assertThat(FolderLock.isTaken(folder)).isTrue();
      assertThatThrownBy(() -> FolderLock.take(folder))
          .isInstanceOf(LauncherException.class)
          .hasMessageContaining("another heyi uses " + folder)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void aFolderThatWasGivenBackCanBeTakenAgain() {
    FolderLock.take(folder).close();
    assertThat(FolderLock.isTaken(folder)).isFalse();
    FolderLock.take(folder).close();
  }

  @Test
  void aFolderThatCannotBeMadeIsToldInOneLine() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> FolderLock.take(file.resolve("below")))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("cannot write to " + file.resolve("below"));
  }
}
