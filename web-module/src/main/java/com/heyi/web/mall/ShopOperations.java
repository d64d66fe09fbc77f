package com.heyi.web.mall;

import com.heyi.mall.BundleView;
import com.heyi.mall.ItemReviews;
import com.heyi.mall.PendingReviews;
import com.heyi.mall.Shelf;
import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;

/** The shop as a branch shows it to its customers. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface ShopOperations {

  /**
   * What is on sale: families once, the best match or best selling first.
   *
   * @param words words of names and categories; may be absent
   * @param category code of a category with all below it; may be absent
   * @param inStock whether only what can be had now
   * @param from how many to leave out
   * @param limit how many, 1 to 100; absent for 50
   */
  @WebMethod
  @WebResult(name = "shelf")
  ShopShelf browseShop(
      @WebParam(name = "words") String words,
      @WebParam(name = "category") String category,
      @WebParam(name = "inStock") boolean inStock,
      @WebParam(name = "from") int from,
      @WebParam(name = "limit") Integer limit);

  /** The bundles that are on sale. */
  @WebMethod
  @WebResult(name = "bundle")
  List<ShopBundle> listBundles();

  /**
   * Puts all items of a bundle into a customer's cart, beside what is there; all or none.
   *
   * @param times how many of it
   */
  @WebMethod
  @WebResult(name = "cart")
  CartOperations.MallCart putBundleInCart(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "bundle") String bundle,
      @WebParam(name = "times") long times);

  /** What a customer has received, kept and not reviewed yet; the latest delivered first. */
  @WebMethod
  @WebResult(name = "line")
  List<LineToReview> listPendingReviews(@WebParam(name = "customerId") String customerId);

  /**
   * Takes down what a buyer says about one line of his order, once. It waits to be published.
   *
   * @param stars 1 to 5
   */
  @WebMethod
  @WebResult(name = "reviewId")
  String writeReview(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "orderLineId") String orderLineId,
      @WebParam(name = "stars") int stars,
      @WebParam(name = "words") String words);

  /** What buyers say about an item, as far as it is published; the latest first. */
  @WebMethod
  @WebResult(name = "review")
  List<ShopReview> listReviews(@WebParam(name = "itemId") String itemId);

  /**
   * Says what is wrong with a review that everybody reads. It is read on until somebody hides it.
   *
   * @return how many reviews of the item are read
   */
  @WebMethod
  @WebResult(name = "shown")
  long reportReview(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "reviewId") String reviewId,
      @WebParam(name = "reason") String reason);

  /** A review as everybody reads it. */
  @XmlType(name = "ShopReview", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class ShopReview {
    @XmlElement(required = true)
    private String id;

    private int stars;

    @XmlElement(required = true)
    private String words;

    @XmlElement(required = true)
    private String at;

    /** What the bank answers; absent without an answer. */
    private String answer;

    ShopReview() {}

    ShopReview(ItemReviews.Said said) {
      id = said.id().toString();
      stars = said.stars();
      words = said.words();
      at = said.at().toString();
      answer = said.answer();
    }
  }

  /** A line that waits for a review. */
  @XmlType(name = "LineToReview", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class LineToReview {
    @XmlElement(required = true)
    private String orderLineId;

    @XmlElement(required = true)
    private String orderNumber;

    @XmlElement(required = true)
    private String sku;

    @XmlElement(required = true)
    private String name;

    @XmlElement(required = true)
    private String deliveredAt;

    LineToReview() {}

    LineToReview(PendingReviews.Line line) {
      orderLineId = line.orderLineId().toString();
      orderNumber = line.orderNumber();
      sku = line.sku();
      name = line.name();
      deliveredAt = line.deliveredAt().toString();
    }
  }

  /** A part of what is on sale. */
  @XmlType(name = "ShopShelf", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class ShopShelf {
    private long total;

    @XmlElement(name = "thing")
    private List<ShopThing> things;

    ShopShelf() {}

    ShopShelf(Shelf shelf) {
      total = shelf.total();
      things = shelf.things().stream().map(ShopThing::new).toList();
    }
  }

  /** An item, or a family of them at its cheapest variant that can be had. */
  @XmlType(name = "ShopThing", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class ShopThing {
    @XmlElement(required = true)
    private String itemId;

    @XmlElement(required = true)
    private String sku;

    @XmlElement(required = true)
    private String name;

    /** Absent for an item that stands alone. */
    private String family;

    /** Absent for one in no category. */
    private String category;

    private long price;
    private long ordinaryPrice;

    /** Why the price is lower; absent at the ordinary price. */
    private String offer;

    private long stock;
    private long variants;

    /** Address of its first picture within the application; absent without one. */
    private String picture;

    ShopThing() {}

    ShopThing(Shelf.Thing thing) {
      itemId = thing.itemId().toString();
      sku = thing.sku();
      name = thing.name();
      family = thing.family();
      category = thing.category();
      price = thing.price().amount();
      ordinaryPrice = thing.ordinary().amount();
      offer = thing.offer();
      stock = thing.stock();
      variants = thing.variants();
      picture = thing.picture();
    }
  }

  /** A bundle. */
  @XmlType(name = "ShopBundle", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class ShopBundle {
    @XmlElement(required = true)
    private String code;

    @XmlElement(required = true)
    private String name;

    private long price;
    private long reduced;

    /** How many of it could be had. */
    private long available;

    ShopBundle() {}

    ShopBundle(BundleView bundle) {
      code = bundle.code();
      name = bundle.name();
      price = bundle.price().amount();
      reduced = bundle.reduced().amount();
      available = bundle.available();
    }
  }
}
