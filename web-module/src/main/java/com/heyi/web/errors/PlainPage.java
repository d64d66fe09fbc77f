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
      body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:#f3f6f6;
      font:15px/1.6 -apple-system,"Segoe UI","PingFang SC","PingFang TC","Microsoft YaHei",
      "Noto Sans CJK SC",system-ui,sans-serif;color:#1f3036}
      header{background:#0d2f35;color:#fff;border-bottom:2px solid #b5473c;padding:11px 20px;
      display:flex;align-items:center;gap:10px;font-size:19px;letter-spacing:.12em}
      header small{font-size:14px;letter-spacing:.04em;color:#b9d0d1}
      main{margin:14vh auto 0;width:min(32rem,calc(100%% - 8rem));padding:2.4rem 2.8rem;
      background:#fff;border:1px solid #dbe3e5;border-top:3px solid #14646c;border-radius:4px}
      b{font-size:2.6rem;line-height:1.2;color:#14646c;font-weight:600}
      h1{font-size:1.3rem;margin:.3rem 0 .6rem;color:#12262b}
      p{margin:0 0 .8rem;overflow-wrap:anywhere}small{color:#566970}
      a{display:inline-block;margin-top:1.4rem;padding:.45rem 1.3rem;border-radius:4px;
      background:#14646c;color:#fff;text-decoration:none}a:hover{background:#0f4f56}
      a:focus-visible{outline:2px solid #d08b2c;outline-offset:2px}
      </style></head><body><header>
      <svg width="30" height="30" viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="7" fill="#b5473c"/><g fill="none" stroke="#fff"
      stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
      <path d="M6.5 18.5 20 6.5l13.5 12"/><path d="M13.5 19.5h13"/>
      <path d="M12 25h16v8.5H12z"/></g></svg>合一 <small>Heyi</small></header><main><b>%2$s</b><h1>%3$s</h1><p>%4$s</p><small>%5$s</small><br/>
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
