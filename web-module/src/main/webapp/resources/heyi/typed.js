/*
 * What somebody has typed: read from a page's forms, and put into them again after they were drawn
 * anew, be it by an answer that came late or after he had to sign in once more.
 */
window.heyi = window.heyi || {};
window.heyi.typed = (function () {
  "use strict";

  var KEPT = "heyi.typed";
  var FIELDS = "input[name]:not([type='hidden'], [type='file'], [type='password'], [type='radio'], [type='checkbox']), textarea[name], select[name]";

  function fields(root) {
    return Array.prototype.filter.call(root.querySelectorAll(FIELDS), function (field) {
      return field.form && field.form.method === "post" && field.closest("main, .ui-dialog") && !field.closest(".hy-filters");
    });
  }

  function name(field) {
    return field.form.id + " " + field.name;
  }

  /* What a form holds, by the names of its fields. */
  function of(root) {
    var held = {};
    fields(root).forEach(function (field) {
      held[name(field)] = field.value;
    });
    return held;
  }

  function put(field, wanted) {
    var widget = window.PrimeFaces.getWidgetById(field.id.replace(/_input$/, ""));
    if (widget && widget.autonumeric) {
      widget.autonumeric.set(wanted.replace(/,/g, ""));
      widget.copyValueToHiddenInput();
    } else if (widget && field.tagName === "SELECT" && widget.selectValue) {
      widget.selectValue(wanted);
    } else {
      field.value = wanted;
    }
  }

  /* Puts values into the fields of their names; answers the fields that had held others. */
  function give(root, held) {
    return fields(root).filter(function (field) {
      var wanted = held[name(field)];
      if (wanted === undefined || wanted === field.value || field.disabled) {
        return false;
      }
      put(field, wanted);
      return true;
    });
  }

  function untouched(field) {
    if (field.tagName === "SELECT") {
      return Array.prototype.every.call(field.options, function (option, at) {
        return option.selected === option.defaultSelected || (at === 0 && field.selectedIndex === 0);
      });
    }
    return field.value === field.defaultValue;
  }

  /* Keeps for this person and this tab what he has typed here, until the page is loaded again. */
  function keep(who) {
    var held = {};
    fields(document).forEach(function (field) {
      if (!untouched(field)) {
        held[name(field)] = field.value;
      }
    });
    sessionStorage.setItem(KEPT, JSON.stringify({ who: who, where: location.pathname + location.search, held: held }));
  }

  function forget() {
    sessionStorage.removeItem(KEPT);
  }

  /* Gives back what was kept; to nobody else and on no other page. Answers the fields. */
  function giveBack(who) {
    var kept = JSON.parse(sessionStorage.getItem(KEPT));
    if (!kept || (kept.who === who && kept.where !== location.pathname + location.search)) {
      return [];
    }
    forget();
    return kept.who === who ? give(document, kept.held) : [];
  }

  return { of: of, give: give, keep: keep, forget: forget, giveBack: giveBack };
})();
