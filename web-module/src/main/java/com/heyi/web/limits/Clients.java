package com.heyi.web.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** How a client is told from others. */
final class Clients {
  private static final int BYTES_OF_NETWORK = 8;

  private Clients() {}

  /**
   * The client behind an address: the address itself, or of IPv6 the network of 64 bits, which is
   * what one household or host is given; it could else be a new client with every call.
   */
  static String ofAddress(String address) {
    if (address == null || !address.contains(":")) {
      return String.valueOf(address);
    }
    try {
      // No name can hold a colon, so nothing is looked up here.
      InetAddress parsed = InetAddress.getByName(address);
      if (parsed instanceof Inet6Address) {
        byte[] network = Arrays.copyOf(parsed.getAddress(), BYTES_OF_NETWORK);
        return HexFormat.of().formatHex(network) + "/64";
      }
      return parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
