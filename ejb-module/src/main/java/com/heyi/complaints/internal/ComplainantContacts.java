package com.heyi.complaints.internal;

import com.heyi.messages.Address;
import com.heyi.messages.AddressBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where complainants can be reached who left a contact with their complaint, in free words: the
 * first e-mail address in it, and the first mobile number of the mainland, else the first other
 * telephone number. A number is read whole or not at all: a piece of a resident ID, a card or a
 * receipt number may be the telephone of a stranger.
 */
@ApplicationScoped
public class ComplainantContacts implements AddressBook {
  static final String KIND = "complaint";
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+");

  /** Digits that stand together, whatever they are: none stands before or after them. */
  private static final Pattern DIGITS =
      Pattern.compile("(?<![\\w+])(?<!\\d[ -])\\+?\\d(?:[ -]?\\d)*(?![A-Za-z_\\d])");

  private static final Pattern MOBILE = Pattern.compile("(?:(?:\\+|00)?86)?1[3-9]\\d{9}");

  /** With its country as long as E.164 allows, else no longer than an area code and a number. */
  private static final Pattern PHONE = Pattern.compile("\\+\\d{7,15}|\\d{7,12}");

  private static final Pattern DAY = Pattern.compile("(?:19|20)\\d\\d-\\d{1,2}-\\d{1,2}");

  private ComplainantHimself himself;
  private Parties parties;

  protected ComplainantContacts() {}

  @Inject
  public ComplainantContacts(ComplainantHimself himself, Parties parties) {
    this.himself = himself;
    this.parties = parties;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Address> find(UUID complaintId) {
    return parties.told(complaintId).flatMap(Party::address).or(() -> himself.find(complaintId));
  }

  @Override
  public Optional<UUID> customer(UUID complaintId) {
    return parties.told(complaintId).isEmpty() ? himself.customer(complaintId) : Optional.empty();
  }

  static Address read(String contact) {
    String rest = EMAIL.matcher(contact).replaceAll(" ");
    Matcher email = EMAIL.matcher(contact);
    return new Address(phone(rest).orElse(null), email.find() ? email.group() : null);
  }

  private static Optional<String> phone(String text) {
    List<String> numbers =
        DIGITS
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .filter(number -> !DAY.matcher(number).matches())
            .toList();
    // Two numbers with nothing but a blank between them look like one.
    Stream<String> wholes = numbers.stream().map(ComplainantContacts::together);
    Stream<String> parts =
        numbers.stream()
            .flatMap(number -> Arrays.stream(number.split(" ")))
            .map(ComplainantContacts::together);
    return Stream.concat(wholes, parts)
        .filter(number -> MOBILE.matcher(number).matches())
        .findFirst()
        .or(
            () ->
                numbers.stream()
                    .map(ComplainantContacts::together)
                    .filter(number -> PHONE.matcher(number).matches())
                    .findFirst());
  }

  private static String together(String number) {
    return number.replaceAll("[ -]", "");
  }
}
