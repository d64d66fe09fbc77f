package com.heyi.web.errors;

import java.util.Locale;

/** A page that needs neither Faces nor any bean, for when these have failed or may not be asked. */
final class PlainPage {
  private static final String TEMPLATE =
      """
      <!DOCTYPE html>
      <html lang="%1$s"><head><meta charset="UTF-8"/><title>%3$s</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <style>
      body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f4f6f9;
      font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
      color:#1f2937}
      main{max-width:32rem;padding:3rem;background:#fff;border-radius:12px;
      box-shadow:0 1px 4px #0003}
      b{font-size:3rem;color:#0b3d6e}h1{font-size:1.4rem;margin:.5rem 0}
      p{line-height:1.7}small{color:#6b7280;display:block}
      a{display:inline-block;margin-top:1.4rem;padding:.6rem 1.4rem;border-radius:6px;
      background:#0b3d6e;color:#fff;text-decoration:none}
      </style></head><body><main><b>%2$s</b><h1>%3$s</h1><p>%4$s</p><small>%5$s</small>
      <a href="/">%6$s</a></main></body></html>
      """;

  private PlainPage() {}

  static String of(
      Locale locale, String mark, String title, String text, String small, String wayOn) {
    return TEMPLATE.formatted(
        locale.toLanguageTag(),
        escape(mark),
        escape(title),
        escape(text),
        escape(small),
        escape(wayOn));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
