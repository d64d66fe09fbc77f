package com.heyi.complaints.internal;

import com.heyi.messages.Address;
import com.heyi.messages.AddressBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where complainants can be reached who left a contact with their complaint, in free words: the
 * first e-mail address and the first telephone number in it.
 */
@ApplicationScoped
public class ComplainantContacts implements AddressBook {
  static final String KIND = "complaint";
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern PHONE = Pattern.compile("\\+?\\d(?:[ -]?\\d){6,14}");

  private Complaints complaints;

  protected ComplainantContacts() {}

  @Inject
  public ComplainantContacts(Complaints complaints) {
    this.complaints = complaints;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Address> find(UUID complaintId) {
    return complaints
        .find(complaintId)
        .map(Complaint::complainantContact)
        .map(ComplainantContacts::read);
  }

  static Address read(String contact) {
    String rest = EMAIL.matcher(contact).replaceAll(" ");
    return new Address(
        first(PHONE, rest).map(text -> text.replaceAll("[ -]", "")).orElse(null),
        first(EMAIL, contact).orElse(null));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }
}
