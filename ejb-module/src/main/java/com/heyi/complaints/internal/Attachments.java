package com.heyi.complaints.internal;

import com.heyi.complaints.AttachFile;
import com.heyi.complaints.AttachmentFile;
import com.heyi.complaints.AttachmentView;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.FileType;
import com.heyi.imports.KeptFiles;
import com.heyi.imports.StoredFileOwner;
import com.heyi.imports.UploadStore;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Files that belong to complaints. */
@ApplicationScoped
public class Attachments implements StoredFileOwner {
  static final int MOST_FILES = 20;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private UploadStore uploads;
  @Inject private KeptFiles kept;
  @Inject private VirusScan scan;

  protected Attachments() {}

  public Attachments(
      EntityManager em, Clock clock, UploadStore uploads, KeptFiles kept, VirusScan scan) {
    this.em = em;
    this.clock = clock;
    this.uploads = uploads;
    this.kept = kept;
    this.scan = scan;
  }

  /** Adds a file; one that is refused does not stay on the disk, unless another needs it. */
  public void add(AttachFile command, String who) {
    kept.use(command.upload().storedFile());
    try {
      em.find(Complaint.class, command.complaintId()).requireTexts();
      if (command.upload().bytes() > AttachFile.MOST_BYTES) {
        throw new HeyiException(ComplaintError.FILE_SIZE, AttachFile.MOST_BYTES);
      }
      requireRoom(command.complaintId());
      Path path = uploads.path(command.upload().storedFile());
      FileType type =
          WhatAFileIs.by(firstBytes(path))
              .orElseThrow(
                  () ->
                      new HeyiException(
                          ComplaintError.FILE_TYPE, Arrays.toString(FileType.values())));
      boolean scanned = scan.passes(path);
      // Only now, for a scanner takes its time.
      HeldCase.hold(em, command.complaintId());
      requireRoom(command.complaintId());
      em.persist(new Attachment(command, type, scanned, who, clock.instant()));
      em.flush();
    } catch (HeyiException e) {
      kept.letGo(command.upload().storedFile());
      throw e;
    }
  }

  private void requireRoom(UUID complaintId) {
    if (of(complaintId).size() >= MOST_FILES) {
      throw new HeyiException(ComplaintError.TOO_MANY_FILES, MOST_FILES);
    }
  }

  /** Those of a complaint, the oldest first. */
  public List<AttachmentView> of(UUID complaintId) {
    return em.createQuery(
            "from Attachment a where a.complaintId = :complaint order by a.addedAt, a.id",
            Attachment.class)
        .setParameter("complaint", complaintId)
        .getResultStream()
        .map(Attachment::view)
        .toList();
  }

  /** A file to hand out. */
  public AttachmentFile file(UUID id) {
    Attachment found = em.find(Attachment.class, id);
    if (found == null) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    Path path =
        found
            .storedFile()
            .map(uploads::path)
            .filter(Files::exists)
            .orElseThrow(() -> new HeyiException(ComplaintError.FILE_GONE));
    return new AttachmentFile(found.complaintId(), found.view(), path);
  }

  @Override
  public boolean wants(String storedFile) {
    return !em.createQuery("select a.id from Attachment a where a.storedFile = :file", UUID.class)
        .setParameter("file", storedFile)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Takes the files off the disk that the database has noted as gone. */
  void removeGone() {
    List<String> gone =
        NamedSql.values(
                em,
                "select stored_file from complaints.gone_file for update skip locked",
                String.class)
            .getResultList();
    for (String file : gone) {
      if (kept.letGo(file)) {
        em.createNativeQuery("delete from complaints.gone_file where stored_file = :file")
            .setParameter("file", file)
            .executeUpdate();
      }
    }
  }

  private static byte[] firstBytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(WhatAFileIs.FIRST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
