package com.heyi.promotions.internal;

import com.heyi.promotions.CouponStatus;
import com.heyi.promotions.Reduction;
import com.heyi.promotions.TemplateStatus;
import com.heyi.promotions.TemplateView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Templates, coupons and what happened to them, in the database. */
@ApplicationScoped
public class CouponBook {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected CouponBook() {}

  public CouponBook(EntityManager em) {
    this.em = em;
  }

  void add(Object record) {
    em.persist(record);
  }

  void flush() {
    em.flush();
  }

  void limit(Template template, List<String> items) {
    em.flush();
    em.createNativeQuery(
            "insert into promotions.template_item (template_id, sku)"
                + " select :template, unnest(cast(:items as text[]))")
        .setParameter("template", template.id())
        .setParameter("items", items.toArray(String[]::new))
        .executeUpdate();
  }

  void limitToCategories(Template template, List<String> categories) {
    em.flush();
    em.createNativeQuery(
            "insert into promotions.template_category (template_id, category)"
                + " select :template, unnest(cast(:categories as text[]))")
        .setParameter("template", template.id())
        .setParameter("categories", categories.toArray(String[]::new))
        .executeUpdate();
  }

  Optional<Template> findTemplate(String code) {
    return em.createQuery("from Template t where t.code = :code", Template.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  Template template(UUID id) {
    return Optional.ofNullable(em.find(Template.class, id))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  Map<UUID, Template> templates(Collection<UUID> ids) {
    return em.createQuery("from Template t where t.id in :ids", Template.class)
        .setParameter("ids", Set.copyOf(ids))
        .getResultStream()
        .collect(Collectors.toMap(Template::id, Function.identity()));
  }

  Page<TemplateView> templates(PageRequest request) {
    return Listing.of(Template.class, Sort.descending("createdAt"))
        .sort("createdAt", "createdAt")
        .sort("code", "code")
        .sort("precedence", "precedence")
        .filter("code", Filter.startsWith("code"))
        .filter("name", Filter.contains("name"))
        .filter("status", Filter.oneOf("status", TemplateStatus.class))
        .filter("reduction", Filter.oneOf("reduction", Reduction.class))
        .page(em, request, template -> template.view());
  }

  /** The codes of all items that a limited coupon is good for. */
  List<String> items(UUID template) {
    return NamedSql.values(
            em,
            "select sku from promotions.template_item where template_id = :template order by sku",
            String.class)
        .setParameter("template", template)
        .getResultList();
  }

  /** The codes of the categories whose items a limited coupon is good for. */
  List<String> categories(UUID template) {
    return NamedSql.values(
            em,
            "select category from promotions.template_category where template_id = :template"
                + " order by category",
            String.class)
        .setParameter("template", template)
        .getResultList();
  }

  /** Of these items those that each of the templates names, by template. */
  Map<UUID, Set<String>> itemsAmong(Collection<UUID> templates, Collection<String> skus) {
    return named("sku", "promotions.template_item", templates, skus);
  }

  /** Of these categories those that each of the templates names, by template. */
  Map<UUID, Set<String>> categoriesAmong(Collection<UUID> templates, Collection<String> codes) {
    return named("category", "promotions.template_category", templates, codes);
  }

  private Map<UUID, Set<String>> named(
      String column, String table, Collection<UUID> templates, Collection<String> codes) {
    List<Row> rows =
        NamedSql.rows(
                em,
                "select template_id, "
                    + column
                    + " as code from "
                    + table
                    + " where template_id = any(cast(:templates as uuid[])) and "
                    + column
                    + " = any(cast(:codes as text[]))")
            .setParameter("templates", NamedSql.uuids(templates))
            .setParameter("codes", codes.toArray(String[]::new))
            .getResultList();
    Map<UUID, Set<String>> found = new HashMap<>();
    rows.forEach(
        row ->
            found
                .computeIfAbsent(row.uuid("template_id"), id -> new HashSet<>())
                .add(row.text("code")));
    return found;
  }

  /** How many coupons of a kind each of these customers has ever got and not had revoked. */
  Map<UUID, Long> had(UUID template, Collection<UUID> customers) {
    return em.createQuery(
            "select c.customerId, count(c) from Coupon c where c.templateId = :template"
                + " and c.customerId in :customers and c.status <> :revoked group by c.customerId",
            Object[].class)
        .setParameter("template", template)
        .setParameter("customers", customers)
        .setParameter("revoked", CouponStatus.REVOKED)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
  }

  /** Those of the customers who have a coupon of a kind from a campaign. */
  Set<UUID> having(UUID campaign, UUID template, Collection<UUID> customers) {
    return em.createQuery(
            "select distinct c.customerId from Coupon c where c.campaignId = :campaign"
                + " and c.templateId = :template and c.customerId in :customers",
            UUID.class)
        .setParameter("campaign", campaign)
        .setParameter("template", template)
        .setParameter("customers", customers)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  /** Coupons with these codes, held to the end of the transaction, always in the same order. */
  List<Coupon> hold(Collection<String> codes) {
    return held("c.code in :keys", codes);
  }

  /** Coupons that are set aside for a checkout, held to the end of the transaction. */
  List<Coupon> holdOfCheckout(UUID checkout) {
    return held("c.checkoutId in :keys", List.of(checkout));
  }

  /** Coupons that an order was placed with, held to the end of the transaction. */
  List<Coupon> holdOfOrder(UUID order) {
    return held("c.orderId in :keys", List.of(order));
  }

  private List<Coupon> held(String which, Collection<?> keys) {
    return em.createQuery("from Coupon c where " + which + " order by c.id", Coupon.class)
        .setParameter("keys", keys)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  Optional<Coupon> hold(UUID id) {
    return Optional.ofNullable(em.find(Coupon.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<Coupon> find(UUID id) {
    return Optional.ofNullable(em.find(Coupon.class, id));
  }

  List<Coupon> byCode(Collection<String> codes) {
    return em.createQuery("from Coupon c where c.code in :codes order by c.id", Coupon.class)
        .setParameter("codes", codes)
        .getResultList();
  }

  /** A customer's coupons, the newest first. */
  List<Coupon> ofCustomer(UUID customer, int most) {
    return em.createQuery(
            "from Coupon c where c.customerId = :customer order by c.issuedAt desc, c.id desc",
            Coupon.class)
        .setParameter("customer", customer)
        .setMaxResults(most)
        .getResultList();
  }

  /** A customer's coupons that he could still use on a day, those that end first first. */
  List<Coupon> usable(UUID customer, LocalDate day) {
    return em.createQuery(
            "from Coupon c where c.customerId = :customer and c.status = :available"
                + " and c.validUntil >= :day order by c.validUntil, c.id",
            Coupon.class)
        .setParameter("customer", customer)
        .setParameter("day", day)
        .setParameter("available", CouponStatus.AVAILABLE)
        .getResultList();
  }

  Page<Coupon> coupons(PageRequest request, ZoneId zone) {
    return Listing.of(Coupon.class, Sort.descending("issuedAt"))
        .sort("issuedAt", "issuedAt")
        .sort("validUntil", "validUntil")
        .filter("customerId", Filter.id("customerId"))
        .filter("templateId", Filter.id("templateId"))
        .filter("campaignId", Filter.id("campaignId"))
        .filter("orderId", Filter.id("orderId"))
        .filter("status", Filter.oneOf("status", CouponStatus.class))
        .filter("from", Filter.fromDay("issuedAt", zone))
        .filter("to", Filter.toDay("issuedAt", zone))
        .page(em, request, Function.identity());
  }

  List<CouponMove> moves(UUID coupon) {
    return em.createQuery(
            "from CouponMove m where m.couponId = :coupon order by m.at, m.id", CouponMove.class)
        .setParameter("coupon", coupon)
        .getResultList();
  }
}
