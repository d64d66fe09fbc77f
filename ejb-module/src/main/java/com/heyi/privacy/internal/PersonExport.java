package com.heyi.privacy.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.heyi.privacy.PersonFile;
import com.heyi.shared.json.Json;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import com.heyi.shared.text.BookNote;
import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes all that is held about a customer into a zip: {@code person.json} for machines, a summary
 * in each language for people, and what the JSON means. Written to the disk while it is read, so
 * that no person is too large.
 */
@ApplicationScoped
public class PersonExport {
  private static final String FORMAT = "heyi-person-1";
  private static final String PREFIX = "heyi-person-";
  private static final String SUFFIX = ".zip";
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  /** The summary shows the beginning of long sections; the JSON has all. */
  private static final int SHOWN = 100;

  @Inject private Holders holders;
  @Inject private Clock clock;

  protected PersonExport() {}

  PersonExport(Holders holders, Clock clock) {
    this.holders = holders;
    this.clock = clock;
  }

  /** The file, for the caller to deliver and delete. */
  public PersonFile of(UUID customerId) {
    Person person = holders.person(customerId);
    Instant now = clock.instant();
    try {
      deleteForgotten(now);
      Path file = Files.createTempFile(PREFIX, SUFFIX);
      try {
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest);
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
          Summary summary = write(zip, person, now);
          for (Locale language : Texts.SPOKEN) {
            zip.putNextEntry(new ZipEntry("summary_" + language.toLanguageTag() + ".html"));
            zip.write(
                summary.html(language, now, clock.getZone()).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
          }
          zip.putNextEntry(new ZipEntry("FORMAT.txt"));
          zip.write(format().getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
        String name = "person-" + customerId + ".zip";
        String hash = HexFormat.of().formatHex(digest.digest());
        return new PersonFile(name, file, Files.size(file), hash);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The export cannot be written", e);
    }
  }

  /** What was made and never fetched, because its reader went away, does not lie about. */
  private static void deleteForgotten(Instant now) throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(FORGOTTEN))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private Summary write(ZipOutputStream zip, Person person, Instant now) throws IOException {
    Summary summary = new Summary();
    zip.putNextEntry(new ZipEntry("person.json"));
    JsonGenerator json = Json.mapper().getFactory().createGenerator(zip);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.useDefaultPrettyPrinter();
    json.writeStartObject();
    json.writeStringField("format", FORMAT);
    json.writeStringField("madeAt", now.toString());
    json.writeStringField("customer", person.customerId().toString());
    json.writeObjectFieldStart("data");
    for (PersonalData holder : holders.all()) {
      json.writeObjectFieldStart(holder.holder());
      JsonSections sections = new JsonSections(json, summary);
      holder.export(person, sections);
      sections.end();
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
    json.close();
    zip.closeEntry();
    return summary;
  }

  private static String format() throws IOException {
    try (var in = PersonExport.class.getResourceAsStream("/com/heyi/privacy/FORMAT.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Writes the sections of a module as arrays, each in one piece. */
  private static final class JsonSections implements PersonalData.Sections {
    private final JsonGenerator json;
    private final Summary summary;
    private String open;

    JsonSections(JsonGenerator json, Summary summary) {
      this.json = json;
      this.summary = summary;
    }

    @Override
    public void add(String section, Map<String, ?> fields) {
      try {
        if (!section.equals(open)) {
          end();
          json.writeArrayFieldStart(section);
          open = section;
        }
        Json.mapper().writeValue(json, fields);
        summary.add(section, fields);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void end() throws IOException {
      if (open != null) {
        json.writeEndArray();
        open = null;
      }
    }
  }

  /** What people read: the sections as tables, headings in their language. */
  private static final class Summary {
    private final Map<String, List<Map<String, ?>>> rows = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();

    void add(String section, Map<String, ?> fields) {
      long before = counts.merge(section, 1L, Long::sum);
      if (before <= SHOWN) {
        rows.computeIfAbsent(section, key -> new ArrayList<>()).add(fields);
      }
    }

    String html(Locale language, Instant now, ZoneId zone) {
      StringBuilder html = new StringBuilder(4096);
      String title = Texts.get(language, "privacy.export.title");
      html.append("<!doctype html><html lang=\"")
          .append(language.toLanguageTag())
          .append("\"><head><meta charset=\"utf-8\"><title>")
          .append(escaped(title))
          .append("</title><style>body{font-family:sans-serif;margin:2em;color:#222}")
          .append("table{border-collapse:collapse;margin-bottom:2em}")
          .append("td,th{border:1px solid #ccc;padding:.3em .6em;text-align:left;")
          .append("vertical-align:top}th{background:#f3f3f3}</style></head><body><h1>")
          .append(escaped(title))
          .append("</h1><p>")
          .append(escaped(Texts.get(language, "privacy.export.intro", day(now, zone))))
          .append("</p>");
      rows.forEach((section, records) -> table(html, language, section, records));
      return html.append("</body></html>").toString();
    }

    private void table(
        StringBuilder html, Locale language, String section, List<Map<String, ?>> records) {
      html.append("<h2>")
          .append(escaped(Texts.get(language, "privacy.section." + section)))
          .append(" (")
          .append(counts.get(section))
          .append(")</h2><table><tr>");
      for (String field : records.get(0).keySet()) {
        html.append("<th>")
            .append(escaped(Texts.find(language, "privacy.field." + field).orElse(field)))
            .append("</th>");
      }
      html.append("</tr>");
      for (Map<String, ?> record : records) {
        html.append("<tr>");
        record
            .values()
            .forEach(
                value ->
                    html.append("<td>")
                        .append(value == null ? "" : escaped(shown(language, value)))
                        .append("</td>"));
        html.append("</tr>");
      }
      html.append("</table>");
      if (counts.get(section) > SHOWN) {
        html.append("<p>")
            .append(escaped(Texts.get(language, "privacy.export.more", SHOWN)))
            .append("</p>");
      }
    }

    private static String shown(Locale language, Object value) {
      return value instanceof Enum<?> constant
          ? Texts.of(language, constant)
          : BookNote.shown(language, value.toString());
    }

    private static String day(Instant at, ZoneId zone) {
      return at.atZone(zone).toLocalDate().toString();
    }

    private static String escaped(String text) {
      return text.replace("&", "&amp;")
          .replace("<", "&lt;")
          .replace(">", "&gt;")
          .replace("\"", "&quot;");
    }
  }
}
