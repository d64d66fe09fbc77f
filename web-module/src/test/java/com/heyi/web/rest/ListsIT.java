package com.heyi.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists by cursor. */
class ListsIT {
  private static final int MOST_PARTS = 500;
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; ?rel=\"?next\"?");

  @ParameterizedTest
  @ValueSource(strings = {"", "sort=number", "sort=-number", "sort=name", "sort=registeredAt"})
  void aWalkByCursorMeetsEachRowOnce(String sort) {
    List<String> made =
        IntStream.range(0, 7).mapToObj(i -> Customers.registered("B0103").id()).toList();
    List<String> met = walk(Callers.operator(), Customers.PATH + "?branch=B0103&limit=3&" + sort);
    assertThat(met).doesNotHaveDuplicates().containsAll(made);
  }

  @Test
  void rowsThatComeMeanwhileDoNotUpsetTheWalk() {
    List<String> made =
        IntStream.range(0, 5).mapToObj(i -> Customers.registered("B0104").id()).toList();
    List<String> met = new ArrayList<>();
    walk(
        Callers.operator(),
        Customers.PATH + "?branch=B0104&limit=2",
        part -> {
          met.addAll(part);
          if (met.size() < 4) {
            Customers.registered("B0104");
          }
        });
    assertThat(met).doesNotHaveDuplicates().containsAll(made);
  }

  @Test
  void theNextPageIsLinked() {
    IntStream.range(0, 3).forEach(i -> Customers.registered("B0105"));
    Answer first = Callers.operator().get(Customers.PATH + "?branch=B0105&limit=2");
    Matcher link = NEXT.matcher(first.headerText("Link"));
    assertThat(link.find()).as(first.headerText("Link")).isTrue();
    Answer next = Callers.operator().get(URI.create(link.group(1)).toString());
    assertThat(next.status()).as(next.toString()).isEqualTo(200);
    assertThat(new HashSet<>(ids(first))).doesNotContainAnyElementsOf(ids(next));
  }

  @ParameterizedTest
  @CsvSource({
    "nickname=x, paging.filter-unknown",
    "from=yesterday, paging.filter-value",
    "sort=phone, paging.sort-unknown",
    "cursor=abc, paging.cursor-invalid",
    "limit=0, paging.limit",
    "limit=201, paging.limit",
    "limit=many, paging.limit"
  })
  void whatTheListDoesNotOfferIsRefused(String query, String code) {
    Answer answer = Callers.operator().get(Customers.PATH + "?" + query);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void theCursorOfAnotherOrderIsRefused() {
    IntStream.range(0, 3).forEach(i -> Customers.registered("B0106"));
    String cursor =
        Callers.operator().get(Customers.PATH + "?limit=1&sort=number").text("nextCursor");
    Answer answer = Callers.operator().get(Customers.PATH + "?limit=1&sort=name&cursor=" + cursor);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("paging.cursor-invalid");
  }

  @Test
  void aBranchSeesNoRowOfAnother() {
    String foreign = Customers.registered("B0101").id();
    String own = Customers.registered("B0102").id();
    List<String> met = walk(Callers.branch("B0102"), Customers.PATH + "?limit=200");
    assertThat(met).contains(own).doesNotContain(foreign);
  }

  @Test
  void aListShowsPersonalDataMaskedOnly() {
    Customers.Registered customer = Customers.registered();
    Answer list = Callers.operator().get(Customers.PATH + "?number=" + customer.number());
    assertThat(ids(list)).containsExactly(customer.id());
    assertThat(list.body()).doesNotContain(customer.residentId());
  }

  private static List<String> walk(Client client, String path) {
    List<String> met = new ArrayList<>();
    walk(client, path, met::addAll);
    return met;
  }

  private static void walk(Client client, String path, Consumer<List<String>> each) {
    String cursor = "";
    for (int parts = 0; parts < MOST_PARTS; parts++) {
      Answer part = client.get(cursor.isEmpty() ? path : path + "&cursor=" + cursor);
      assertThat(part.status()).as(part.toString()).isEqualTo(200);
      each.accept(ids(part));
      cursor = part.text("nextCursor");
      if (cursor.isEmpty()) {
        return;
      }
    }
    throw new AssertionError("the walk does not end: " + path);
  }

  private static List<String> ids(Answer part) {
    List<String> ids = new ArrayList<>();
    for (JsonNode item : part.json().path("items")) {
      ids.add(item.path("id").asText());
    }
    return ids;
  }
}
