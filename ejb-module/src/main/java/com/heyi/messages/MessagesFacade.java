package com.heyi.messages;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.messages.internal.Gateways;
import com.heyi.messages.internal.Message;
import com.heyi.messages.internal.Messages;
import com.heyi.messages.internal.MessagesByRole;
import com.heyi.messages.internal.Preferences;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.persistence.Filter;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Messages to customers: what was sent, what waits and why, and how each wants to be told. */
@Facade
@Stateless
public class MessagesFacade {
  /** How far a list counts: a total above it means more. */
  public static final int MOST_COUNTED = 10_000;

  private static final String CUSTOMER = "customer";

  @Inject private Messages messages;
  @Inject private Preferences preferences;
  @Inject private Gateways gateways;
  @Inject private CustomerDirectory customers;

  /** For the container. */
  public MessagesFacade() {}

  MessagesFacade(
      Messages messages, Preferences preferences, Gateways gateways, CustomerDirectory customers) {
    this.messages = messages;
    this.preferences = preferences;
    this.gateways = gateways;
    this.customers = customers;
  }

  /**
   * A part of the messages, the latest first unless asked otherwise, without their words.
   *
   * <p>Filters: {@code status} (one or more, separated by commas), {@code channel}, {@code
   * template}, {@code customer} (id; all of his records), {@code subject}, {@code from} and {@code
   * to} (days of queueing). Sort: {@code queuedAt}. A complaint handler sees those about
   * complaints. A total goes up to {@link #MOST_COUNTED} and one.
   */
  @Query(
      value = "message.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, AUDITOR},
      personalData = true)
  public Page<MessageRow> list(PageRequest request) {
    return messages.page(underAllRecords(request), MessagesByRole.of(CallContext.current()));
  }

  /** What stands under any record of a customer is his, whichever of them is asked for. */
  private PageRequest underAllRecords(PageRequest request) {
    String asked = request.filters().get(CUSTOMER);
    if (asked == null) {
      return request;
    }
    Map<String, String> filters = new LinkedHashMap<>(request.filters());
    try {
      filters.put(CUSTOMER, Filter.textOf(recordsOf(UUID.fromString(asked))));
    } catch (IllegalArgumentException e) {
      throw new HeyiException(PagingError.FILTER_VALUE, CUSTOMER, asked, "UUID");
    }
    return request.filteredBy(filters);
  }

  private Set<UUID> recordsOf(UUID customerId) {
    return customers.recordsOf(customers.whoIs(customerId));
  }

  /**
   * A message with its words; what only the recipient may use, such as the link to a survey, is
   * hidden.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, also for a complaint handler when it is
   *     not about a complaint
   */
  @Query(
      value = "message.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, AUDITOR},
      personalData = true)
  public MessageView view(UUID messageId) {
    return messages.words(load(messageId), preferences, false);
  }

  /** Which channels can send here, and how many messages wait. */
  @Query(
      value = "message.channels",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, AUDITOR})
  public List<ChannelView> channels() {
    long waiting = messages.waiting();
    return Arrays.stream(MessageChannel.values())
        .map(channel -> new ChannelView(channel, gateways.isReady(channel), waiting))
        .toList();
  }

  /**
   * Sends a message again that was given up.
   *
   * @throws HeyiException {@link MessageError#NOT_DEAD}, {@link MessageError#ERASED}, {@link
   *     CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "message.resend",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER})
  public MessageRow resend(ResendMessage command) {
    Message message = load(command.messageId());
    message.sendAgain(command.expectedVersion(), messages.now());
    messages.flush();
    return message.row();
  }

  /**
   * What the app shows a customer: his latest messages that went by the app, with their words.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}; {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "message.inbox",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH},
      personalData = true,
      target = "customer")
  public List<MessageView> inbox(UUID customerId) {
    customers.require(customerId);
    // A branch system shows it to the customer; whoever else asks is of the staff.
    boolean forRecipient = CallContext.current().boundBranch().isPresent();
    return messages.inbox(recordsOf(customerId)).stream()
        .map(message -> messages.words(message, preferences, forRecipient))
        .toList();
  }

  /**
   * How a customer wants to be told.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}; {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "message.preference",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH, AUDITOR},
      personalData = true)
  public PreferenceView preference(UUID customerId) {
    customers.require(customerId);
    return preferences.of(customerId);
  }

  /**
   * Says how a customer wants to be told.
   *
   * @throws HeyiException {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}, {@link
   *     CommonError#OTHER_BRANCH}; {@link CommonError#INVALID} for e-mail without an address
   */
  @Command(
      value = "message.set-preference",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH})
  public PreferenceView setPreference(SetPreference command) {
    customers.requireServed(command.customerId());
    if (command.channel() == MessageChannel.EMAIL && command.email() == null) {
      throw CommonError.invalid("email", MessageError.EMAIL_MISSING);
    }
    return preferences.set(command);
  }

  private Message load(UUID id) {
    MessagesByRole his = MessagesByRole.of(CallContext.current());
    return messages
        .find(id)
        .filter(message -> his.shows(message.row().subject()))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }
}
