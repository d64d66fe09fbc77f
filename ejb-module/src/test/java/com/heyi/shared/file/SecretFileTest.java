package com.heyi.shared.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  @TempDir private Path folder;

  @Test
  void itIsMadeWithItsFolderForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("keys/secret");
    SecretFile.make(file, "c2VjcmV0\n");
    assertThat(file).hasContent("c2VjcmV0\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(lyingIn(folder.resolve("keys"))).containsExactly(file);
  }

  @Test
  void oneThatIsThereStaysAndNothingLiesBesideIt() throws IOException {
    Path file = folder.resolve("secret");
    SecretFile.make(file, "first");
    assertThatThrownBy(() -> SecretFile.make(file, "second"))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("first");
    assertThat(lyingIn(folder)).containsExactly(file);
  }

  private static List<Path> lyingIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
