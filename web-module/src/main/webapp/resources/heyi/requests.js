/*
 * Requests behind a page: one that fails is told and locks nothing, one that is slow takes neither
 * the cursor nor what is typed meanwhile.
 */
(function () {
  "use strict";

  var typed = window.heyi.typed;

  function trouble() {
    return document.getElementById("trouble");
  }

  function part(element, text) {
    var made = document.createElement(element);
    made.textContent = text;
    trouble().appendChild(made);
    return made;
  }

  /* Says it above everything, dialogs too, with the ways on that there are. */
  function tell(text, note, over) {
    var box = trouble();
    if (!box.hidden && box.firstChild.textContent === text) {
      return;
    }
    box.textContent = "";
    part("b", text);
    part("span", note);
    var load = over && part("button", box.dataset.load);
    if (load) {
      load.addEventListener("click", function () {
        location.assign(location.pathname + location.search);
      });
    }
    var close = part("button", box.dataset.close);
    close.addEventListener("click", function () {
      box.hidden = true;
    });
    box.querySelectorAll("button").forEach(function (button) {
      button.type = "button";
    });
    box.hidden = false;
    if (load && /^(BODY|BUTTON)$/.test(document.activeElement.tagName)) {
      load.focus();
    }
  }

  /* What Heyi itself says of the error; of what a server between us says nothing is shown. */
  function said(request) {
    var ours = request && request.getResponseHeader("X-Request-Id");
    var page = ours && new DOMParser().parseFromString(request.responseText || "", "text/html");
    var text = page && page.querySelector("main p");
    return text ? text.textContent : trouble().dataset.failed;
  }

  function failed(request) {
    var words = trouble().dataset;
    // The session has ended, or the server holds this page no more.
    var over = request && (request.status === 401 || request.status === 409);
    tell(said(request), over ? words.anew : words.kept, over);
    if (over) {
      window.PrimeFaces.getWidgetsByType(window.PrimeFaces.widget.Poll).forEach(function (poll) {
        poll.stop();
      });
    }
  }

  /*
   * PrimeFaces tells of the end of a request that failed with the error's text where it should hand
   * on the request: its button would stay locked for good, and its bar would run on.
   */
  function endAsRequests($) {
    $.ajaxPrefilter(function (options, asked, request) {
      var always = request.always;
      request.typed = typed.of(document);
      request.always = function (done) {
        return always.call(
          request,
          done &&
            function (first, status) {
              done.call(this, first, status, request);
            }
        );
      };
    });
  }

  function isControl(source) {
    var element = typeof source === "string" ? document.getElementById(source) : source;
    return Boolean(element) && /^(BUTTON|A)$/.test(element.tagName);
  }

  /*
   * What a button leads to, such as the dialog of the row it stands in, waits for it to be done; and
   * until then no other row is chosen, which the dialog would then be about.
   */
  function goOnOnlyWhenDone(faces, $) {
    var handle = faces.ajax.Request.handle;
    var choosing = false;
    faces.ajax.Request.handle = function (asked, more) {
      var then = asked.oncomplete;
      if (then && isControl(asked.source)) {
        if (choosing) {
          return $.Deferred().reject({ textStatus: "error", errorThrown: "another choice is on its way" }).promise();
        }
        choosing = true;
        asked.oncomplete = function (request, status, args) {
          choosing = false;
          if (status === "success" && !(args && args.validationFailed)) {
            then.apply(this, arguments);
          }
        };
      }
      return handle.call(this, asked, more);
    };
  }

  /*
   * A button that works cannot be pressed again until it has its answer; but it keeps the cursor,
   * which a disabled one loses.
   */
  function lockWithoutLoss(faces) {
    faces.ajax.minLoadAnimation = 0;
    var button = faces.widget.CommandButton.prototype;
    button.disable = function () {
      this.jq.removeClass("ui-state-hover ui-state-active").addClass("ui-state-disabled").attr("aria-disabled", "true");
    };
    button.enable = function () {
      this.jq.removeClass("ui-state-disabled").removeAttr("aria-disabled");
    };
    document.addEventListener(
      "click",
      function (event) {
        if (event.target.closest(".ui-state-loading")) {
          event.preventDefault();
          event.stopImmediatePropagation();
        }
      },
      true
    );
  }

  /* What was typed after the request had gone stays, whatever of the page its answer replaces. */
  function keepWhatIsTyped(faces) {
    var update = faces.ajax.Utils.updateElement;
    faces.ajax.Utils.updateElement = function (id, content, request) {
      var sent = (request && request.typed) || {};
      var old = document.getElementById(id);
      var cursor = document.activeElement;
      var place = old && old.contains(cursor) && cursor.selectionStart;
      var since = old ? typed.of(old) : {};
      Object.keys(since).forEach(function (name) {
        if (sent[name] === undefined || sent[name] === since[name]) {
          delete since[name];
        }
      });
      update.apply(this, arguments);
      var drawn = document.getElementById(id);
      if (drawn) {
        typed.give(drawn, since);
      }
      var again = typeof place === "number" && cursor.id && document.getElementById(cursor.id);
      if (again && again !== cursor && !again.disabled) {
        again.focus({ preventScroll: true });
        again.setSelectionRange(place, place);
      }
    };
  }

  /* Leads whoever has sent a form to the first field that is wrong, unless he types elsewhere. */
  function showFirstMistake(source) {
    var active = document.activeElement;
    var form = source && source.closest("form");
    var wrong = form && form.querySelector(".hy-field .ui-message-error");
    if (wrong && (active === document.body || active === source)) {
      window.PrimeFaces.focusElement(
        window.jQuery(wrong.closest(".hy-field")).find(":tabbable").first()
      );
    }
  }

  function start() {
    var faces = window.PrimeFaces;
    var $ = window.jQuery;
    endAsRequests($);
    goOnOnlyWhenDone(faces, $);
    lockWithoutLoss(faces);
    keepWhatIsTyped(faces);
    faces.ajax.Utils.handleError = function () {
      failed(null);
    };
    $(document)
      .on("pfAjaxError", function (event, request) {
        if (request.statusText !== "abort") {
          failed(request);
        }
      })
      .on("pfAjaxSuccess", function () {
        trouble().hidden = true;
      })
      .on("pfAjaxComplete", function (event, request, settings, args) {
        if (args && args.validationFailed) {
          showFirstMistake(document.getElementById(settings.source));
        }
      });
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (window.PrimeFaces && trouble()) {
      start();
    }
  });
})();
